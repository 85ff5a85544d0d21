import type { RuleText } from "../../rule";
import { is, oneOf } from "../../expectation";
import { ofArmType } from "../../selection";
import { settings } from "../../setting";

const COMPUTES = "Microsoft.MachineLearningServices/workspaces/computes";
const TEXT = {
  severity: "high",
  source: "Learn: Workspace managed virtual network isolation",
  controls: ["MCSB NS-1", "MCSB AM-2"],
} as const satisfies Partial<RuleText>;

/** Compute of workspaces that azapi writes. */
export const COMPUTE_TYPE = [
  ...settings(COMPUTES, [
    {
      ...TEXT,
      id: "azure-ml-compute-type",
      title: "Compute of workspaces is of a kind that these rules know.",
      argument: "body.properties.computeType",
      must: oneOf(["ComputeInstance", "AmlCompute"], "VirtualMachine"),
      reason: "Attached machines and Kubernetes clusters are not in the workspace's managed network.",
    },
  ]),
  ...settings(
    "azapi_resource",
    [
      {
        ...TEXT,
        id: "azure-ml-compute-made",
        title: "The provider azapi makes compute instances, and no clusters.",
        argument: "body?.properties?.computeType?",
        must: is("ComputeInstance", "AmlCompute"),
        reason: "Rules about clusters look at azurerm_machine_learning_compute_cluster, and at no body.",
        fix: "make the cluster an azurerm_machine_learning_compute_cluster",
      },
    ],
    ofArmType("azapi_resource", COMPUTES),
  ),
];
