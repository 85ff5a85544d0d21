import { isEveryAction } from "../iam/rules/actions";
import { policyOf, stackWithPolicy } from "../iam/example";
import { ACCOUNT, BUCKET_OBJECTS, ROLE } from "../iam/rules/example-arns";
import { boundaryOf } from "./boundary-of";
import { changesRights } from "./boundary-ceiling";
import { namesAction } from "./condition-need";
import type { ContentRule, PolicyView } from "./policy-view";

/** What a role that deploys is never allowed: to take boundaries away. */
const BOUNDARIES = ["iam:DeleteRolePermissionsBoundary"];
/** What not even its boundary allows: users, whose keys last and who have no boundary. */
const USERS = ["CreateAccessKey", "CreateLoginProfile", "CreateUser", "UpdateLoginProfile"].map(
  (name) => `iam:${name}`,
);

/** The boundary stops these rights too, but two mistakes would then be one hole. */
export const tenantRights: ContentRule = {
  id: "aws-tenant-rights",
  severity: "high",
  title: "Policies of a tenant's roles allow nothing that changes policies, trusts, keys, tags or machines.",
  reason: "Only the boundary would keep the tenant from opening its data, or from being root on its notebook.",
  fix: "take the action out of the policy: Terraform does it with the deploy role",
  source: "IAM User Guide: Security best practices in IAM, Apply least-privilege permissions",
  controls: ["MCSB PA-7"],
  kinds: ["identity", "inline"],
  example: { wrong: ofTenant("s3:PutBucketPolicy"), right: ofTenant("s3:GetObject") },
  check: ({ statements, owner }) =>
    owner.tenant === undefined
      ? []
      : statements
          .filter(({ allows }) => allows)
          .flatMap(({ sid, actions }) =>
            actions
              .filter((action) => !isEveryAction(action) && changesRights(action))
              .map((value) => ({ sid, value, must: "must not be allowed to a tenant's role" })),
          ),
};

/** Roles that deploy make roles and policies of tenants, and no users. */
export const deployRights: ContentRule = {
  id: "aws-deploy-rights",
  severity: "critical",
  title: "Roles that deploy make no users, and take no boundaries away.",
  reason: "A user or a role without a boundary does whatever its policies say, and a pull request writes those.",
  fix: "name the actions that are needed, without these",
  source: "IAM User Guide: Permissions boundaries for IAM entities, Delegating responsibility to others",
  controls: ["MCSB PA-7"],
  kinds: ["identity", "inline", "boundary"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: BOUNDARIES, Resource: ROLE },
    right: { Effect: "Allow", Action: "iam:GetRole", Resource: ROLE },
  },
  check: (policy) => {
    const never = neverAllowed(policy);
    return policy.statements
      .filter(({ allows }) => allows)
      .flatMap((statement) => {
        const named = never.filter((action) => namesAction(statement, action));
        return named.length === 0
          ? []
          : [{ sid: statement.sid, value: named.join(", "), must: "must not be allowed to a role that deploys" }];
      });
  },
};

function neverAllowed(policy: PolicyView): readonly string[] {
  if (policy.owner.tenant !== undefined) return [];
  if (policy.kind !== "boundary") return [...BOUNDARIES, ...USERS];
  // Its Deny keeps boundaries where they are.
  return boundaryOf(policy) === "deployer" ? USERS : [];
}

function ofTenant(Action: string) {
  const { resource } = stackWithPolicy("identity", policyOf({ Effect: "Allow", Action, Resource: BUCKET_OBJECTS }));
  const permissions_boundary = `arn:aws:iam::aws:policy/AWSDenyAll`;
  return {
    provider: { aws: [{ allowed_account_ids: [ACCOUNT] }] },
    resource: {
      ...resource,
      aws_iam_role: { exec: { name: "mlp-dev-acme--exec", path: "/mlp-dev/tenant/acme/", permissions_boundary } },
    },
  };
}
