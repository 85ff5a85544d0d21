import type { Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import { type FieldPath, type Problem, quote } from "../config/problem";
import type { AwsTenant } from "../config/tenant";
import type { AwsFiles } from "./aws";
import { accountsOf } from "./aws-account-checks";
import { deployBlueprint } from "./aws-deploy";
import { type AwsOwner, nameOf, ownerOfRole, parseRoleArn, type RoleArn } from "./aws-owners";
import { base } from "./names";

/** Roles that the files name and that may not be, or should not. */
export function roleProblems({ platform, tenants }: AwsFiles): Problem[] {
  const shared = sharedPrincipals(tenants);
  if (platform === undefined) return shared;
  const accounts = accountsOf(platform.config, tenants);
  return [
    ...deployerProblems(platform),
    ...tenants.flatMap((tenant) => [
      ...tooManyPrincipals(tenant),
      ...principalProblems(platform.config, tenant, accounts),
      ...deployRoleProblems(platform.config, tenant),
    ]),
    ...shared,
  ];
}

function deployerProblems({ file, config }: Source<AwsPlatform>): Problem[] {
  const { accountId } = config.aws;
  return config.aws.deployers.flatMap((arn, index) => {
    const path = ["aws", "deployers", index];
    const role = parseRoleArn(arn);
    const partition = wrongPartition(config, role);
    if (partition !== undefined) return [file.problem(path, `${quote(arn)} ${partition}`)];
    const owner = ownerOfRole(config, role);
    if (owner?.tenant !== undefined) return [file.problem(path, `${quote(arn)} ${tenantRuns(owner)}`)];
    if (role.accountId === accountId) return [];
    const message = `${quote(arn)} is in account ${role.accountId}, and terraform runs in ${accountId} as who it is: a role of another account cannot run it, and would only be let into the tenants' buckets; use a role of ${accountId}`;
    return [file.problem(path, message, { severity: "warning" })];
  });
}

function deployRoleProblems(platform: AwsPlatform, { file, config: { aws } }: Source<AwsTenant>): Problem[] {
  const { deployRole: arn, accountId } = aws;
  if (arn === undefined || accountId === undefined) return [];
  const path = ["aws", "deployRole"];
  const role = parseRoleArn(arn);
  const partition = wrongPartition(platform, role);
  if (partition !== undefined) return [file.problem(path, `${quote(arn)} ${partition}`)];
  if (role.accountId !== accountId)
    return [
      file.problem(
        path,
        `${quote(arn)} is in account ${role.accountId}; use a role of the tenant's own account, ${accountId}`,
      ),
    ];
  const owner = ownerOfRole(platform, role);
  if (owner?.tenant !== undefined) return [file.problem(path, `${quote(arn)} ${tenantRuns(owner)}`)];
  const taken = deployBlueprint(platform)?.tenantAccountRole.replace("*", accountId);
  if (taken === undefined || arn === taken || platform.aws.deployers.length > 0) return [];
  const message = `${quote(arn)} is no role that the deploy role of foundation.github may take; use ${quote(taken)}, or name whoever runs terraform for this tenant in deployers of the platform's file`;
  return [file.problem(path, message)];
}

function tenantRuns(owner: AwsOwner): string {
  return `is a role of ${nameOf(owner)}, and whoever runs terraform changes every tenant's policies and boundary; use a role that is no tenant's`;
}

function principalProblems(
  platform: AwsPlatform,
  { file, config: { tenant, aws } }: Source<AwsTenant>,
  accounts: ReadonlySet<string>,
): Problem[] {
  return aws.principals.flatMap((arn, index) => {
    const role = parseRoleArn(arn);
    const wrong = wrongPartition(platform, role) ?? chained(platform, role, { tenant, accounts });
    return wrong === undefined ? [] : [file.problem(["aws", "principals", index], `${quote(arn)} ${wrong}`)];
  });
}

/**
 * Characters of a trust policy that roles have: the 2,048 that IAM takes (IAM User Guide, "IAM and AWS STS quotas") without
 * what else is in it. Each role comes in quotes, with a comma.
 */
const TRUST_ROOM = 2048 - 130;

function tooManyPrincipals({ file, config: { aws } }: Source<AwsTenant>): Problem[] {
  const characters = aws.principals.reduce((sum, arn) => sum + arn.length + 3, 0);
  if (characters <= TRUST_ROOM) return [];
  const message = `has ${aws.principals.length} roles of ${characters} characters together, and the trust policy of the user role has room for ${TRUST_ROOM}; name fewer roles, which more people share`;
  return [file.problem(["aws", "principals"], message)];
}

/** Why a role may not take a tenant's user role, because it is one of the platform's: one tenant's would lead to another. */
function chained(
  platform: AwsPlatform,
  role: RoleArn,
  { tenant, accounts }: { tenant: string; accounts: ReadonlySet<string> },
): string | undefined {
  const use = "use the role that people or a pipeline sign in to";
  const owner = ownerOfRole(platform, role);
  if (owner?.tenant === tenant) return `is a role of this tenant itself; ${use}`;
  if (owner !== undefined) return `is a role of ${nameOf(owner)}, which would act as this tenant too; ${use}`;
  const start = `${base(platform)}-`;
  return accounts.has(role.accountId) && role.name.toLowerCase().startsWith(start)
    ? `has a name like those of this platform's own roles, which begin with ${quote(start)}; ${use}`
    : undefined;
}

function wrongPartition({ aws: { partition } }: AwsPlatform, role: RoleArn): string | undefined {
  if (role.partition === partition) return undefined;
  return `is in the partition ${role.partition}, and the platform in ${partition}: no role reaches another partition; use a role of ${partition}`;
}

/** Roles that two tenants name: not wrong, but whoever has one is both. */
function sharedPrincipals(tenants: AwsFiles["tenants"]): Problem[] {
  const owners = new Map<string, string[]>();
  for (const { config } of tenants) {
    for (const arn of config.aws.principals) owners.set(arn, [...(owners.get(arn) ?? []), config.tenant]);
  }
  return tenants.flatMap(({ file, config: { tenant, aws } }) =>
    aws.principals.flatMap((arn, index) => {
      const others = owners.get(arn)?.filter((other) => other !== tenant) ?? [];
      if (others.length === 0) return [];
      const path: FieldPath = ["aws", "principals", index];
      const message = `${quote(arn)} is a principal of ${others.map((other) => `tenant ${other}`).join(", ")} too: whoever has it can act for each of them; use a role per tenant if they should be different people`;
      return [file.problem(path, message, { severity: "warning" })];
    }),
  );
}
