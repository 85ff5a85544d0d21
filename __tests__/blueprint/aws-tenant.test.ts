import fc from "fast-check";
import { type AwsTenantBlueprint, awsTenantBlueprint } from "../../lib/blueprint/aws-tenant";
import { type AwsPlatform, platformSchema } from "../../lib/config/platform";
import { awsPlatform, awsTenant, PLATFORM_ACCOUNT } from "../support/files";
import { awsPrefixes, endpointNames, instances, tenantIds } from "./arbitraries";
import { awsTenantConfig } from "./configs";

/** What tenants of one platform have in their files, and their ids. */
const platforms = fc.record({
  prefix: awsPrefixes,
  instance: instances,
  ids: fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 4 }),
  names: fc.uniqueArray(endpointNames, { minLength: 1, maxLength: 3 }),
});

/** Tenants with everything, under the same names in each of their files. */
function tenantsOf({ prefix, instance, ids, names }: typeof platforms extends fc.Arbitrary<infer T> ? T : never) {
  const platform = platformSchema.parse(awsPlatform({ prefix, instance })) as AwsPlatform;
  const aws = {
    principals: ["arn:aws:iam::111122223333:role/sso"],
    notebooks: names.map((name) => ({ name, instanceType: "ml.t3.medium" })),
    studio: { users: names },
    serving: names.map((name) => ({
      name,
      image: `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/churn:1`,
      instanceType: "ml.m5.large",
      scaling: { max: 4 },
    })),
    budget: { monthlyUsd: 100 },
  };
  return ids.map((id) => awsTenantBlueprint(platform, awsTenantConfig(awsTenant(id, { aws: structuredClone(aws) }))));
}

/** The names of what a tenant has, by what must not have two of one name. */
function namesOf(tenant: AwsTenantBlueprint): Record<string, string[]> {
  const { execRole, userRole, domainRole, policies, notebooks, studio, serving, budget } = tenant;
  return {
    // IAM does not tell upper from lower case in the names of roles.
    roles: [execRole, userRole, domainRole].map(({ name }) => name.toLowerCase()),
    policies: Object.values(policies).map(({ name }) => name.toLowerCase()),
    keys: [tenant.keyAlias],
    buckets: [tenant.bucket.name],
    repositories: [tenant.repository.name],
    securityGroups: [tenant.securityGroup],
    topics: [tenant.topic],
    parameters: [tenant.parameters.path],
    notebooks: notebooks.map(({ name }) => name),
    domains: studio === undefined ? [] : [studio.domain],
    profiles: studio?.users.map(({ profile }) => profile) ?? [],
    spaces: studio?.users.map(({ space }) => space) ?? [],
    endpoints: serving.map(({ endpoint }) => endpoint),
    models: serving.map(({ model }) => model.name),
    logGroups: serving.map(({ logGroup }) => logGroup),
    alarms: serving.flatMap(({ alarms }) => alarms.map(({ name }) => name)),
    scalingPolicies: serving.flatMap(({ scaling }) => (scaling === undefined ? [] : [scaling.policy])),
    budgets: budget === undefined ? [] : [budget.name],
  };
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) < index);
}

test("Tenants of one platform and account give no name twice, whatever their ids are and whatever is in their files.", () => {
  fc.assert(
    fc.property(platforms, (files) => {
      const all = tenantsOf(files).map(namesOf);
      for (const kind of Object.keys(all[0] ?? {})) {
        const names = all.flatMap((each) => each[kind] ?? []);
        expect(names).not.toEqual([]);
        expect({ [kind]: twice(names) }).toEqual({ [kind]: [] });
      }
    }),
    { numRuns: 200 },
  );
});

test("The names of a tenant's endpoint configurations never begin like another tenant's, though they are cut.", () => {
  fc.assert(
    fc.property(platforms, (files) => {
      const tenants = tenantsOf(files);
      for (const { prefix, serving } of tenants) {
        const others = tenants.filter((other) => other.prefix !== prefix);
        for (const { configurationPrefix } of serving) {
          expect(configurationPrefix.startsWith(prefix)).toBe(true);
          expect(others.filter((other) => configurationPrefix.startsWith(other.prefix))).toEqual([]);
        }
      }
    }),
    { numRuns: 200 },
  );
});
