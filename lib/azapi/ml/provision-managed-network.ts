import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { AzapiResourceAction } from "../resource-action";
import { ML_API_VERSION } from "./api-version";

/**
 * The body of action provisionManagedNetwork of ARM type `Microsoft.MachineLearningServices/workspaces@2025-06-01`
 * (ManagedNetworkProvisionOptions).
 */
export interface ProvisionManagedNetworkBody {
  /** Whether the network is prepared for serverless Spark jobs too. */
  readonly includeSpark: boolean;
}

/** Props of a {@link ProvisionManagedNetwork}. */
export interface ProvisionManagedNetworkProps extends TerraformMetaArguments {
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /**
   * Whether the network is prepared for serverless Spark jobs too: false by default. A network that is prepared for them
   * stays so: going back calls nothing.
   */
  readonly includeSpark?: boolean;
}

/**
 * Creates the managed network of a workspace now, rather than with the first compute. An online deployment does not
 * create it and fails without it (Learn, "Workspace managed virtual network isolation").
 *
 * It takes about half an hour and is given 90 minutes, also when it is called again because Spark is wanted later.
 * Outbound rules come after it.
 */
export class ProvisionManagedNetwork extends AzapiResourceAction<ProvisionManagedNetworkBody> {
  public constructor(scope: Construct, id: string, props: ProvisionManagedNetworkProps) {
    const { workspaceId, includeSpark = false, ...meta } = props;
    super(scope, id, {
      ...meta,
      ...(includeSpark ? {} : { lifecycle: { ...meta.lifecycle, ignoreChanges: ["body"] } }),
      type: `Microsoft.MachineLearningServices/workspaces@${ML_API_VERSION}`,
      resourceId: workspaceId,
      action: "provisionManagedNetwork",
      method: "POST",
      body: { includeSpark },
      responseExportValues: ["status"],
      timeouts: { create: "90m", update: "90m" },
    });
  }
}
