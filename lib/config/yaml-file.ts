import { type Document, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Finding } from "./finding";
import { type FieldPath, formatField, type Problem } from "./problem";
import { readText } from "./read-text";
import { readValue } from "./value-reader";
import { PARSE_OPTIONS, parseYaml } from "./yaml-syntax";

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
    const { text } = content;
    const lines = lineCounter(text);
    const parsed = parseYaml(text, lines);
    const result = "findings" in parsed ? parsed : readValue(parsed.root, lines);
    if ("findings" in result) {
      return { problems: result.findings.map((finding) => problemOf(finding, name, lines)) };
    }
    return { file: new YamlFile(name, text, result.value) };
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

function child(parent: ParsedNode | null | undefined, step: string | number): Entry | undefined {
  if (isSeq(parent)) {
    const value = typeof step === "number" ? parent.items[step] : undefined;
    return value && { value };
  }
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === step);
}

function problemOf({ offset, path = [], message }: Finding, file: string, lines: LineCounter): Problem {
  const { line, col: column } = lines.linePos(offset);
  return { severity: "error", file, line, column, field: formatField(path), message };
}

function lineCounter(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  return lines;
}
