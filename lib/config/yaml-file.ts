import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, sep } from "node:path";
import {
  Composer,
  CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
  Parser,
  Scalar,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { codePoint, cut, type FieldPath, formatField, type Problem, quote } from "./problem";

/** How `YamlFile.problem` reports a problem. */
export interface ProblemOptions {
  /** @default "error" */
  readonly severity?: Problem["severity"];
  /** Whether the problem is about the value of the field or about its key. @default "value" */
  readonly at?: "key" | "value";
}

/**
 * A YAML file that a person wrote, read and turned into plain values, with the position of each value at hand.
 *
 * The file must hold one map, in YAML 1.2 with the core schema (`yes` and `on` are text). Refused are the parts of YAML
 * that hide what a file says (anchors, aliases, merge keys, tags, directives, duplicate keys, keys that are not text)
 * and text that Terraform would evaluate (`${`, `%{`).
 *
 * Only the text and the values are kept, so that many files can be read in one process.
 */
export class YamlFile {
  /** A position is mostly asked for many times in a row for one file; all other trees are let go. */
  private static last:
    { readonly file: YamlFile; readonly document: Document.Parsed; readonly lines: LineCounter } | undefined;

  /**
   * Reads and checks the file at a path; never throws for what the path or the file holds.
   *
   * @param path Where the file is. A symbolic link may not lead out of the folder it stands in.
   * @param name What problems call the file, such as `tenants/acme.yaml`.
   * @returns the file, or all problems that one stage of reading found: the file itself, its syntax, its values.
   */
  public static read(path: string, name: string): { file: YamlFile } | { problems: Problem[] } {
    const content = readText(path);
    if ("refusal" in content) {
      return { problems: [{ severity: "error", file: name, field: "", message: content.refusal }] };
    }
    const lines = lineCounter(content.text);
    const parsed = parse(content.text, lines);
    if ("findings" in parsed) {
      const problems = parsed.findings.map(({ offset, path: field, message }): Problem => {
        const { line, col: column } = lines.linePos(offset);
        return { severity: "error", file: name, line, column, field: formatField(field ?? []), message };
      });
      return { problems };
    }
    return { file: new YamlFile(name, content.text, parsed.value) };
  }

  private constructor(
    /** What problems call the file, such as `tenants/acme.yaml`. */
    public readonly name: string,
    private readonly text: string,
    /** What the file holds: a map of plain values (text, numbers, booleans, null, lists and maps). */
    public readonly value: unknown,
  ) {}

  /**
   * A problem at the value of a field, or at its key. A field that the file does not have is reported at the nearest
   * map or list around it that the file has.
   */
  public problem(path: FieldPath, message: string, options: ProblemOptions = {}): Problem {
    const { severity = "error", at = "value" } = options;
    const { line, col: column } = this.parsed().lines.linePos(this.offset(path, at));
    return { severity, file: this.name, line, column, field: formatField(path), message };
  }

  /** The text, number, boolean or null of a field exactly as the file writes it, such as `007`; undefined for others. */
  public source(path: FieldPath): string | undefined {
    const nodes = this.nodes(path);
    const value = nodes.at(-1)?.value;
    return nodes.length > path.length && isScalar(value) ? this.text.slice(value.range[0], value.range[1]) : undefined;
  }

  private offset(path: FieldPath, at: "key" | "value"): number {
    const nodes = this.nodes(path);
    const { key, value } = nodes.at(-1) ?? {};
    const isMissing = nodes.length <= path.length;
    const isEmpty = !value || value.range[0] === value.range[1];
    return (isMissing || isEmpty || at === "key" ? (key ?? value) : value)?.range[0] ?? 0;
  }

  /** The nodes from the root along a path, as far as the file has them. */
  private nodes(path: FieldPath): Entry[] {
    const found: Entry[] = [{ value: this.parsed().document.contents }];
    for (const step of path) {
      const entry = child(found.at(-1)?.value, step);
      if (!entry) break;
      found.push(entry);
    }
    return found;
  }

  private parsed(): NonNullable<typeof YamlFile.last> {
    if (YamlFile.last?.file !== this) {
      YamlFile.last = { file: this, document: parseDocument(this.text, PARSE_OPTIONS), lines: lineCounter(this.text) };
    }
    return YamlFile.last;
  }
}

/** A value of the tree, with its key when it stands in a map. */
interface Entry {
  readonly key?: ParsedNode;
  readonly value: ParsedNode | null;
}

/** A problem within the text of a file. */
interface Finding {
  readonly offset: number;
  readonly path?: FieldPath;
  readonly message: string;
}

const LARGEST_FILE = 256 * 1024;
const DEEPEST_NESTING = 32;

// The reader below finds duplicate keys itself: the library compares every key with every other.
const PARSE_OPTIONS = { version: "1.2", schema: "core", merge: false, uniqueKeys: false, prettyErrors: false } as const;

const CONTROL_CHARACTER = /\r(?!\n)|[^\P{Cc}\t\n\r]/u;
const CONTROL_CHARACTER_IN_VALUE = /[^\P{Cc}\t\n]|\p{Cs}/u;
const TEMPLATE = /[$%]\{[^}]*\}?/;

