import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { AwsEnvironment } from "../../lib/aws/environment";
import { addAwsProvider } from "../../lib/aws/provider";
import type { TenantResources } from "../../lib/aws/tenant/tenant-resources";
import { type AwsTenantBlueprint, awsTenantBlueprint } from "../../lib/blueprint/aws-tenant";
import { platformSchema } from "../../lib/config/platform";
import { tenantSchema } from "../../lib/config/tenant";
import { BaseStack } from "../../lib/terraform/base-stack";
import { awsPlatform, awsTenant, PLATFORM_ACCOUNT } from "./files";
import { type StackJson, synthPlan } from "./synth";

type Changes<Make extends (...args: never[]) => unknown> = Parameters<Make>;

/** What a tenant has on AWS, from files as small as they can be with the given changes. */
export function awsTenantOf(
  changes: Changes<typeof awsTenant>[1] = {},
  platformChanges: Changes<typeof awsPlatform>[0] = {},
  id = "acme",
): AwsTenantBlueprint {
  const { aws: platformAws, ...platform } = platformSchema.parse(awsPlatform(platformChanges));
  const { aws, ...tenant } = tenantSchema.parse(awsTenant(id, changes));
  if (platformAws === undefined || aws === undefined) throw new Error("the files say nothing of AWS");
  return awsTenantBlueprint({ ...platform, aws: platformAws }, { ...tenant, aws });
}

/** Synthesizes a stack that has the AWS provider and what is built in it, and no tags but `tenant`. */
export function synthAws(build: (stack: BaseStack) => void, name = "tenant-acme"): StackJson {
  return synthPlan({
    name,
    build: (app) => {
      const stack = new BaseStack(app, {
        stack: name,
        backend: { kind: "local", path: `${name}.tfstate` },
        retiring: false,
        tags: { tenant: "acme" },
      });
      addAwsProvider(stack, { partition: "aws", accountId: PLATFORM_ACCOUNT, region: "eu-central-1" });
      build(stack);
      return stack;
    },
  });
}

/** A network with ids that tests can tell apart. */
export const ENVIRONMENT: AwsEnvironment = {
  vpcId: "vpc-0000000000000001",
  subnetIds: ["subnet-0000000000000001", "subnet-0000000000000002"],
  endpointSecurityGroupId: "sg-0000000000000001",
  s3PrefixListId: "pl-00000001",
  s3EndpointId: "vpce-0000000000000001",
  accessLogBucket: "mlp-dev--logs-aaaaa",
};

/** What workloads are made with: literals, and a resource of the stack at `ready` that must be there first. */
export function tenantResources(stack: BaseStack, tenant: AwsTenantBlueprint): TenantResources {
  return {
    environment: ENVIRONMENT,
    keyArn: `arn:aws:kms:eu-central-1:${PLATFORM_ACCOUNT}:key/00000000-0000-4000-8000-000000000001`,
    bucket: tenant.bucket.name,
    execRoleArn: tenant.execRole.arn,
    securityGroupId: "sg-0000000000000002",
    topicArn: `arn:aws:sns:eu-central-1:${PLATFORM_ACCOUNT}:${tenant.topic}`,
    ready: [new IamRolePolicy(stack, "ready", { role: tenant.execRole.name, policy: "{}" })],
  };
}
