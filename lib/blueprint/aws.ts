import type { Files, Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import type { Problem } from "../config/problem";
import type { AwsTenant } from "../config/tenant";
import { awsAddressProblems } from "./address-checks";
import { capacityProblems } from "./aws-capacity-checks";
import { awsFileProblems } from "./aws-file-checks";
import { AWS_LIMITS, awsUsage } from "./aws-limits";
import { type FoundationBlueprint, foundationBlueprint } from "./aws-foundation";
import { type AwsTenantBlueprint, awsTenantBlueprint } from "./aws-tenant";
import { limitProblems } from "./limits";

/** The files of a platform and of tenants that are on AWS. */
export interface AwsFiles {
  /** Absent when the file has problems, or says nothing of AWS. */
  readonly platform?: Source<AwsPlatform>;
  /** The tenants whose files have no problems and are on AWS, by id. */
  readonly tenants: readonly Source<AwsTenant>[];
}

/** Everything on AWS, with every name and ARN resolved. */
export interface AwsBlueprint {
  /** The foundation's stack. */
  readonly foundation: FoundationBlueprint;
  /** One per tenant on AWS, by id. */
  readonly tenants: readonly AwsTenantBlueprint[];
}

/** What of the files is on AWS. */
export function awsFiles({ platform, tenants }: Files): AwsFiles {
  return {
    ...(onAws(platform) ? { platform } : {}),
    tenants: tenants.filter((tenant) => onAws(tenant)),
  };
}

function onAws<Config extends { readonly aws?: unknown }>(
  source: Source<Config> | undefined,
): source is Source<Config & { readonly aws: NonNullable<Config["aws"]> }> {
  return source?.config.aws !== undefined;
}

/** Problems that show before anything is resolved. */
export function awsProblems(files: AwsFiles): Problem[] {
  return [...awsAddressProblems(files), ...awsFileProblems(files)];
}

/**
 * Resolves everything on AWS.
 *
 * @param platform the platform's file
 * @returns the blueprint, and the problems that show only in it
 */
export function awsBlueprint(
  platform: Source<AwsPlatform>,
  files: AwsFiles,
): { blueprint: AwsBlueprint; problems: Problem[] } {
  const { file, config } = platform;
  const foundation = foundationBlueprint(config);
  const tenants = files.tenants.map((tenant) => awsTenantBlueprint(config, tenant.config));
  const blueprint: AwsBlueprint = { foundation, tenants };
  const problems = [
    ...capacityProblems(platform, blueprint),
    ...limitProblems(awsUsage(blueprint), AWS_LIMITS, { file, raised: config.aws.limits, cloud: "aws" }),
  ];
  return { blueprint, problems };
}
