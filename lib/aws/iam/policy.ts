/** One text or several: IAM takes both, and a single text is shorter. */
export type Texts = string | readonly string[];

/** Who a statement of a resource's policy is about. */
export type PolicyPrincipal =
  "*" | { readonly AWS: Texts } | { readonly Service: Texts } | { readonly Federated: Texts };

/** Conditions by operator and key: all of them must hold; of a key's values one. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

/**
 * A statement of a policy, in the words of IAM ("IAM JSON policy elements reference") and in this order. It has either an
 * Action or a NotAction; either a Resource or a NotResource, but in trust policies and those of repositories, which are
 * about what they stand on; and a Principal in policies of resources and in trust policies only.
 */
export interface Statement {
  /** What the statement does, in one word of letters and digits, which no other of the policy has. */
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: PolicyPrincipal;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Conditions;
}

/** A policy of IAM or of a resource: plain data, which can be checked before anything is applied. */
export interface PolicyDocument {
  /** The version of the language: the one that has variables. */
  readonly Version: "2012-10-17";
  /** What it says. The order means nothing: a Deny always wins. */
  readonly Statement: readonly Statement[];
}

/** A policy of the given statements. */
export function policy(...statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

/** ARN of AWS's own policy that denies everything: the boundary of a role that may do nothing. */
export function denyAllArn({ partition }: { readonly partition: string }): string {
  return `arn:${partition}:iam::aws:policy/AWSDenyAll`;
}

/** The text of a policy as Terraform is given it. References of Terraform may stand in it. */
export function policyJson(document: PolicyDocument): string {
  return JSON.stringify(document);
}
