import { isEveryAction } from "../iam/rules/actions";
import { isPositive } from "../iam/rules/principals";
import { ACCOUNT } from "../iam/rules/example-arns";
import type { StatementView } from "../iam/statement-view";
import type { ContentRule } from "./policy-view";

/** What only reads data that models and images are made of, which may be of other accounts. */
const READS =
  /^(ecr:(BatchCheckLayerAvailability|BatchGetImage|Describe(Images|Repositories)|GetAuthorizationToken|GetDownloadUrlForLayer|ListImages)|s3:(GetObject(Version)?|GetBucketLocation|ListBucket))$/i;

/**
 * Buckets of AWS that requests come for which no account signs (ECR User Guide, "Minimum Amazon S3 bucket permissions for
 * Amazon ECR"; Amazon Linux User Guide, "Amazon S3 bucket policy for AL2023 repositories").
 */
const OF_AWS = /^arn:[^:]+:s3:::(prod-[a-z0-9-]+-starport-layer-bucket|al2023-repos-[a-z0-9-]+)\/\*$/;

/** What an endpoint may carry; a statement must be of one of these kinds. */
const KINDS: readonly ((statement: StatementView) => boolean)[] = [
  // Own principals to own resources. Some actions have no resource, and then no account of one.
  (statement) => isHeld(statement, "aws:PrincipalAccount") && isHeld(statement, "aws:ResourceAccount", "IfExists"),
  // Own principals who read what others have.
  (statement) => isHeld(statement, "aws:PrincipalAccount") && onlyReads(statement),
  // Whoever has a presigned URL of the account's own, of which the principal is not always there.
  ({ resources, ...statement }) =>
    resources.length > 0 &&
    resources.every((resource) => /^arn:[^:]+:[^:]+:[^:]*:\d{12}:/.test(resource)) &&
    isHeld({ resources, ...statement }, "aws:PrincipalAccount", "IfExists"),
  // Files of AWS.
  (statement) =>
    statement.resources.length > 0 &&
    statement.resources.every((resource) => OF_AWS.test(resource)) &&
    onlyReads(statement),
];

/** What goes through an endpoint is the account's own. */
export const endpointLimits: ContentRule = {
  id: "aws-endpoint-policy-own-account",
  severity: "critical",
  title: "The policy of a VPC endpoint carries the account's own principals to the account's own resources.",
  reason: "Otherwise data leaves to a bucket of anybody's, with keys that somebody brought into the network.",
  fix: 'add "StringEquals": {"aws:PrincipalAccount": "<account>"} and "StringEqualsIfExists": {"aws:ResourceAccount": "<account>"}',
  source: "AWS PrivateLink Guide: Control access to VPC endpoints using endpoint policies",
  controls: ["MCSB NS-2", "MCSB IM-7"],
  kinds: ["endpoint"],
  example: {
    kind: "endpoint",
    wrong: through({ StringEquals: { "aws:PrincipalAccount": ACCOUNT } }),
    right: through({
      StringEquals: { "aws:PrincipalAccount": ACCOUNT },
      StringEqualsIfExists: { "aws:ResourceAccount": ACCOUNT },
    }),
  },
  check: ({ statements }) =>
    statements
      .filter((statement) => statement.allows && !KINDS.some((isOfKind) => isOfKind(statement)))
      .map(({ sid, actions }) => ({
        sid,
        value: actions.join(", "),
        must: "must be held to aws:PrincipalAccount and aws:ResourceAccount",
      })),
};

/** Whether a condition holds a key to values. With "IfExists" a missing key may satisfy it. */
function isHeld({ conditions }: StatementView, key: string, orElse?: "IfExists"): boolean {
  return conditions.some(
    (condition) =>
      condition.key.toLowerCase() === key.toLowerCase() &&
      (isPositive(condition) ||
        (orElse === "IfExists" && isPositive({ ...condition, parts: { ...condition.parts, ifExists: false } }))),
  );
}

function onlyReads({ actions }: StatementView): boolean {
  const named = actions.filter((action) => !isEveryAction(action));
  return named.length > 0 && named.every((action) => READS.test(action));
}

function through(Condition: object) {
  return { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*", Condition };
}
