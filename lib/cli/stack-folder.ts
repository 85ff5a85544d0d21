import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { isMap as isTree, type Tree } from "../terraform/tree";
import { UsageError } from "./selection";

/** The name of the file that holds a stack. */
const STACK_FILE = "cdk.tf.json";
/** Folders that hold no stacks but perhaps copies of them. */
const SKIPPED: readonly string[] = ["node_modules", ".terraform", ".git"];

/** A stack that was read from a folder. */
export interface StackFile {
  /** The stack's name: what CDKTF wrote, or else the name of its folder. */
  readonly name: string;
  /** The path of its file. */
  readonly path: string;
  readonly tree: Tree;
  readonly text: string;
}

/** Every stack at or below a path. Throws UsageError if there is none, or one is no JSON. */
export function readStacks(path: string): StackFile[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path} does not exist; name a folder with ${STACK_FILE} in it`);
  const files = stat.isDirectory() ? stackFilesBelow(path) : [path];
  if (files.length === 0) throw new UsageError(`there is no ${STACK_FILE} in ${path}`);
  return files.map(readStack);
}

function stackFilesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : stackFilesBelow(path);
    return entry.name === STACK_FILE ? [path] : [];
  });
}

function readStack(path: string): StackFile {
  const text = readFileSync(path, "utf8");
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}`);
  }
  if (!isTree(tree)) throw new UsageError(`${path} holds no map; a stack of Terraform is one`);
  const { "//": comment } = tree;
  const metadata = isTree(comment) && isTree(comment.metadata) ? comment.metadata : {};
  const { stackName } = metadata;
  return { name: typeof stackName === "string" ? stackName : basename(dirname(path)), path, tree, text };
}

/** Says on which line of a stack's file a resource stands; 1 if it stands there in another form. */
export function lineFinder(text: string): (address: string) => number {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
  return (address) => {
    const [type = "", ...id] = address.replace(/^data\./, "").split(".");
    const path = [address.startsWith("data.") ? "data" : "resource", type, id.join(".")];
    const key = path.reduce<Entry>(({ value }, name) => entryOf(value, name), { key: null, value: contents }).key;
    const offset = isNode(key) ? key.range?.[0] : undefined;
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
}

/** A key of a map and its value, as they stand in a text. */
interface Entry {
  readonly key: unknown;
  readonly value: unknown;
}

function entryOf(map: unknown, name: string): Entry {
  const entries: readonly Entry[] = isMap(map) ? map.items : [];
  return entries.find(({ key }) => isScalar(key) && key.value === name) ?? { key: null, value: null };
}
