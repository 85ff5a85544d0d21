import { checkStack } from "../../../lib/rules/check-stack";
import type { Finding } from "../../../lib/rules/finding";
import type { StackJson } from "../../support/synth";
import { type Kind, type Mutation, mutationsOf } from "./mutate";
import { type Readers, readersOf } from "./readers";

/** What the rules say to the changes of one argument of one type, in all stacks. */
export interface Told {
  readonly type: string;
  readonly argument: string;
  readonly kind: Kind;
  /** Changes of which no rule tells, by the stack, the resource and the value there. */
  readonly silent: readonly string[];
  /** Changes of which several findings tell, with the findings. */
  readonly repeated: readonly string[];
}

/** Holds every change of every stack against the rules. Stacks are right before; a change that was tried is not repeated. */
export function survey(stacks: ReadonlyMap<string, StackJson>): Told[] {
  const told = new Map<string, Told & { silent: string[]; repeated: string[] }>();
  const tried = new Set<string>();
  for (const [name, stack] of stacks) {
    const readers = readersOf(name, stack);
    for (const mutation of mutationsOf(name, stack)) {
      const same = likeness(mutation);
      if (tried.has(same)) continue;
      tried.add(same);
      const { type, argument, kind } = mutation;
      const key = `${type} ${argument} ${kind}`;
      const entry = told.get(key) ?? { type, argument, kind, silent: [], repeated: [] };
      told.set(key, entry);
      const findings = mutation.within(() => findingsIn(name, stack, mutation, readers));
      if (findings.length === 0) entry.silent.push(where(mutation));
      if (findings.length > 1)
        entry.repeated.push(
          [where(mutation), ...findings.map(({ rule, address, argument: at }) => `${rule.id} ${address} ${at}`)].join(
            "\n  ",
          ),
        );
    }
  }
  return [...told.values()];
}

/** What all rules find, of which only those are asked that look at the changed resource. */
function findingsIn(name: string, stack: StackJson, { type, id }: Mutation, readers: (type: string) => Readers) {
  const [terraformType = ""] = type.split(" ");
  const { ofStack, ofResource } = readers(terraformType);
  const changed = stack.resource[terraformType]?.[id];
  const alone = changed === undefined ? {} : { resource: { [terraformType]: { [id]: changed } } };
  const findings = checkStack(name, stack, ofStack);
  // As within one check, a value that breaks several rules is told once.
  const isTold = ({ address, argument, found }: Finding) =>
    findings.some((other) => other.address === address && other.argument === argument && other.found === found);
  return [...findings, ...checkStack(name, alone, ofResource).filter((finding) => !isTold(finding))];
}

/**
 * Changes that are alike, of which one is tried: references are the same in the stacks of all tenants. Where it matters what
 * a resource is to others, each is tried.
 */
function likeness({ stack, type, id, argument, kind, value }: Mutation): string {
  const one = [type, argument, kind, JSON.stringify(value)];
  return (kind === "gone" || RELATIONS.includes(argument) ? [stack, id, ...one] : one).join(" ");
}

const RELATIONS = ["depends_on", "role_definition_id", "scope"];

function where({ stack, type, id, value }: Mutation): string {
  return `${stack} ${type}.${id}: ${JSON.stringify(value)}`;
}
