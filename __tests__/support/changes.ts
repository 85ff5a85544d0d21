import { ignoredPaths, isWithin, replaces, triggersOf } from "./replacement";
import { type Arguments, pathOf, resourcesOf, type StackJson } from "./synth";

/** What an edit of the files changes in one stack: what its plan would say. Resources are named by construct path. */
export interface Changes {
  /** Resources that come. */
  added?: string[];
  /** Resources that go. */
  removed?: string[];
  /** Resources that are changed where they are: the paths of their arguments. */
  changed?: Record<string, string[]>;
  /** Resources that go and come again: the paths of the arguments that make it so. */
  replaced?: Record<string, string[]>;
  /** Names of tags that change on everything in the stack that has tags, but for what is made with its tags for good. */
  tags?: string[];
  /** Names of outputs that come, go or change. */
  outputs?: string[];
  /** Providers whose settings change. */
  providers?: string[];
}

/** A resource of a stack. */
interface Resource {
  readonly type: string;
  readonly address: string;
  readonly body: Arguments;
}

/**
 * Compares two synthesized stacks as Terraform would: resources by address, without the arguments that it is told to
 * ignore. No plan says anything about depends_on and lifecycle, which Terraform itself reads. Only what is written
 * differently counts, and what is replaced along with it: an id that is new because its resource is replaced is not
 * followed to whatever refers to it.
 */
export function changesBetween(before: StackJson, after: StackJson): Changes {
  const [old, now] = [resourcesByPath(before), resourcesByPath(after)];
  const found: Required<Changes> = {
    added: [...now.keys()].filter((path) => !isAt(old, now, path)),
    removed: [...old.keys()].filter((path) => !isAt(now, old, path)),
    changed: {},
    replaced: {},
    tags: [],
    outputs: differingKeys(before.output, after.output),
    providers: differingKeys(before.provider, after.provider),
  };
  const tagged: string[][] = [];
  const touched = new Map<string, string[]>();
  for (const [path, { type, address, body }] of now) {
    const previous = old.get(path);
    if (previous?.type !== type) continue;
    const ignored = ["depends_on", "lifecycle", ...ignoredPaths(body)];
    const paths = differences(previous.body, body).filter((each) => !ignored.some((root) => isWithin(each, root)));
    const [tags, others] = [paths.filter(isTag), paths.filter((each) => !isTag(each))];
    const replacing = paths.filter((each) =>
      replaces(type, { path: each, before: valueAt(previous.body, each), after: valueAt(body, each) }),
    );
    if (paths.length > 0) touched.set(address, replacing.length > 0 ? [REPLACED] : paths);
    if (replacing.length > 0) found.replaced[path] = replacing;
    else if (others.length > 0) found.changed[path] = others;
    if (hasTags(body) && !ignored.includes("tags")) tagged.push(tags.map((each) => each.replace(/^.*tags\./, "")));
  }
  found.tags = common(tagged);
  replaceTriggered(now, touched, found);
  return Object.fromEntries(
    Object.entries(found)
      .map(([key, value]) => [key, Array.isArray(value) ? value.sort() : value] as const)
      .filter(([, value]) => Object.keys(value).length > 0),
  );
}

/** In place of the paths of arguments: all of the resource is new. */
const REPLACED = "";

/**
 * Adds what is replaced because something else is. Where a whole resource is named, any change of it is enough, even one of
 * its tags (Terraform, "The lifecycle meta-argument").
 *
 * @param touched the paths of arguments that change, by the address of the resource
 */
function replaceTriggered(
  now: ReadonlyMap<string, Resource>,
  touched: Map<string, string[]>,
  found: Required<Changes>,
): void {
  const fires = (trigger: string) =>
    [...touched].some(([address, paths]) =>
      paths.some(
        (path) =>
          trigger === address ||
          (isWithin(trigger, address) && (path === REPLACED || isWithin(path, trigger.slice(address.length + 1)))),
      ),
    );
  const triggered = [...now].filter(
    ([path, { body }]) => !(path in found.replaced) && !found.added.includes(path) && triggersOf(body).some(fires),
  );
  if (triggered.length === 0) return;
  for (const [path, { address }] of triggered) {
    found.replaced[path] = ["lifecycle.replace_triggered_by"];
    Reflect.deleteProperty(found.changed, path);
    touched.set(address, [REPLACED]);
  }
  replaceTriggered(now, touched, found);
}

function valueAt(tree: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => (isMap(part) ? part[key] : undefined), tree);
}

function resourcesByPath(stack: StackJson): Map<string, Resource> {
  return new Map(
    Object.keys(stack.resource).flatMap((type) =>
      Object.entries(resourcesOf(stack, type)).map(([id, body]) => [
        pathOf(stack, type, id),
        { type, address: `${type}.${id}`, body },
      ]),
    ),
  );
}

/** Whether what stands at a path of one stack stands there in another one too. */
function isAt(other: ReadonlyMap<string, Resource>, own: ReadonlyMap<string, Resource>, path: string): boolean {
  return other.get(path)?.type === own.get(path)?.type;
}

/** The paths at which two trees differ. A list is one value: its entries have no names. */
function differences(before: unknown, after: unknown, path = ""): string[] {
  if (isMap(before) && isMap(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .flatMap((key) => differences(before[key], after[key], path === "" ? key : `${path}.${key}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

function differingKeys(before: object = {}, after: object = {}): string[] {
  return [...new Set(differences(before, after).map((path) => path.split(".")[0] ?? path))];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTag(path: string): boolean {
  return isWithin(path, "tags") || isWithin(path, "body.tags");
}

function hasTags({ tags, body }: Arguments): boolean {
  return isMap(tags) || (isMap(body) && isMap(body.tags));
}

/** What all lists agree on. Fails the test if they do not agree: then a tag has reached a part of a stack only. */
function common(lists: readonly string[][]): string[] {
  const [first = []] = lists;
  expect(lists).toEqual(lists.map(() => first));
  return first;
}
