import type { Files } from "../config/load";
import { type Problem } from "../config/problem";
import { addressProblems } from "./address-checks";
import { pipelineProblems } from "./application-checks";
import { fileProblems } from "./file-checks";
import { type HubBlueprint, hubBlueprint } from "./hub";
import { LIMITS, usage } from "./limits";
import { openAiProblems } from "./openai-checks";
import { outboundProblems } from "./outbound-checks";
import { sharedAssetProblems } from "./shared-asset-checks";
import { type TenantBlueprint, tenantBlueprint } from "./tenant";
import { type WorkspaceStackBlueprint, workspaceStackBlueprint } from "./workspace";

/** Everything that will be synthesized, with every name, id and address resolved: pure data. */
export interface Blueprint {
  /** The hub's stack. */
  readonly hub: HubBlueprint;
  /** Absent when the platform's file has no shared workspace. */
  readonly workspace?: WorkspaceStackBlueprint;
  /** One per tenant file, by id. */
  readonly tenants: readonly TenantBlueprint[];
}

/** From which part of a limit on a warning says that it is near. */
const NEAR = 0.9;

/**
 * Turns files into a blueprint.
 *
 * @returns the problems of the files, those of each alone and those that show only together; and the blueprint, unless
 * one of them is an error
 */
export function resolveBlueprint(files: Files): { blueprint?: Blueprint; problems: Problem[] } {
  const problems = [...files.problems, ...addressProblems(files), ...fileProblems(files), ...pipelineProblems(files)];
  if (files.platform === undefined || problems.some(({ severity }) => severity === "error")) return { problems };

  const platform = files.platform.config;
  const hub = hubBlueprint(platform);
  const workspace = workspaceStackBlueprint(platform, hub);
  const blueprint = {
    hub,
    ...(workspace === undefined ? {} : { workspace }),
    tenants: files.tenants.map(({ config }) => tenantBlueprint(platform, hub, workspace?.workspace, config)),
  };
  problems.push(
    ...nameProblems(files, blueprint),
    ...outboundProblems(files, blueprint),
    ...openAiProblems(files, blueprint),
    ...sharedAssetProblems(files),
    ...limitProblems(files.platform, blueprint),
  );
  return problems.some(({ severity }) => severity === "error") ? { problems } : { blueprint, problems };
}

/** Names that must be unique beyond a resource group and are not: two hashes fell on the same letters. */
function nameProblems({ tenants: sources }: Files, { hub, workspace, tenants }: Blueprint): Problem[] {
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

function limitProblems({ file, config }: NonNullable<Files["platform"]>, blueprint: Blueprint): Problem[] {
  return usage(blueprint).flatMap(({ limit, where, count }) => {
    const { value, what, wayOut } = LIMITS[limit];
    const allowed = config.azure.limits[limit] ?? value;
    if (count < allowed * NEAR) return [];
    const severity = count > allowed ? "error" : "warning";
    const message = `${count} ${what} (${where}), and the limit ${limit} is ${allowed}; ${wayOut}, or if Microsoft has raised it for you, write the new value to azure.limits.${limit}`;
    return [file.problem(["azure", "limits", limit], message, { severity })];
  });
}