function readText(path: string): { text: string } | { refusal: string } {
  let isLink = false;
  try {
    isLink = lstatSync(path).isSymbolicLink();
    if (isLink && leavesFolder(path)) {
      const folder = basename(realpathSync(dirname(path)));
      return { refusal: `is a symbolic link out of the ${folder} folder; put the file itself there` };
    }
    const status = statSync(path);
    if (status.isDirectory()) return { refusal: "is a folder, not a file" };
    if (!status.isFile()) return { refusal: "is not a regular file but a pipe, a socket or a device" };
    if (status.size > LARGEST_FILE) {
      return { refusal: `has ${status.size} bytes; the limit is ${LARGEST_FILE} (256 KiB)` };
    }
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };
    const mark = bytes.toString("hex", 0, 2);
    return { refusal: `is ${mark === "fffe" || mark === "feff" ? "UTF-16" : "not valid UTF-8"}; save it as UTF-8` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== "ENOENT") return { refusal: `cannot be read (${code})` };
    return { refusal: isLink ? "is a symbolic link to a file that does not exist" : "does not exist" };
  }
}

function leavesFolder(link: string): boolean {
  const way = relative(realpathSync(dirname(link)), realpathSync(link));
  return way.split(sep)[0] === ".." || isAbsolute(way);
}

function parse(text: string, lines: LineCounter): { value: unknown } | { findings: readonly Finding[] } {
  const control = CONTROL_CHARACTER.exec(text);
  if (control) return { findings: [{ offset: control.index, message: notAllowed(control[0]) }] };

  const { tokens, findings } = tokenize(text);
  if (findings.length > 0) return { findings };

  const documents = [...new Composer<ParsedNode, true>(PARSE_OPTIONS).compose(tokens, true, text.length)];
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) return { findings: explain(errors, text, lines) };

  const root = documents[0]?.contents;
  if (!isMap(root)) return { findings: [{ offset: root?.range[0] ?? 0, message: notAMap(root) }] };
  const reader = new ValueReader(lines);
  const value = reader.read(root);
  return reader.findings.length > 0 ? { findings: reader.findings } : { value };
}

function notAMap(root: ParsedNode | null | undefined): string {
  if (isScalar(root) && root.value !== null) return `the file must be a map of keys, got ${quote(root.value)}`;
  return isSeq(root) ? "the file must be a map of keys, got a list" : "the file is empty";
}

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

const NOT_A_PAIR = 'this is not a "key: value" pair; a key needs a colon and a space, on one line';

/** Plain words for what the library reports. A report that matches none is printed as the library words it. */
const PLAIN_WORDS: readonly (readonly [report: RegExp, words: string])[] = [
  [/.*Tabs are not allowed.*/, "a tab is used for indentation; use spaces"],
  [/.*Nested mappings.*/, 'a second ": " on one line; put the value in quotes, or correct the indentation below it'],
  [/.*(Implicit (map )?keys|block sequence may not be).*/, NOT_A_PAIR],
  [/.*items must start at the same column.*/, "the indentation does not match the lines above"],
  [/.*Missing closing (.)quote.*/, "a text in quotes is not closed; add a closing $1"],
  [/.*low sequence .*end with a \].*/, 'a list that starts with "[" is not closed; add "]"'],
  [/.*low map .*end with a }.*/, 'a map that starts with "{" is not closed; add "}"'],
  [/.*cannot start with .* character (.).*/, "a value cannot start with $1; put it in quotes"],
  [/.*Invalid escape sequence (.*)/, "$1 is not an escape sequence; write \\\\ for a backslash, or use single quotes"],
  [/.*block-seq-ind on same line.*/, 'a list item ("- ") on the line of a key; put it on a line of its own'],
  [/.*flow-(seq|map)-end.*"(.)".*/, 'this "$2" closes nothing; remove it, or put the value in quotes'],
  [/.*Unexpected (.) in flow.*/, 'unexpected "$1"; check the commas and colons around it'],
  [/.*Unexpected .*(at node end|in YAML stream).*/, "unexpected text; check the quotes and the indentation around it"],
];

