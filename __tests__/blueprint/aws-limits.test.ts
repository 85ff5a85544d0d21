import { AWS_LIMITS, type AwsLimitName, awsUsage } from "../../lib/blueprint/aws-limits";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import type { Usage } from "../../lib/blueprint/limits";
import {
  awsPlatform,
  awsTenant,
  blueprintOf,
  type Content,
  PLATFORM_ACCOUNT,
  problemsOf,
  resolved,
  TENANT_ACCOUNT,
} from "../support/files";
import { awsSynthesizedUsage } from "./aws-synthesized-usage";

const NAMES = Object.keys(AWS_LIMITS) as AwsLimitName[];
const WHOLE: Content = {
  principals: ["arn:aws:iam::111122223333:role/acme-sso"],
  notebooks: [
    { name: "research", instanceType: "ml.t3.medium" },
    { name: "review", instanceType: "ml.t3.medium" },
  ],
  studio: { users: ["ada", "grace"] },
  serving: [
    {
      name: "churn",
      image: `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:3`,
      instanceType: "ml.m5.large",
      scaling: { max: 4 },
    },
  ],
  budget: { monthlyUsd: 100 },
};

function countsOf(counted: readonly Usage<AwsLimitName>[], limit: AwsLimitName): Record<string, number> {
  return Object.fromEntries(counted.filter((entry) => entry.limit === limit).map(({ where, count }) => [where, count]));
}

function usageOf({ aws }: Blueprint): Usage<AwsLimitName>[] {
  if (aws === undefined) throw new Error("the platform is not on AWS");
  return awsUsage(aws).filter(({ count }) => count > 0);
}

describe("the number of everything that a quota counts is the number that is synthesized", () => {
  const blueprint = blueprintOf(
    awsPlatform({
      aws: {
        foundation: {
          addressSpace: "10.40.0.0/20",
          availabilityZones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
          endpoints: ["elasticfilesystem"],
          github: { repository: "acme/ml-platform", environment: "production" },
        },
      },
    }),
    [
      awsTenant("acme", { aws: WHOLE }),
      awsTenant("acme-eu"),
      awsTenant("initech", { aws: { isolation: "account", accountId: TENANT_ACCOUNT } }),
      awsTenant("hooli", {
        aws: { ...structuredClone(WHOLE), isolation: "account", accountId: "333333333333", serving: [] },
      }),
      awsTenant("umbrella", { lifecycle: "retiring", aws: { notebooks: WHOLE.notebooks } }),
    ],
  );
  const counted = usageOf(blueprint);
  const really = awsSynthesizedUsage(blueprint);

  test.each(NAMES)("%s", (limit) => {
    expect(countsOf(counted, limit)).toEqual(countsOf(really, limit));
  });

  test.each(NAMES)("%s is something that the files of this test have", (limit) => {
    expect(Object.keys(countsOf(really, limit))).not.toEqual([]);
  });

  test("in every account", () => {
    expect(Object.keys(countsOf(really, "rolesPerAccount")).sort()).toEqual(
      [PLATFORM_ACCOUNT, TENANT_ACCOUNT, "333333333333"].sort(),
    );
  });

  test("each once", () => {
    const places = counted.map(({ limit, where }) => `${limit} ${where}`);

    expect(new Set(places).size).toBe(places.length);
  });
});

describe("a quota", () => {
  /** Tenants with five policies each, beside the boundary of the foundation's roles. */
  const tenants = (count: number, aws: Content = {}) =>
    Array.from({ length: count }, (_, index) => awsTenant(`t${index}`, { aws }));
  const problemsWith = (count: number, limits: Content = {}) => {
    const { blueprint, problems } = resolved(awsPlatform({ aws: { limits } }), tenants(count));
    return {
      built: blueprint !== undefined,
      problems: problems.map(({ severity, field, message }) => ({ severity, field, message })),
    };
  };

  test("that is far away is not a problem", () => {
    expect(problemsWith(269)).toEqual({ built: true, problems: [] });
  });

  test("of which nine in ten are used is a warning", () => {
    expect(problemsWith(270)).toMatchObject({ built: true, problems: [{ severity: "warning" }] });
  });

  test("that is exceeded is an error with the quota's name, the count, the account and the way out", () => {
    expect(problemsWith(300)).toEqual({
      built: false,
      problems: [
        {
          severity: "error",
          field: "aws.limits.policiesPerAccount",
          message:
            `1501 customer managed policies of IAM in one account (${PLATFORM_ACCOUNT}), and the limit policiesPerAccount is 1500; ` +
            "give tenants an account of their own (isolation: account), or move them to a platform of another, " +
            "or if AWS has raised it for you, write the new value to aws.limits.policiesPerAccount",
        },
      ],
    });
  });

  test("that AWS has raised holds with its new value", () => {
    expect(problemsWith(300, { policiesPerAccount: 5000 })).toEqual({ built: true, problems: [] });
  });

  test("counts each account by itself", () => {
    const own = Array.from({ length: 40 }, (_, index) =>
      awsTenant(`own${index}`, { aws: { isolation: "account", accountId: String(300_000_000_000 + index) } }),
    );

    expect(problemsOf(awsPlatform(), [...tenants(269), ...own])).toEqual([]);
  });
});

describe("the names of quotas in the platform's file", () => {
  test.each(Object.entries(AWS_LIMITS))("%s can be raised, not lowered", (name, { value }) => {
    const withLimit = (raised: number) => problemsOf(awsPlatform({ aws: { limits: { [name]: raised } } }));

    expect(withLimit(value + 1)).toEqual([]);
    expect(withLimit(value - 1)).toEqual([
      `aws.limits.${name}: ${value - 1} is below AWS's own ${value}; a limit can only be raised`,
    ]);
  });

  test("that do not exist are refused, with the one that was meant", () => {
    expect(problemsOf(awsPlatform({ aws: { limits: { rolePerAccount: 2000 } } }))).toEqual([
      'aws.limits.rolePerAccount: "rolePerAccount" is not a limit; did you mean "rolesPerAccount"?',
    ]);
  });

  test("of Azure are refused", () => {
    expect(problemsOf(awsPlatform({ aws: { limits: { linksPerZone: 2000 } } }))).toEqual([
      `aws.limits.linksPerZone: "linksPerZone" is not a limit; known: ${NAMES.join(", ")}`,
    ]);
  });
});

/**
 * IAM User Guide, "IAM and AWS STS quotas"; S3 User Guide, "General purpose bucket quotas, limitations, and restrictions";
 * AWS PrivateLink, "Quotas"; SNS, "Features"; KMS Developer Guide, "Resource quotas"; Systems Manager User Guide, "Managing
 * parameter tiers".
 */
test("the table of quotas has AWS's own values", () => {
  expect(Object.fromEntries(Object.entries(AWS_LIMITS).map(([name, { value }]) => [name, value]))).toEqual({
    rolesPerAccount: 1000,
    policiesPerAccount: 1500,
    bucketsPerAccount: 10_000,
    interfaceEndpointsPerNetwork: 50,
    topicsPerAccount: 100_000,
    keysPerRegion: 100_000,
    parametersPerRegion: 10_000,
  });
});
