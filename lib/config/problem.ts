/** Where a value stands in a file: the keys and list indexes that lead to it from the root. The root itself is `[]`. */
export type FieldPath = readonly (string | number)[];

/** One thing that is wrong with a file, and where. */
export interface Problem {
  /** An error stops the run; a warning does not. */
  severity: "error" | "warning";
  /** The name of the file as it is printed, such as `tenants/acme.yaml`. */
  file: string;
  /** The line, from 1. Left out when the problem is the file itself, such as one that does not exist. */
  line?: number;
  /** The column in UTF-16 code units, from 1, as editors count. Present when `line` is. */
  column?: number;
  /** The field as `formatField` prints it; empty when the problem is not about one field. */
  field: string;
  /** What is wrong and how to mend it, in plain words. */
  message: string;
}

/** Thrown when files have problems. The message lists every problem, one a line, by file, line and column. */
export class InvalidFiles extends Error {
  public override readonly name = "InvalidFiles";

  /** The problems in the order of the message. */
  public readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted(byPosition);
    super(sorted.map(formatProblem).join("\n"));
    this.problems = sorted;
  }
}

/**
 * Prints a problem as one line: `tenants/acme.yaml:12:7 azure.endpoints[0].name: "Churn" has upper-case letters`.
 * A position or a field that the problem does not have is left out. The result never holds a line break, a terminal
 * control sequence or an invisible character, whatever the file of the user holds: those are printed as escapes.
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, field, message } = problem;
  const position = [file, line, column].filter((part) => part !== undefined).join(":");
  return printable(`${field === "" ? position : `${position} ${field}`}: ${message}`);
}

/** Prints a path as `azure.endpoints[0].name`. Keys that are not simple identifiers are quoted: `tags["a b"]`. */
export function formatField(path: FieldPath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_]\w*$/.test(step)) return `[${quote(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** Most characters of a value that a message holds, unless it says otherwise. */
const LONGEST_QUOTE = 60;

/**
 * Prints a value of the user within a message, as JSON. Characters that a person would not see (control, invisible and
 * right-to-left marks, unusual spaces) are printed as escapes. Anything past so many characters is cut and ends in "…".
 */
export function quote(value: unknown, longest = LONGEST_QUOTE): string {
  if (typeof value === "string") return printable(JSON.stringify(cut(value, longest)));
  // JSON has no way to write undefined or an infinite number.
  if (value === undefined || typeof value === "number") return String(value);
  return printable(cut(JSON.stringify(value), longest));
}

/** The first characters of a text, by default 60, with "…" in place of the rest. */
export function cut(text: string, longest = LONGEST_QUOTE): string {
  const start = new RegExp(`^.{${longest}}(?=.)`, "su").exec(text);
  return start ? `${start[0]}…` : text;
}

/**
 * Names the first character of a value that is not ASCII, for text that should be: `has the character "а" U+0430, which
 * is not ASCII`. Undefined when all of the value is ASCII. It tells apart letters that look the same on the screen.
 */
export function nonAscii(value: string): string | undefined {
  const character = /[^\0-\x7f]/u.exec(value)?.[0];
  return character && `has the character ${quote(character)} ${codePoint(character)}, which is not ASCII`;
}

/** Names a character as Unicode does: `U+0430`. */
export function codePoint(character: string): string {
  return `U+${hex(character).toUpperCase()}`;
}

// Control, format (among them the bidirectional marks), unassigned and private characters, lone surrogates, line
// separators, characters that fonts draw as nothing, and every space but the ordinary one.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u2800]|[^\P{Zs} ]/gu;

function printable(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const escaped = JSON.stringify(character).slice(1, -1);
    if (escaped !== character) return escaped;
    return character.length > 1 ? `\\u{${hex(character)}}` : `\\u${hex(character)}`;
  });
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}

function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
