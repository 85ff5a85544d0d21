import { absent } from "../../expectation";
import { settings } from "../../setting";

/** Network security groups. */
export const NETWORK_SECURITY_GROUP = settings("azurerm_network_security_group", [
  {
    id: "azure-security-group-inline-rules",
    severity: "medium",
    title: "Security rules are resources of their own.",
    argument: "security_rule",
    must: absent([{ name: "AllowAll" }]),
    mayBeAbsent: true,
    reason: "Terraform drops unknown arguments of such blocks without a word, and both forms overwrite each other.",
    source: "Terraform: Attributes as Blocks",
    controls: ["MCSB NS-1"],
    fix: "make each of them an azurerm_network_security_rule",
  },
]);
