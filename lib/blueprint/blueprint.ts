import type { Files } from "../config/load";
import type { Problem } from "../config/problem";
import { type AwsBlueprint, awsBlueprint, awsFiles, awsProblems } from "./aws";
import { type AzureBlueprint, azureBlueprint, azureFiles, azureProblems } from "./azure";
import { fileProblems } from "./file-checks";
import { type TenantBlueprint, tenantBlueprint } from "./tenant";

/** Everything that will be synthesized, with every name, id and address resolved: pure data. */
export interface Blueprint {
  /** Absent when the platform is not on Azure. */
  readonly azure?: AzureBlueprint;
  /** Absent when the platform is not on AWS. */
  readonly aws?: AwsBlueprint;
  /** One per tenant file, by id. */
  readonly tenants: readonly TenantBlueprint[];
}

/**
 * Turns files into a blueprint.
 *
 * @returns the problems of the files, those of each alone and those that show only together; and the blueprint, unless
 * one of them is an error
 */
export function resolveBlueprint(files: Files): { blueprint?: Blueprint; problems: Problem[] } {
  const onAzure = azureFiles(files);
  const onAws = awsFiles(files);
  const problems = [...files.problems, ...fileProblems(files), ...azureProblems(onAzure), ...awsProblems(onAws)];
  if (files.platform === undefined || hasError(problems)) return { problems };

  const azure = onAzure.platform && azureBlueprint(onAzure.platform, onAzure);
  const aws = onAws.platform && awsBlueprint(onAws.platform, onAws);
  problems.push(...(azure?.problems ?? []), ...(aws?.problems ?? []));
  if (hasError(problems)) return { problems };

  const { config: platform } = files.platform;
  const halves = { azure: byTenant(azure?.blueprint), aws: byTenant(aws?.blueprint) };
  const tenants = files.tenants.map(({ config }) => {
    const [ofAzure, ofAws] = [halves.azure.get(config.tenant), halves.aws.get(config.tenant)];
    return tenantBlueprint(platform, config, {
      ...(ofAzure === undefined ? {} : { azure: ofAzure }),
      ...(ofAws === undefined ? {} : { aws: ofAws }),
    });
  });
  return {
    blueprint: {
      ...(azure === undefined ? {} : { azure: azure.blueprint }),
      ...(aws === undefined ? {} : { aws: aws.blueprint }),
      tenants,
    },
    problems,
  };
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function byTenant<Half extends { readonly tenant: string }>(
  blueprint: { readonly tenants: readonly Half[] } | undefined,
): ReadonlyMap<string, Half> {
  return new Map(blueprint?.tenants.map((half) => [half.tenant, half]));
}
