import { MOST_CHARACTERS } from "../../../blueprint/policy-size";

/** What a policy is for, which decides what it may say and how long it may be. */
export interface PolicyKind {
  /** As a sentence calls it. */
  readonly what: string;
  /**
   * identity: grants rights to a role. ceiling: limits what such grants can be. trust: says who takes a role. resource: says
   * who may use a resource. path: limits what goes through an endpoint.
   */
  readonly use: "identity" | "ceiling" | "trust" | "resource" | "path";
  /** The most characters that AWS takes. Absent where no page says one. */
  readonly maxSize?: number;
  /** Whether its statements may leave the resource out, which is the one that has the policy. Default: they may not. */
  readonly isOfOneResource?: true;
  /** Whether white space counts. Default: it does not. */
  readonly countsWhiteSpace?: true;
}

/**
 * Kinds of policies. Sizes are from "IAM and AWS STS quotas" (identity, inline, boundary, trust), "Bucket policies for
 * Amazon S3", AWS KMS "Resource quotas", Amazon ECR "Service quotas", Amazon SNS "endpoints and quotas", and "AWS PrivateLink
 * quotas".
 */
export const POLICY_KINDS = {
  identity: { what: "a managed policy", use: "identity", maxSize: MOST_CHARACTERS.managedPolicy },
  inline: { what: "an inline policy", use: "identity", maxSize: 10_240 },
  boundary: { what: "a permissions boundary", use: "ceiling", maxSize: MOST_CHARACTERS.managedPolicy },
  trust: { what: "a role's trust policy", use: "trust", maxSize: MOST_CHARACTERS.trustPolicy },
  bucket: { what: "a bucket's policy", use: "resource", maxSize: 20_480 },
  key: { what: "a key's policy", use: "resource", maxSize: 32_768 },
  repository: { what: "a repository's policy", use: "resource", maxSize: 10_240, isOfOneResource: true },
  topic: { what: "a topic's policy", use: "resource", maxSize: 30_720 },
  endpoint: { what: "an endpoint's policy", use: "path", maxSize: 20_480, countsWhiteSpace: true },
  resource: { what: "a resource's policy", use: "resource" },
} as const satisfies Record<string, PolicyKind>;

/** The name of a kind of policies. */
export type PolicyKindName = keyof typeof POLICY_KINDS;
