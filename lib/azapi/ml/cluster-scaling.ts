import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { AzapiUpdateResource } from "../update-resource";
import { ML_API_VERSION } from "./api-version";
import { checkIsoDuration } from "./iso-duration";

/** The part of a cluster (ARM type `Microsoft.MachineLearningServices/workspaces/computes@2025-06-01`) that is written. */
export interface ClusterScalingBody {
  /** The compute. */
  readonly properties: {
    /** Discriminator. */
    readonly computeType: "AmlCompute";
    /** Properties of the cluster. */
    readonly properties: {
      /** How many nodes it has (ScaleSettings). */
      readonly scaleSettings: {
        /** The fewest nodes. */
        readonly minNodeCount: number;
        /** The most nodes. */
        readonly maxNodeCount: number;
        /** Time without a job after which a node is released. */
        readonly nodeIdleTimeBeforeScaleDown: string;
      };
    };
  };
}

/** Props of a {@link ClusterScaling}. */
export interface ClusterScalingProps extends TerraformMetaArguments {
  /** ARM id of the cluster. */
  readonly clusterId: string;
  /** The fewest and the most nodes that run at once. */
  readonly nodes: { readonly min: number; readonly max: number };
  /** Time without a job after which a node is released: an ISO 8601 duration such as "PT15M". Other forms are refused. */
  readonly idle: string;
}

/**
 * How many nodes a cluster has. Azure changes that while jobs run; azurerm would replace the cluster instead
 * (hashicorp/terraform-provider-azurerm#29859, #30543).
 */
export class ClusterScaling extends AzapiUpdateResource<ClusterScalingBody> {
  public constructor(scope: Construct, id: string, props: ClusterScalingProps) {
    const { clusterId, nodes, idle, ...meta } = props;
    super(scope, id, {
      ...meta,
      type: `Microsoft.MachineLearningServices/workspaces/computes@${ML_API_VERSION}`,
      resourceId: clusterId,
      body: {
        properties: {
          computeType: "AmlCompute",
          properties: {
            scaleSettings: {
              minNodeCount: nodes.min,
              maxNodeCount: nodes.max,
              nodeIdleTimeBeforeScaleDown: idle,
            },
          },
        },
      },
      responseExportValues: ["properties.provisioningState"],
    });
    checkIsoDuration(this, "idle", idle);
  }
}
