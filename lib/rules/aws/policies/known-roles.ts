import { policyOf, stackWithPolicy } from "../iam/example";
import { ACCOUNT, ROLE } from "../iam/rules/example-arns";
import type { Stack } from "../../stack";
import { isOfTenant } from "./names";
import type { ContentRule } from "./policy-view";

/**
 * Who runs Terraform is named by the platform's file, and so by any name. But whoever a bucket or a repository leaves in must be
 * known to the tenant's key as well, without which it could neither make nor read what is in them.
 */
export const knownRoles: ContentRule = {
  id: "aws-policy-known-roles",
  severity: "critical",
  title: "A tenant's bucket and repository leave in the roles that the tenant's key names, and no others.",
  reason: "A role that nothing else of the tenant names reads its data and its images.",
  fix: "take the role out; whoever runs Terraform is named in the platform's file",
  source: "IAM User Guide: AWS JSON policy elements: NotPrincipal",
  controls: ["MCSB PA-7", "FSBP S3.6"],
  kinds: ["bucket", "repository"],
  example: { wrong: example(`arn:aws:iam::${ACCOUNT}:role/somebody`), right: example(ROLE) },
  check: ({ statements, owner, stack }) => {
    const keys = keyPolicies(stack);
    if (owner.tenant === undefined || keys.length === 0) return [];
    return statements
      .filter(({ allows }) => !allows)
      .flatMap(({ sid, conditions }) => {
        const roles = conditions
          .filter(({ key, parts }) => /^aws:PrincipalArn$/i.test(key) && parts.base.includes("Not"))
          .flatMap(({ values }) => values);
        const strangers = roles.filter(
          (role) => !isOfTenant(role, owner) && !keys.some((policy) => policy.includes(`"${role}"`)),
        );
        return strangers.length === 0
          ? []
          : [{ sid, value: strangers.join(", "), must: "must be a role that the tenant's key names" }];
      });
  },
};

function keyPolicies(stack: Stack): string[] {
  return stack
    .resources("aws_kms_key")
    .flatMap(({ content: { policy } }) => (typeof policy === "string" ? [policy] : []));
}

function example(role: string) {
  const Condition = { ArnNotEquals: { "aws:PrincipalArn": role } };
  const { resource } = stackWithPolicy(
    "repository",
    policyOf({ Effect: "Deny", Principal: "*", Action: "ecr:*", Condition }),
  );
  const key = policyOf({ Effect: "Allow", Principal: { AWS: ROLE }, Action: "kms:DescribeKey", Resource: "*" });
  const permissions_boundary = "arn:aws:iam::aws:policy/AWSDenyAll";
  return {
    resource: {
      ...resource,
      aws_iam_role: { exec: { name: "mlp-dev-acme--exec", path: "/mlp-dev/tenant/acme/", permissions_boundary } },
      aws_kms_key: { example: { policy: JSON.stringify(key) } },
    },
  };
}
