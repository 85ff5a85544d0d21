import { oneOf } from "../../expectation";
import { settings } from "../../setting";

/** Compute of workspaces that azapi writes. */
export const COMPUTE_TYPE = settings("Microsoft.MachineLearningServices/workspaces/computes", [
  {
    id: "azure-ml-compute-type",
    severity: "high",
    title: "Compute of workspaces is of a kind that these rules know.",
    argument: "body.properties.computeType",
    must: oneOf(["ComputeInstance", "AmlCompute"], "VirtualMachine"),
    reason: "Attached machines and Kubernetes clusters are not in the workspace's managed network.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-1", "MCSB AM-2"],
  },
]);
