import type { ManagedNetworkConfig, OutboundRuleConfig } from "../config/managed-network";
import type { FieldPath } from "../config/problem";
import type { YamlFile } from "../config/yaml-file";
import type { AzureBlueprint, AzureFiles } from "./azure";
import type { WorkspaceBlueprint } from "./workspace";

/** How messages call the platform's workspace. */
export const SHARED_WORKSPACE = "the shared workspace";

/** A list of outbound rules in a file, and whose managed network it is. */
export interface RuleList {
  /** The file that holds it. */
  readonly file: YamlFile;
  /** Where the workspace's settings stand in the file: the list is its `outbound`. */
  readonly path: FieldPath;
  /** Whose workspace it is, for people. */
  readonly owner: string;
  /** The rules as the file has them. */
  readonly rules: readonly OutboundRuleConfig[];
  /** The managed network as the file has it. */
  readonly network: ManagedNetworkConfig;
  /** The workspace whose network it is. */
  readonly workspace: WorkspaceBlueprint;
}

/** The list of outbound rules of every workspace: the shared one, and those of dedicated tenants. */
export function ruleLists({ platform, tenants }: AzureFiles, blueprint: AzureBlueprint): RuleList[] {
  const shared = platform?.config.azure.workspace;
  const lists: RuleList[] = [];
  if (platform !== undefined && shared !== undefined && blueprint.workspace !== undefined) {
    lists.push({
      file: platform.file,
      path: ["azure", "workspace"],
      owner: SHARED_WORKSPACE,
      rules: shared.outbound,
      network: shared.managedNetwork,
      workspace: blueprint.workspace.workspace,
    });
  }
  for (const { file, config } of tenants) {
    const { tenant, azure } = config;
    const place = blueprint.tenants.find((other) => other.tenant === tenant)?.place;
    if (place?.isolation !== "dedicated") continue;
    lists.push({
      file,
      path: ["azure"],
      owner: `tenant ${tenant}`,
      rules: azure.outbound,
      network: azure.managedNetwork,
      workspace: place.workspace,
    });
  }
  return lists;
}
