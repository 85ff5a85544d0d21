import type { Example, RuleText } from "../../rule";
import type { Problem } from "./finding";
import type { PolicyKind, PolicyKindName } from "./policy-kind";
import type { StatementView } from "./statement-view";

/** Fields of a statement. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a rule about policies is about, in words. */
export interface PolicyRuleText extends RuleText {
  /** How to mend it: a sentence that begins with a verb. */
  readonly fix: string;
  readonly example: PolicyExample | Example;
}

/** A statement, or a whole policy as a text, that breaks a rule, and the same as it should be. */
export interface PolicyExample {
  /** What the statement's policy is for. */
  readonly kind: PolicyKindName;
  readonly wrong: Fields | string;
  readonly right: Fields | string;
}

/** Something that a statement of a policy must be. */
export interface StatementRule extends PolicyRuleText {
  /** What policies it is about. Default: all. */
  readonly uses?: readonly PolicyKind["use"][];
  /** What is wrong with a statement. */
  readonly check: (statement: StatementView, kind: PolicyKind) => readonly Problem[];
}

/** Something that a policy as a whole must be. */
export interface WholePolicyRule extends PolicyRuleText {
  /** What is wrong, with the Sid of the statement that has it; an empty one for the policy as a whole. */
  readonly check: (
    document: unknown,
    kind: PolicyKind,
    text: string,
  ) => readonly (Problem & { readonly sid: string })[];
}
