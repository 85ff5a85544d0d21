import { merge } from "../terraform/merge";
import type { Tree } from "../terraform/tree";
import { valuesAt } from "./blocks";
import type { Expectation } from "./expectation";
import type { Resource } from "./resource";
import type { Rule, RuleText, Violation } from "./rule";
import type { Selection } from "./selection";

/** A rule about the value of one argument. */
export interface Setting extends RuleText {
  /**
   * Where it stands within the resource, as in "network_rules.default_action"; see `valuesAt`. A block whose name ends in
   * "?" need not be there.
   */
  readonly argument: string;
  readonly must: Expectation;
  /**
   * Whether the provider's own default is right, so that the argument may be left out. Default: it must be there, so that
   * what the file says does not depend on the provider's release.
   */
  readonly mayBeAbsent?: true;
  /** Default: to set the argument to the right value. */
  readonly fix?: string;
}

/** Rules about the arguments of a type of resource, of Terraform or of ARM; of some of them only, if so selected. */
export function settings(type: string, rows: readonly Setting[], selection: Selection = ALL): Rule[] {
  return rows.map(({ argument, must, mayBeAbsent, fix, ...text }) => ({
    ...text,
    fix: fix ?? fixOf(argument, must),
    example: {
      wrong: merged(selection.example, example(type, argument, must.wrong)),
      right: merged(selection.example, example(type, argument, must.right)),
    },
    check: (stack) =>
      violations(
        stack.resources(type).filter((resource) => selection.has(resource, stack)),
        { argument, must, mayBeAbsent: mayBeAbsent === true },
      ),
  }));
}

const ALL: Selection = { has: () => true, example: {} };

function* violations(
  resources: readonly Resource[],
  { argument, must, mayBeAbsent }: { argument: string; must: Expectation; mayBeAbsent: boolean },
): Iterable<Violation> {
  for (const resource of resources) {
    // What stands in a body that is a text nobody can read; its own rule tells of that.
    if (argument.startsWith("body") && typeof resource.content.body === "string") continue;
    for (const { value, ...place } of valuesAt(resource.content, argument)) {
      const mayLack = mayBeAbsent || (resource.partial && argument.startsWith("body"));
      const isRight = (value === undefined && mayLack) || must.holds(value);
      if (!isRight) yield { resource, ...place, found: value, must: must.must };
    }
  }
}

function fixOf(argument: string, { right }: Expectation): string {
  const name = argument.replaceAll("?", "");
  if (right === undefined) return `remove ${name}`;
  const referred = /\$\{([a-z0-9_]+)\./.exec(JSON.stringify(right))?.[1];
  return `set ${name} to ${referred === undefined ? JSON.stringify(right) : `a reference to this stack's ${referred}`}`;
}

/** A stack with one resource that has one argument. */
function example(type: string, argument: string, value: unknown): Tree {
  const [terraform, own] = type.includes("/") ? ["azapi_resource", { type: `${type}@2025-06-01` }] : [type, {}];
  const content = { ...own, ...nested(argument.replaceAll("?", "").split("."), value) };
  const provider = /^(provider|backend)\.(.+)$/.exec(terraform);
  if (provider?.[1] === "provider") return { provider: { [provider[2] ?? ""]: [content] } };
  if (provider?.[1] === "backend") return { terraform: { backend: { [provider[2] ?? ""]: content } } };
  return { resource: { [terraform]: { example: content } } };
}

function nested([name, ...rest]: readonly string[], value: unknown): Tree {
  if (name === undefined) return {};
  if (rest.length > 0) return { [name]: nested(rest, value) };
  return value === undefined ? {} : { [name]: value };
}

function merged(...trees: readonly Tree[]): Tree {
  const all: Tree = {};
  for (const tree of trees) merge(all, JSON.parse(JSON.stringify(tree)) as Tree);
  return all;
}
