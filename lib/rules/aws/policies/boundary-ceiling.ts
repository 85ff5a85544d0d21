import { actionsMatching } from "../iam/known-actions";
import { isWildcardOnly } from "../iam/service-data/service-data";
import { isEveryAction } from "../iam/rules/actions";
import { ACCOUNT } from "../iam/rules/example-arns";
import { boundaryOf } from "./boundary-of";
import type { ContentRule } from "./policy-view";
import { tenantDenies } from "./tenant-boundary";

/** What a tenant's role may do although it changes who may do what, each held to the tenant by its own policies. */
const ALLOWED: readonly string[] = [
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DeleteNetworkInterfacePermission",
  "iam:PassRole",
  "kms:CreateGrant",
  "sagemaker:AddTags",
];

/** What a tenant's role never does although AWS calls it a mere change. */
const NEVER =
  /^(iam|sts):|^kms:(Schedule|Disable|Update)|^s3:(Put|Delete)Bucket|^ec2:Authorize|^sagemaker:(Create|Update)(Domain|NotebookInstance|Space|UserProfile)/;

/** The ceiling of a tenant's role has no verb that changes policies, trusts, keys or tags. */
export const tenantCeiling: ContentRule = {
  id: "aws-tenant-boundary-ceiling",
  severity: "critical",
  title: "The boundary of a tenant's roles allows nothing that changes policies, trusts, keys or tags.",
  reason: "Whoever may change them takes the boundary away, or gives its own tag to what is another tenant's.",
  fix: "take the action out of the boundary: Terraform does it with the deploy role",
  source: "IAM User Guide: Permissions boundaries for IAM entities",
  controls: ["MCSB PA-7"],
  kinds: ["boundary"],
  example: {
    kind: "boundary",
    wrong: { Effect: "Allow", Action: ["s3:GetObject", "s3:PutBucketPolicy"], Resource: "*" },
    right: { Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" },
  },
  check: (policy) => {
    if (boundaryOf(policy) !== "tenant") return [];
    // A Deny that somebody has made an Allow is told as a Deny that is missing.
    const told = tenantDenies(policy).map(({ sid }) => sid);
    return policy.statements
      .filter(({ allows, sid }) => allows && !told.includes(sid))
      .flatMap(({ sid, actions }) =>
        actions
          .filter((action) => !isEveryAction(action) && changesRights(action))
          .map((value) => ({ sid, value, must: "must not be among the most that a tenant can ever do" })),
      );
  },
};

/** The ceiling of a service's role names the log groups that it writes to. */
export const serviceCeiling: ContentRule = {
  id: "aws-service-boundary-ceiling",
  severity: "medium",
  title: "The boundary of roles of AWS's services names the log groups that they write to.",
  reason: "Otherwise the service writes to every log of the account, and hides or forges what is in them.",
  fix: "name the log groups",
  source: "Amazon VPC User Guide: IAM role for publishing flow logs to CloudWatch Logs",
  controls: ["MCSB PA-7"],
  kinds: ["boundary"],
  example: {
    kind: "boundary",
    wrong: { Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" },
    right: {
      Effect: "Allow",
      Action: "logs:PutLogEvents",
      Resource: `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/aws/vpc/mlp-dev--flow-log:*`,
    },
  },
  check: (policy) =>
    boundaryOf(policy) === "service"
      ? policy.statements
          .filter(({ allows, actions, resources }) => allows && resources.includes("*") && actions.some(isScoped))
          .map(({ sid }) => ({ sid, value: "*", must: "must name log groups" }))
      : [],
};

function isScoped(action: string): boolean {
  return actionsMatching(action).some((known) => !isWildcardOnly(known));
}

/** Whether an action, or one that a pattern names, changes who may do what, or what a tenant's machines are. */
export function changesRights(pattern: string): boolean {
  return actionsMatching(pattern).some(
    ({ id, level }) => !ALLOWED.includes(id) && (/Permissions management|Tagging/.test(level) || NEVER.test(id)),
  );
}
