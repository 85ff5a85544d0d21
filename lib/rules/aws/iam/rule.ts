import type { Problem } from "./finding";
import type { PolicyKind } from "./policy-kind";
import type { StatementView } from "./statement-view";

/** Something that a statement of a policy must be. */
export interface StatementRule {
  /** Its name, such as "unknown-action". */
  readonly id: string;
  /** What policies it is about. Default: all. */
  readonly uses?: readonly PolicyKind["use"][];
  /** What is wrong with a statement. */
  readonly check: (statement: StatementView, kind: PolicyKind) => readonly Problem[];
}

/** Something that a policy as a whole must be. */
export interface PolicyRule {
  /** Its name, such as "policy-size". */
  readonly id: string;
  /** What is wrong, with the Sid of the statement that has it; an empty one for the policy as a whole. */
  readonly check: (
    document: unknown,
    kind: PolicyKind,
    text: string,
  ) => readonly (Problem & { readonly sid: string })[];
}
