import type { Tree } from "../terraform/tree";
import type { ControlId } from "./controls";
import type { Resource } from "./resource";
import type { Stack } from "./stack";

/**
 * How bad it is when a rule is broken, the gravest first: another tenant or the internet gets in, or data gets out; one layer
 * of the defence against that is gone; detection, recovery or the own encryption key is gone; hygiene.
 */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;

/** How bad it is when a rule is broken. */
export type Severity = (typeof SEVERITIES)[number];

/** What a rule is about, in words. */
export interface RuleText {
  /** Its name, as in "azure-storage-shared-key". It never changes: files name it in exceptions. */
  readonly id: string;
  readonly severity: Severity;
  /** What must be, in one sentence, as in "Storage accounts take no account keys." */
  readonly title: string;
  /** Why, in a sentence or two: what happens otherwise. */
  readonly reason: string;
  /** Where the reason can be looked up: the title of a page, or the name of a policy. */
  readonly source: string;
  /** The controls of benchmarks that it satisfies. */
  readonly controls: readonly ControlId[];
}

/** Something that a stack must be, told by its JSON alone. */
export interface Rule extends RuleText {
  /** How to mend it: a sentence that begins with a verb, such as "set shared_access_key_enabled to false". */
  readonly fix: string;
  readonly example: Example;
  /** What is wrong with a stack. The same place of the same resource is told once. */
  readonly check: (stack: Stack) => Iterable<Violation>;
}

/** The blocks of a stack, such as `{ resource: … }`, with which a rule finds one thing wrong, and with which nothing. */
export interface Example {
  readonly wrong: Tree;
  readonly right: Tree;
}

/** What breaks a rule. */
export interface Violation {
  /** The resource that has it. */
  readonly resource: Resource;
  /** The argument, as in "network_rules.default_action"; empty for the resource as a whole. */
  readonly argument: string;
  /** The whole argument, where `argument` is a block around it that is missing. Rules that look into one block tell of it once. */
  readonly sought?: string;
  /** The value that is there; undefined when there is none. */
  readonly found: unknown;
  /** What is allowed, as the end of a sentence that begins with the value, as in "must be false". */
  readonly must: string;
}
