import { isPattern } from "../glob";
import { actionsMatching } from "../known-actions";
import { memoized } from "../../../memo";
import { isWildcardOnly } from "../service-data/service-data";
import type { StatementRule } from "../rule";
import { MODELS, ROLE } from "./example-arns";

/** Most actions that one message names. */
const MOST_NAMED = 3;

/** Actions that a condition key scopes better than a resource does, each with the key. */
const SCOPED_BY_KEY: Readonly<Record<string, string>> = {
  // Its only resources are datasets of OpenTelemetry; metrics themselves have no ARN.
  "cloudwatch:PutMetricData": "cloudwatch:namespace",
};

const PASS_ROLE = "iam:PassRole";
/** What `inexactPassRole` tells of is left to it. */
const scopedActions = memoized((pattern) =>
  actionsMatching(pattern).filter((action) => !isWildcardOnly(action) && action.id !== PASS_ROLE),
);
const passesRole = memoized((pattern) => actionsMatching(pattern).some(({ id }) => id === PASS_ROLE));

/**
 * A grant on everything, of an action that can be granted on something. A boundary grants nothing, and in the policy of a
 * resource "*" means the resource.
 */
export const unscopedResource: StatementRule = {
  id: "aws-iam-unscoped-resource",
  severity: "critical",
  title: "Policies of roles name what they grant rights on.",
  reason: "A right on everything reaches what is another tenant's.",
  fix: "name resources, and put actions that cannot be scoped into a statement of their own",
  source: "IAM User Guide: Security best practices in IAM, Apply least-privilege permissions",
  controls: ["MCSB PA-7", "FSBP KMS.1", "FSBP KMS.2"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "sagemaker:DescribeModel", Resource: "*" },
    right: { Effect: "Allow", Action: "sagemaker:DescribeModel", Resource: MODELS },
  },
  uses: ["identity"],
  check: ({ allows, actions, resources, notResources, conditions }) => {
    if (!allows) return [];
    const keys = conditions.map(({ key }) => key.toLowerCase());
    const open = resources.find(isEverything) ?? notResources[0];
    if (open === undefined) return [];
    const scoped = actions.flatMap(scopedActions).filter(({ id }) => !keys.includes(SCOPED_BY_KEY[id] ?? ""));
    if (scoped.length === 0) return [];
    const names = scoped.slice(0, MOST_NAMED).map(({ id }) => id);
    const more = scoped.length > names.length ? ` and ${scoped.length - names.length} more` : "";
    const types = [...new Set(scoped.flatMap(({ required, optional }) => [...required, ...optional]))];
    const named = types.slice(0, MOST_NAMED).join(", ");
    const about = `${names.join(", ")}${more} can be scoped to ${named}${types.length > MOST_NAMED ? ", …" : ""}`;
    const must = notResources.length > 0 ? "must not be all that is left out" : "must name resources";
    return [{ value: open, must: `${must}, for ${about}` }];
  },
};

/** The role must be one: whoever passes a role has its rights, and a service that is not named may be any. */
export const inexactPassRole: StatementRule = {
  id: "aws-iam-inexact-pass-role",
  severity: "critical",
  title: "A role that may be passed is one, and is passed to one service.",
  reason: "Whoever passes a role has its rights, and a service that is not named may be any.",
  fix: 'write the ARN of the role, and "StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}',
  source: "IAM User Guide: Grant a user permissions to pass a role to an AWS service",
  controls: ["MCSB PA-7"],
  example: { kind: "identity", wrong: pass(ROLE.replace("--exec", "--*")), right: pass(ROLE) },
  uses: ["identity"],
  check: ({ allows, actions, resources, notResources, conditions }) => {
    if (!allows || !actions.some(passesRole)) return [];
    const wide = [...resources.filter(isPattern), ...notResources];
    const services = conditions.filter(({ key, parts }) => {
      return key.toLowerCase() === "iam:passedtoservice" && /^String(Equals|Like)$/.test(parts.base) && !parts.ifExists;
    });
    const named = services.flatMap(({ values }) => values);
    const isOneService = named.length === 1 && !named.some(isPattern);
    return [
      ...wide.map((value) => ({ value, must: "must be the ARN of one role" })),
      ...(isOneService
        ? []
        : [{ value: named.length === 0 ? PASS_ROLE : named.join(", "), must: "must name one service to pass to" }]),
    ];
  },
};

/** "*" straight after a variable: where the variable is empty, the pattern matches everything. */
export const variableBeforeWildcard: StatementRule = {
  id: "aws-iam-variable-before-wildcard",
  severity: "high",
  title: "A delimiter stands between a variable and a wildcard.",
  reason:
    "The pattern of tenant acme also matches what is acme-eu's, and with an empty value it would match everything.",
  fix: 'put a delimiter between the variable and "*", such as "--"',
  source: "IAM User Guide: IAM policy elements: Variables and tags",
  controls: ["MCSB IM-7"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::${aws:PrincipalTag/tenant}*" },
    right: { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::${aws:PrincipalTag/tenant}--*" },
  },
  check: ({ resources, notResources, conditions, principals }) =>
    [
      ...resources,
      ...notResources,
      ...principals.map(({ value }) => value),
      ...conditions.flatMap(({ values }) => values),
    ]
      .filter((value) => /\$\{[\w.-]+:[^{}]*\}\*/.test(value))
      .map((value) => ({ value, must: 'must have a delimiter between the variable and "*"' })),
};

function pass(Resource: string) {
  const Condition = { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } };
  return { Effect: "Allow", Action: PASS_ROLE, Resource, Condition };
}

/** "*", or an ARN that names no more than the account. */
function isEverything(resource: string): boolean {
  return /^[*?]+$/.test(resource.replace(/^arn:([^:]*:){4}/, "").replaceAll("/", ""));
}
