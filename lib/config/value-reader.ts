import { isMap, isScalar, isSeq, type LineCounter, type ParsedNode, Scalar, type YAMLMap } from "yaml";
import { type Finding, notAllowed } from "./finding";
import { cut, quote } from "./problem";

/**
 * Turns the tree of a file into plain values: text, numbers, booleans, null, lists and maps.
 *
 * @returns the value of the tree, or what it holds that files of this project may not hold: merge keys, duplicate keys,
 * keys that are not text, text that Terraform would evaluate (`${`, `%{`) and control characters.
 */
export function readValue(
  root: ParsedNode,
  lines: LineCounter,
): { value: unknown } | { findings: readonly [Finding, ...Finding[]] } {
  const reader = new ValueReader(lines);
  const value = reader.read(root);
  const [first, ...others] = reader.findings;
  return first === undefined ? { value } : { findings: [first, ...others] };
}

const CONTROL_CHARACTER = /[^\P{Cc}\t\n]|\p{Cs}/u;
const TEMPLATE = /[$%]\{[^}]*\}?/;

/** Reads a tree in one pass. */
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
    const control = CONTROL_CHARACTER.exec(text);
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
  if (typeof key !== "string") {
    return { refusal: `the key ${cut(source)} is not text; put it in quotes: ${quote(source)}` };
  }
  if (key === "<<" && node.type === Scalar.PLAIN) {
    return { refusal: "merge keys (<<) are not supported; write the keys out" };
  }
  // No schema has this key, and assigning it would set the prototype of the map instead.
  return key === "__proto__" ? { refusal: `unknown key ${quote(key)}` } : { key };
}
