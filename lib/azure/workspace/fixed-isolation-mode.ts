import { Construct } from "constructs";
import type { ManagedNetworkSettings } from "../../blueprint/managed-network";
import type { Precondition } from "../../terraform/cdktf";
import { TerraformData } from "../../terraform/terraform-data";

/**
 * Remembers in the state with which isolation mode a workspace was made, and makes a plan with another one fail.
 *
 * Azure never turns a managed network off, nor AllowOnlyApprovedOutbound into AllowInternetOutbound, and its
 * documentation does not agree with itself about the other way (Learn, "Workspace managed virtual network isolation").
 * azurerm would try each as an update in place, whose request holds a managed network without outbound rules
 * (`resourceMachineLearningWorkspaceUpdate`). `ignore_changes` on the workspace's managed network would hide the edit
 * instead: the file would say one thing, and the network do another.
 */
export class FixedIsolationMode extends Construct {
  /** The condition that the workspace must have in its lifecycle. It is not checked when the workspace is destroyed. */
  readonly precondition: Precondition;

  constructor(scope: Construct, id: string, isolationMode: ManagedNetworkSettings["isolationMode"]) {
    super(scope, id);
    // The first value stays: later ones are ignored.
    const first = new TerraformData(this, "first", {
      input: { isolationMode },
      lifecycle: { ignoreChanges: ["input"] },
    });
    const made = `${first.fqn}.output.isolationMode`;
    this.precondition = {
      condition: `\${${made} == "${isolationMode}"}`,
      errorMessage: `The isolation mode of a managed network cannot be changed, and this one was made with \${${made}}. Write that as managedNetwork.isolationMode in the file again; another mode needs another workspace.`,
    };
  }
}