/** One finding a line: what the parser reports further along a line mostly follows from the first report. */
function explain(errors: readonly YAMLError[], text: string, lines: LineCounter): Finding[] {
  const tabs = errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const byLine = new Map<number, Finding>();
  for (const error of tabs.length > 0 ? tabs : errors) {
    const report = error.message.split("\n", 1)[0] ?? "";
    const known = PLAIN_WORDS.find(([pattern]) => pattern.test(report));
    const message = known ? report.replace(...known) : report;
    // The library reports an unclosed quote where it gave up, often the end of the file.
    const [, quoteMark] = /Missing closing (.)quote/.exec(report) ?? [];
    const offset = quoteMark ? text.lastIndexOf(quoteMark, error.pos[0]) : error.pos[0];
    const { line } = lines.linePos(offset);
    if (!byLine.has(line)) byLine.set(line, { offset, message });
  }
  return [...byLine.values()];
}

/** Turns a tree into plain values in one pass, noting what the files of this project may not hold. */
class ValueReader {
  public readonly findings: Finding[] = [];
  private readonly path: (string | number)[] = [];

  constructor(private readonly lines: LineCounter) {}

  public read(node: ParsedNode | null): unknown {
    if (isMap(node)) return this.readMap(node);
    if (isSeq(node)) return node.items.map((item, index) => this.readAt(index, item));
    if (!isScalar(node)) return null;
    if (typeof node.value === "string") this.checkText(node.value, node);
    return node.value;
  }

  private readMap({ items }: YAMLMap.Parsed): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const offsets = new Map<string, number>();
    for (const { key: node, value } of items) {
      const read = readKey(node);
      if ("refusal" in read) {
        this.report(node, read.refusal);
        continue;
      }
      const { key } = read;
      const first = offsets.get(key);
      if (first !== undefined) {
        this.report(node, `the key ${quote(key)} is already set on line ${this.lines.linePos(first).line}`);
      }
      offsets.set(key, first ?? node.range[0]);
      this.checkText(key, node);
      map[key] = this.readAt(key, value);
    }
    return map;
  }

  private readAt(step: string | number, node: ParsedNode | null): unknown {
    this.path.push(step);
    const value = this.read(node);
    this.path.pop();
    return value;
  }

  private checkText(text: string, node: ParsedNode): void {
    const template = TEMPLATE.exec(text);
    if (template) {
      this.report(node, `${quote(template[0])} would be evaluated by Terraform; files hold literal values only`);
    }
    const control = CONTROL_CHARACTER_IN_VALUE.exec(text);
    if (control) this.report(node, notAllowed(control[0]));
  }

  private report(node: ParsedNode, message: string): void {
    this.findings.push({ offset: node.range[0], path: [...this.path], message });
  }
}

function readKey(node: ParsedNode): { key: string } | { refusal: string } {
  if (!isScalar(node)) return { refusal: "a key must be text, not a list or a map" };
  const { value: key, source } = node;
  if (key === null) return { refusal: 'a key is missing before ":"' };
  if (typeof key !== "string")
    return { refusal: `the key ${cut(source)} is not text; put it in quotes: ${quote(source)}` };
  if (key === "<<" && node.type === Scalar.PLAIN) {
    return { refusal: "merge keys (<<) are not supported; write the keys out" };
  }
  // No schema has this key, and assigning it would set the prototype of the map instead.
  return key === "__proto__" ? { refusal: `unknown key ${quote(key)}` } : { key };
}

function child(parent: ParsedNode | null | undefined, step: string | number): Entry | undefined {
  if (isSeq(parent)) {
    const value = typeof step === "number" ? parent.items[step] : undefined;
    return value && { value };
  }
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === step);
}

function lineCounter(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  return lines;
}

function notAllowed(character: string): string {
  return `the character ${codePoint(character)} is not allowed in text`;
}
