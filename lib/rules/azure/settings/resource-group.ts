import { matching } from "../../expectation";
import { settings } from "../../setting";

/** Resource groups. */
export const RESOURCE_GROUP = settings("azurerm_resource_group", [
  {
    id: "azure-resource-group-location",
    severity: "medium",
    title: "Resource groups name their region.",
    argument: "location",
    must: matching(/^[a-z]+[a-z0-9]*$/, "must be the name of a region", {
      right: "westeurope",
      wrong: "${var.location}",
    }),
    reason: "All resources of the group take its region, and nobody could tell from the file where data lies.",
    source: "Azure: Data residency in Azure",
    fix: "write the name of the region as text",
    controls: ["MCSB AM-2"],
  },
]);
