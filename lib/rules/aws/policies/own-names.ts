import type { ConditionView, StatementView } from "../iam/statement-view";
import { policyOf, stackWithPolicy } from "../iam/example";
import { ACCOUNT } from "../iam/rules/example-arns";
import type { Owner } from "./owner";
import type { ContentRule } from "./policy-view";

/** Types of which every tenant shares the ids, for they are the network's. */
const SHARED = /:(network-interface|subnet)\/\*$/;
/** Types of which AWS gives the ids: the tenant's own are known by a reference only. */
const BY_ID = /:(key|security-group|domain|space|user-profile|app)\/[^$]/;
/** Tags that say whose something is. */
const TENANT_TAG = /^aws:(RequestTag|ResourceTag|PrincipalTag)\/tenant$/i;
/** Who asks, by name. */
const WHO = /^aws:PrincipalArn$/i;

/** What a tenant's policies are about is the tenant's own. */
export const ownNames: ContentRule = {
  id: "aws-policy-own-names",
  severity: "critical",
  title: "The policies of a tenant's stack name nothing of another tenant's.",
  reason: "A right on another tenant's names, or a Deny that leaves them out, lets one tenant reach the other.",
  fix: 'name what is of the tenant itself, as in mlp-dev-acme--*, with "--" before "*", and by a reference what AWS gives an id',
  source: "IAM User Guide, IAM JSON policy elements: Resource, and NotResource",
  controls: ["MCSB PA-7", "MCSB IM-7"],
  kinds: ["identity", "inline", "boundary", "trust", "key", "bucket", "repository", "topic"],
  example: { wrong: example("globex"), right: example("acme") },
  check: ({ statements, owner }) => {
    if (owner.tenant === undefined) return [];
    const { tenant } = owner;
    return statements.flatMap((statement) => {
      const foreign = [
        ...namesIn(statement).filter((name) => !isOwn(name, owner)),
        ...statement.conditions
          .filter(({ key }) => TENANT_TAG.test(key))
          .flatMap((condition) => foreignTags(condition, tenant)),
      ];
      return foreign.length === 0
        ? []
        : [{ sid: statement.sid, value: foreign.join(", "), must: `must be the own of the tenant ${tenant}` }];
    });
  },
};

/** What a statement allows something on, or leaves out when it denies; "*" alone of an Allow is told as such. */
function namesIn({ allows, resources, notResources, principals, conditions }: StatementView): string[] {
  const values = conditions
    .filter(({ key, parts: { base } }) => isAboutNames(key, base, allows))
    .flatMap(({ values }) => values);
  return allows
    ? [...resources, ...principals.map(({ value }) => value), ...values].filter((value) => value !== "*")
    : [...notResources, ...values];
}

/** Names in conditions: of who asks, and of what a request is about unless a Deny is about it. */
function isAboutNames(key: string, base: string, allows: boolean): boolean {
  const isNegated = base.includes("Not");
  return (
    base !== "Null" &&
    (allows ? WHO.test(key) && !isNegated : isNegated && /^(Arn|String)Not/.test(base) && /arn/i.test(key))
  );
}

/** Whether a text names nothing of another tenant's, as far as it can be told. */
function isOwn(text: string, { tenant = "", platform }: Owner): boolean {
  if (text.startsWith("${")) return true;
  const head = text.split(/\$\{|[*?]/)[0] ?? "";
  if (platform === undefined) return text !== "*";
  const isTenants = [`${platform}-${tenant}--`, `/tenant/${tenant}/`, `:repository/${platform}/${tenant}/`].some(
    (own) => head.includes(own),
  );
  if (isTenants || text.endsWith(`/tenant/${tenant}`) || head.includes(`${platform}-${tenant}-trail`)) return true;
  if (new RegExp(`[:/](${platform}-[a-z0-9-]+--|tenant/[a-z0-9-]+)|:repository/${platform}/[a-z0-9-]+/`).test(head))
    return false;
  if (BY_ID.test(text)) return false;
  // A literal, or one that goes on with a reference, is no other tenant's; a pattern may be.
  if (!/[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, "")) || SHARED.test(text) || text.includes("${")) return true;
  const name = head.split(/[:/]/).at(-1) ?? "";
  const isObjects = /^arn:[^:]+:s3:::[^*?/]+\//.test(text);
  return isObjects || !(`${platform}-`.startsWith(name) || name.startsWith(`${platform}-`));
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
  const aws_iam_role = { exec: { name: "mlp-dev-acme--exec", path: "/mlp-dev/tenant/acme/" } };
  return { resource: { ...resource, aws_iam_role } };
}
