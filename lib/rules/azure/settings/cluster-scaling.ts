import { ofKind } from "../../selection";
import { settings } from "../../setting";
import { ISO_DURATION } from "./iso-duration";

/** How many nodes clusters have, where azapi writes it. */
export const CLUSTER_SCALING = settings(
  "Microsoft.MachineLearningServices/workspaces/computes",
  [
    {
      id: "azure-ml-cluster-scaling-idle",
      severity: "low",
      title: "Updates of clusters release idle nodes after an ISO 8601 duration.",
      argument: "body.properties.properties?.scaleSettings?.nodeIdleTimeBeforeScaleDown",
      must: ISO_DURATION,
      mayBeAbsent: true,
      reason: "No plan looks into the body of an update, and Azure refuses it.",
      source: "Learn, REST reference, Compute - Create Or Update",
      controls: ["MCSB PV-2"],
    },
  ],
  ofKind("body.properties.computeType", "AmlCompute"),
);
