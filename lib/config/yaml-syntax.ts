import { Composer, CST, isMap, isScalar, isSeq, Lexer, type LineCounter, type ParsedNode, Parser } from "yaml";
import { type Finding, notAllowed } from "./finding";
import { quote } from "./problem";
import { explainErrors } from "./yaml-errors";

/**
 * How the library reads a file: YAML 1.2 with the core schema, in which `yes` and `on` are text. The reader of values
 * finds duplicate keys itself, for the library compares every key with every other.
 */
export const PARSE_OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/**
 * Parses the text of a file, which must hold one map.
 *
 * @returns the tree, or everything that is wrong with the syntax, which includes the parts of YAML that hide what a file
 * says: anchors, aliases, tags and directives.
 */
export function parseYaml(text: string, lines: LineCounter): { root: ParsedNode } | { findings: readonly Finding[] } {
  const control = CONTROL_CHARACTER.exec(text);
  if (control) return { findings: [{ offset: control.index, message: notAllowed(control[0]) }] };

  const { tokens, findings } = tokenize(text);
  if (findings.length > 0) return { findings };

  const documents = compose(tokens, text.length);
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) return { findings: explainErrors(errors, text, lines) };

  const root = documents[0]?.contents;
  return isMap(root) ? { root } : { findings: [{ offset: root?.range[0] ?? 0, message: notAMap(root) }] };
}

const CONTROL_CHARACTER = /\r(?!\n)|[^\P{Cc}\t\n\r]/u;
const DEEPEST_NESTING = 32;

const UNSUPPORTED: Partial<Record<CST.TokenType, string>> = {
  alias: "is an alias: aliases are not supported; write the value out, or put it in quotes if it is text",
  anchor: "is an anchor: anchors are not supported; remove it, or put it in quotes if it is text",
  tag: "is a tag: tags are not supported; remove it, or put it in quotes if it is text",
  "directive-line": "is a directive: directives are not supported; remove the line",
};

/** Splits the text into tokens. Nesting is limited here, before the composer, which recurses. */
function tokenize(text: string): { tokens: CST.Token[]; findings: Finding[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const findings: Finding[] = [];
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    const type: CST.TokenType | null = isScalarNext ? null : CST.tokenType(lexeme);
    isScalarNext = type === "scalar";
    const unsupported = type && UNSUPPORTED[type];
    if (unsupported) findings.push({ offset, message: `${quote(lexeme)} ${unsupported}` });

    for (const token of parser.next(lexeme)) tokens.push(token);
    // Counting is only needed when the stack, which also holds the document and a scalar, is long.
    if (parser.stack.length > DEEPEST_NESTING && parser.stack.filter(CST.isCollection).length > DEEPEST_NESTING) {
      return { tokens, findings: [{ offset, message: `is nested deeper than ${DEEPEST_NESTING} levels` }] };
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const second = tokens.filter(({ type }) => type === "document")[1];
  if (second) {
    findings.push({ offset: second.offset, message: "a second document starts here; write one file for each" });
  }
  return { tokens, findings };
}

function compose(tokens: readonly CST.Token[], end: number) {
  // The library makes an Error for each report; a quarter of a million stack traces, which nobody sees, take seconds.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [...new Composer<ParsedNode, true>(PARSE_OPTIONS).compose(tokens, true, end)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function notAMap(root: ParsedNode | null | undefined): string {
  if (isScalar(root) && root.value !== null) return `the file must be a map of keys, got ${quote(root.value)}`;
  return isSeq(root) ? "the file must be a map of keys, got a list" : "the file is empty";
}
