import type { AwsBlueprint } from "./aws";
import type { AwsAccount } from "./aws-account";
import type { DeployBlueprint } from "./aws-deploy";
import type { Foundation, FoundationBlueprint } from "./aws-foundation";
import type { AwsTenantBlueprint } from "./aws-tenant";
import type { Limit, Usage } from "./limits";

const OWN_ACCOUNT = "give tenants an account of their own (isolation: account), or move them to a platform of another";

/**
 * AWS's default quotas, by the name under which `aws.limits` of the platform's file raises them.
 * Sources: IAM User Guide, "IAM and AWS STS quotas"; S3 User Guide, "General purpose bucket quotas, limitations, and
 * restrictions"; AWS PrivateLink, "Quotas"; SNS, "Features"; KMS Developer Guide, "Resource quotas"; Systems Manager User
 * Guide, "Managing parameter tiers".
 *
 * SageMaker's quotas of domains, notebook instances, endpoints and instances are not here: AWS tells an account's own
 * only in Service Quotas, for each instance type, and new accounts have less.
 */
export const AWS_LIMITS = {
  rolesPerAccount: { value: 1000, what: "IAM roles in one account", wayOut: OWN_ACCOUNT },
  policiesPerAccount: { value: 1500, what: "customer managed policies of IAM in one account", wayOut: OWN_ACCOUNT },
  bucketsPerAccount: { value: 10_000, what: "buckets in one account", wayOut: OWN_ACCOUNT },
  interfaceEndpointsPerNetwork: {
    value: 50,
    what: "interface endpoints in one network",
    wayOut: "remove some of foundation.endpoints",
  },
  topicsPerAccount: { value: 100_000, what: "topics of SNS in one account", wayOut: OWN_ACCOUNT },
  keysPerRegion: { value: 100_000, what: "keys of KMS in one account and region", wayOut: OWN_ACCOUNT },
  parametersPerRegion: {
    value: 10_000,
    what: "standard parameters of SSM in one account and region",
    wayOut: OWN_ACCOUNT,
  },
} as const satisfies Record<string, Limit>;

/** The name of a quota of AWS. */
export type AwsLimitName = keyof typeof AWS_LIMITS;

/** Counts what a platform with its tenants uses of every quota, account by account. */
export function awsUsage({ foundation, tenants }: AwsBlueprint): Usage<AwsLimitName>[] {
  const counts = new Map<string, Usage<AwsLimitName>>();
  const entries = [...platformUsage(foundation), ...tenants.flatMap(tenantUsage)];
  for (const { limit, where, count } of entries) {
    const key = `${limit} ${where}`;
    counts.set(key, { limit, where, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()];
}

type Counts = Partial<Record<AwsLimitName, number>>;

function inAccount({ accountId }: AwsAccount, counts: Counts): Usage<AwsLimitName>[] {
  return Object.entries(counts).map(([limit, count]) => ({ limit: limit as AwsLimitName, where: accountId, count }));
}

function platformUsage({ foundation, parameters, deploy }: FoundationBlueprint): Usage<AwsLimitName>[] {
  const { subnetIds, accessLogBucket: computed, ...others } = parameters;
  return [
    ...foundationUsage(foundation),
    ...inAccount(foundation.target, {
      ...(deploy === undefined ? {} : deployCounts(deploy)),
      parametersPerRegion: Object.keys(others).length + Object.keys(subnetIds).length,
    }),
  ];
}

/** What every account has in which tenants work. */
function foundationUsage({ target, network }: Foundation): Usage<AwsLimitName>[] {
  return inAccount(target, {
    // Those that write the flow log and the trail.
    rolesPerAccount: 2,
    // Their boundary.
    policiesPerAccount: 1,
    // Access logs and the trail.
    bucketsPerAccount: 2,
    interfaceEndpointsPerNetwork: network.endpoints.length,
    // For log groups and for the trail.
    keysPerRegion: 2,
  });
}

function deployCounts({ policies }: DeployBlueprint): Counts {
  // The roles deploy and plan, with one boundary.
  return { rolesPerAccount: 2, policiesPerAccount: Object.keys(policies).length + 1 };
}

/** Parameters that every tenant has: its bucket, key, repository, subnets, security group and role. */
const ALWAYS_PUBLISHED = 6;

function tenantUsage(tenant: AwsTenantBlueprint): Usage<AwsLimitName>[] {
  const { target, place, principals, studio, policies, notebooks, serving } = tenant;
  const studios = studio === undefined ? 0 : 1;
  return [
    ...(place.isolation === "account" ? foundationUsage(place.foundation) : []),
    ...inAccount(target, {
      rolesPerAccount: 1 + (principals.length === 0 ? 0 : 1) + studios,
      policiesPerAccount: Object.keys(policies).length,
      bucketsPerAccount: 1,
      topicsPerAccount: 1,
      keysPerRegion: 1,
      parametersPerRegion: ALWAYS_PUBLISHED + studios + notebooks.length + serving.length,
    }),
  ];
}
