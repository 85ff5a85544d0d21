import type { ConditionView, StatementView } from "../iam/statement-view";
import { policyOf, stackWithPolicy } from "../iam/example";
import type { PolicyKindName } from "../iam/policy-kind";
import { ACCOUNT } from "../iam/rules/example-arns";
import { isForeign, isOfTenant } from "./names";
import type { ContentRule } from "./policy-view";

/** Tags that say whose something is. */
const TENANT_TAG = /^aws:(RequestTag|ResourceTag|PrincipalTag)\/tenant$/i;
/** Who asks, by name. */
const WHO = /^aws:PrincipalArn$/i;
/** For what a service asks, by name; and whose policies tell tenants apart by it. */
const SOURCE = /^(aws:SourceArn|kms:EncryptionContext:aws:logs:arn)$/i;
const OF_SOURCES: readonly PolicyKindName[] = ["key", "topic"];

/** What a tenant's policies are about is the tenant's own. */
export const ownNames: ContentRule = {
  id: "aws-policy-own-names",
  severity: "critical",
  title: "The policies of a tenant's stack name nothing of another tenant's.",
  reason: "A right on another tenant's names, or a Deny that leaves them out, lets one tenant reach the other.",
  fix: 'name what is of the tenant itself, as in mlp-dev-acme--*, with "--" before "*", and by a reference what AWS gives an id',
  source: "IAM User Guide: IAM JSON policy elements: NotResource",
  controls: ["MCSB PA-7", "MCSB IM-7"],
  kinds: ["identity", "inline", "boundary", "trust", "key", "bucket", "repository", "topic"],
  example: { wrong: example("globex"), right: example("acme") },
  check: ({ kind, statements, owner }) => {
    if (owner.tenant === undefined) return [];
    const { tenant } = owner;
    return statements.flatMap((statement) => {
      const foreign = [
        ...namesIn(statement, kind).filter((name) => isForeign(name, owner)),
        ...rolesIn(statement, kind).filter((name) => !isForeign(name, owner) && !isOfTenant(name, owner)),
        ...statement.conditions
          .filter(({ key }) => TENANT_TAG.test(key))
          .flatMap((condition) => foreignTags(condition, tenant)),
      ];
      return foreign.length === 0
        ? []
        : [
            {
              sid: statement.sid,
              value: foreign.join(", "),
              must: `must be of the tenant ${tenant}, by its names or by a reference`,
            },
          ];
    });
  },
};

/** What a statement allows something on, or leaves out when it denies; "*" alone of an Allow is told as such. */
function namesIn({ allows, resources, notResources, principals, conditions }: StatementView, kind: PolicyKindName) {
  const isAbout = (key: string) =>
    allows ? WHO.test(key) || (OF_SOURCES.includes(kind) && SOURCE.test(key)) : /arn/i.test(key);
  const values = conditions
    .filter(({ key, parts: { base } }) => isAbout(key) && /^(Arn|String)/.test(base) && base.includes("Not") !== allows)
    .flatMap((condition) => condition.values);
  return allows
    ? [...resources, ...principals.map(({ value }) => value), ...values].filter((value) => value !== "*")
    : [...notResources, ...values];
}

/** Roles that a role of a tenant has rights on: no others than the tenant's, not even those of the platform. */
function rolesIn({ allows, resources }: StatementView, kind: PolicyKindName): readonly string[] {
  return allows && (kind === "identity" || kind === "inline") ? resources.filter((one) => one.includes(":role/")) : [];
}

/** Values of a tag that are another tenant's. */
function foreignTags({ parts: { base }, values }: ConditionView, tenant: string): string[] {
  return base === "Null" ? [] : values.filter((value) => value !== tenant && !value.startsWith("${"));
}

function example(tenant: string) {
  const Resource = `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:model/mlp-dev-${tenant}--*`;
  const { resource } = stackWithPolicy(
    "identity",
    policyOf({ Effect: "Allow", Action: "sagemaker:ListTags", Resource }),
  );
  const permissions_boundary = "arn:aws:iam::aws:policy/AWSDenyAll";
  const aws_iam_role = { exec: { name: "mlp-dev-acme--exec", path: "/mlp-dev/tenant/acme/", permissions_boundary } };
  return { resource: { ...resource, aws_iam_role } };
}
