import { awsPlatform, awsTenant, type Content, PLATFORM_ACCOUNT, TENANT_ACCOUNT } from "../files";

/** The file of a platform with everything that one can have on AWS. */
export function wholeAwsPlatform(): Content {
  return awsPlatform({
    aws: {
      foundation: {
        addressSpace: "10.40.0.0/20",
        endpoints: ["elasticfilesystem"],
        github: { repository: "acme/ml", environment: "production" },
      },
    },
  });
}

/** The file of a tenant with everything that one can have on AWS. */
export function wholeAwsTenant(id: string, aws: Content = {}): Content {
  const image = `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/${id}/images:churn-3`;
  return awsTenant(id, {
    aws: {
      principals: [`arn:aws:iam::${PLATFORM_ACCOUNT}:role/sso-${id}`],
      notebooks: [{ name: "research", instanceType: "ml.t3.medium" }],
      studio: { users: ["ada", "grace"] },
      serving: [{ name: "churn", image, instanceType: "ml.m5.large", scaling: { max: 4 } }],
      budget: { monthlyUsd: 2000 },
      bucketFromVpcOnly: true,
      ...aws,
    },
  });
}

/** The file of such a tenant with an account of its own. */
export function wholeAccountTenant(id: string): Content {
  const image = `${TENANT_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/${id}/images:churn-3`;
  return wholeAwsTenant(id, {
    isolation: "account",
    accountId: TENANT_ACCOUNT,
    serving: [{ name: "churn", image, instanceType: "ml.m5.large", scaling: { max: 4 } }],
  });
}
