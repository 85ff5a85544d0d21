import type { Files, Source } from "../config/load";
import type { AzurePlatform } from "../config/platform";
import type { Problem } from "../config/problem";
import type { AzureTenant } from "../config/tenant";
import { addressProblems } from "./address-checks";
import { pipelineProblems } from "./application-checks";
import { azureFileProblems } from "./file-checks";
import { type AzureTenantBlueprint, azureTenantBlueprint } from "./azure-tenant";
import { type HubBlueprint, hubBlueprint } from "./hub";
import { limitProblems, LIMITS, usage } from "./limits";
import { openAiProblems } from "./openai-checks";
import { outboundProblems } from "./outbound-checks";
import { sharedAssetProblems } from "./shared-asset-checks";
import { type WorkspaceStackBlueprint, workspaceStackBlueprint } from "./workspace";

/** The files of a platform and of tenants that are on Azure. */
export interface AzureFiles {
  /** Absent when the file has problems, or says nothing of Azure. */
  readonly platform?: Source<AzurePlatform>;
  /** The tenants whose files have no problems and are on Azure, by id. */
  readonly tenants: readonly Source<AzureTenant>[];
}

/** Everything on Azure, with every name, id and address resolved. */
export interface AzureBlueprint {
  /** The hub's stack. */
  readonly hub: HubBlueprint;
  /** Absent when the platform's file has no shared workspace. */
  readonly workspace?: WorkspaceStackBlueprint;
  /** One per tenant on Azure, by id. */
  readonly tenants: readonly AzureTenantBlueprint[];
}

/** What of the files is on Azure. */
export function azureFiles({ platform, tenants }: Files): AzureFiles {
  return {
    ...(onAzure(platform) ? { platform } : {}),
    tenants: tenants.filter((tenant) => onAzure(tenant)),
  };
}

function onAzure<Config extends { readonly azure?: unknown }>(
  source: Source<Config> | undefined,
): source is Source<Config & { readonly azure: NonNullable<Config["azure"]> }> {
  return source?.config.azure !== undefined;
}

/** Problems that show before anything is resolved. */
export function azureProblems(files: AzureFiles): Problem[] {
  return [...addressProblems(files), ...azureFileProblems(files), ...pipelineProblems(files)];
}

/**
 * Resolves everything on Azure.
 *
 * @param platform the platform's file
 * @returns the blueprint, and the problems that show only in it
 */
export function azureBlueprint(
  { file, config }: Source<AzurePlatform>,
  files: AzureFiles,
): { blueprint: AzureBlueprint; problems: Problem[] } {
  const hub = hubBlueprint(config);
  const workspace = workspaceStackBlueprint(config, hub);
  const blueprint: AzureBlueprint = {
    hub,
    ...(workspace === undefined ? {} : { workspace }),
    tenants: files.tenants.map((tenant) => azureTenantBlueprint(config, hub, workspace?.workspace, tenant.config)),
  };
  const problems = [
    ...nameProblems(files, blueprint),
    ...outboundProblems(files, blueprint),
    ...openAiProblems(files, blueprint),
    ...sharedAssetProblems(files),
    ...limitProblems(usage(blueprint), LIMITS, { file, raised: config.azure.limits, cloud: "azure" }),
  ];
  return { blueprint, problems };
}

/** Names that must be unique beyond a resource group and are not: two hashes fell on the same letters. */
function nameProblems({ tenants: sources }: AzureFiles, { hub, workspace, tenants }: AzureBlueprint): Problem[] {
  const owners = new Map([[hub.flowLogs.storage.name, "the hub"]]);
  if (workspace !== undefined)
    globalNames(workspace.workspace).forEach((name) => owners.set(name, "the shared workspace"));
  return tenants.flatMap(({ tenant, place, endpoints }, index) => {
    const names = [
      ...(place.isolation === "dedicated" ? globalNames(place.workspace) : []),
      ...(place.isolation === "dedicated" ? (place.compute?.instances ?? []) : []).map(({ name }) => name),
      ...endpoints.map(({ name }) => name),
    ];
    return names.flatMap((name) => {
      const rival = owners.get(name);
      owners.set(name, `tenant ${tenant}`);
      const source = sources[index];
      return rival === undefined || source === undefined
        ? []
        : [
            source.file.problem(
              ["tenant"],
              `the name "${name}" is already that of a resource of ${rival}; rename the tenant, the endpoint or the compute instance`,
            ),
          ];
    });
  });
}

function globalNames({ storage, keyVault, registry }: WorkspaceStackBlueprint["workspace"]): string[] {
  return [storage.name, keyVault, registry.name];
}
