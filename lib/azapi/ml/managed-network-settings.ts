import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { AzapiUpdateResource } from "../update-resource";
import { ML_API_VERSION } from "./api-version";

/** The part of ARM type `Microsoft.MachineLearningServices/workspaces@2025-06-01` that is written. */
export interface ManagedNetworkSettingsBody {
  /** The workspace's properties. */
  readonly properties: {
    /** Settings of its managed network (ManagedNetworkSettings). */
    readonly managedNetwork: {
      /** The mode that the workspace was made with: a request without it would not say which network is meant. */
      readonly isolationMode: "AllowOnlyApprovedOutbound";
      /** The SKU of the firewall for FQDN rules. */
      readonly firewallSku: "Standard" | "Basic";
    };
  };
}

/** Props of a {@link ManagedNetworkSettings}. */
export interface ManagedNetworkSettingsProps extends TerraformMetaArguments {
  /** ARM id of the workspace, whose managed network is in mode AllowOnlyApprovedOutbound: the others have no firewall. */
  readonly workspaceId: string;
  /** The SKU of the firewall that the first FQDN rule brings. It may be changed later. */
  readonly firewallSku: "Standard" | "Basic";
}

/**
 * Settings of a workspace's managed network that azurerm cannot set (4.81 has isolation_mode alone).
 *
 * An update, and not an action that patches: azapi reads the workspace, merges these keys into it and writes the result,
 * so that outbound rules that are there, those of Azure too, are written back as they were read. A patch would hold a
 * managed network without rules. And a plan sees when somebody changed the SKU elsewhere. The body must not list rules:
 * azapi compares the keys that it has, and Azure adds rules of its own.
 */
export class ManagedNetworkSettings extends AzapiUpdateResource<ManagedNetworkSettingsBody> {
  public constructor(scope: Construct, id: string, props: ManagedNetworkSettingsProps) {
    const { workspaceId, firewallSku, ...meta } = props;
    super(scope, id, {
      ...meta,
      type: `Microsoft.MachineLearningServices/workspaces@${ML_API_VERSION}`,
      resourceId: workspaceId,
      body: { properties: { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound", firewallSku } } },
      responseExportValues: ["properties.managedNetwork.firewallSku"],
      locks: [workspaceId],
      timeouts: { create: "60m", update: "60m" },
    });
  }
}
