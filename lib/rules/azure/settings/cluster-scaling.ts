import { refersTo } from "../../expectation";
import { ofArmType, ofKind } from "../../selection";
import { settings } from "../../setting";
import { ISO_DURATION } from "./iso-duration";

const COMPUTES = "Microsoft.MachineLearningServices/workspaces/computes";

const BODIES = settings(
  COMPUTES,
  [
    {
      id: "azure-ml-cluster-scaling-idle",
      severity: "low",
      title: "Updates of clusters release idle nodes after an ISO 8601 duration.",
      argument: "body.properties.properties?.scaleSettings?.nodeIdleTimeBeforeScaleDown",
      must: ISO_DURATION,
      mayBeAbsent: true,
      reason: "No plan looks into the body of an update, and Azure refuses it.",
      source: "Learn: REST reference: Compute - Create Or Update",
      controls: ["MCSB PV-2"],
    },
  ],
  ofKind("body.properties.computeType", "AmlCompute"),
);

const UPDATES = settings(
  "azapi_update_resource",
  [
    {
      id: "azure-ml-cluster-scaling-target",
      severity: "low",
      title: "Updates of computes are about clusters of their own stack.",
      argument: "resource_id",
      must: refersTo(["azurerm_machine_learning_compute_cluster"]),
      reason: "The cluster of another tenant would be changed, and that of this stack not.",
      source: "docs/security.md: What keeps tenants apart",
      fix: "set resource_id to the id of the cluster, by reference",
      controls: ["MCSB AM-3"],
    },
  ],
  ofArmType("azapi_update_resource", COMPUTES),
);

/** How many nodes clusters have, where azapi writes it. */
export const CLUSTER_SCALING = [...BODIES, ...UPDATES];
