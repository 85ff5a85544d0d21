import { is } from "../../expectation";
import { settings } from "../../setting";

/** Locks against deletion. */
export const MANAGEMENT_LOCK = settings("azurerm_management_lock", [
  {
    id: "azure-lock-level",
    severity: "medium",
    title: "Locks forbid deletion, and nothing else.",
    argument: "lock_level",
    must: is("CanNotDelete", "ReadOnly"),
    reason: "ReadOnly also stops what services must write, such as approvals of private endpoints and new keys.",
    source: "Learn: Lock your Azure resources to protect your infrastructure",
    controls: ["MCSB AM-4", "CIS Azure 3.0.0 10.1"],
  },
]);
