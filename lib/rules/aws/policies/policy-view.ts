import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import type { Problem } from "../iam/finding";
import type { PolicyKindName } from "../iam/policy-kind";
import type { PolicyRuleText } from "../iam/rule";
import type { StatementView } from "../iam/statement-view";
import type { Owner } from "./owner";

/** A policy in its place. */
export interface PolicyView {
  readonly kind: PolicyKindName;
  readonly statements: readonly StatementView[];
  /** What has the policy. */
  readonly resource: Resource;
  readonly stack: Stack;
  readonly owner: Owner;
}

/** Something that policies of some kinds must say, or must not. */
export interface ContentRule extends PolicyRuleText {
  readonly kinds: readonly PolicyKindName[];
  /** What is wrong, with the Sid of the statement that has it; an empty one for the policy as a whole. */
  readonly check: (policy: PolicyView) => readonly (Problem & { readonly sid: string })[];
}
