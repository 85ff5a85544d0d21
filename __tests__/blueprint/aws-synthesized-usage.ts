import type { AwsLimitName } from "../../lib/blueprint/aws-limits";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import type { Usage } from "../../lib/blueprint/limits";
import { temporaryFolder } from "../support/files";
import { type Arguments, resourcesOf, type StackJson, stackText, synthesizeTo } from "../support/synth";

/** The resources that each quota counts. */
const COUNTED: Readonly<Record<AwsLimitName, { type: string; which?: (body: Arguments) => boolean }>> = {
  rolesPerAccount: { type: "aws_iam_role" },
  policiesPerAccount: { type: "aws_iam_policy" },
  bucketsPerAccount: { type: "aws_s3_bucket" },
  interfaceEndpointsPerNetwork: {
    type: "aws_vpc_endpoint",
    which: ({ vpc_endpoint_type: type }) => type === "Interface",
  },
  topicsPerAccount: { type: "aws_sns_topic" },
  keysPerRegion: { type: "aws_kms_key" },
  parametersPerRegion: { type: "aws_ssm_parameter" },
};

/** Counts what quotas are about in the Terraform JSON of a blueprint, by the account that each provider is bound to. */
export function awsSynthesizedUsage(blueprint: Blueprint): Usage<AwsLimitName>[] {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprint);
  const foundation = blueprint.aws === undefined ? [] : [blueprint.aws.foundation];
  const stacks = [...foundation, ...blueprint.tenants].map(
    ({ stack }) => JSON.parse(stackText(outdir, stack)) as StackJson,
  );
  return Object.entries(COUNTED).flatMap(([limit, { type, which = () => true }]) => {
    const places = stacks.flatMap((stack) =>
      Object.values(resourcesOf(stack, type))
        .filter(which)
        .map(() => accountOf(stack)),
    );
    return [...new Set(places)].map((where) => ({
      limit: limit as AwsLimitName,
      where,
      count: places.filter((place) => place === where).length,
    }));
  });
}

function accountOf({ provider }: StackJson): string {
  const [account] = (provider.aws?.[0]?.allowed_account_ids ?? []) as string[];
  if (account === undefined) throw new Error("the provider is bound to no account");
  return account;
}
