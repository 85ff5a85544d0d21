import { is, oneOf } from "../../expectation";
import { settings } from "../../setting";

/** Extensions of machines: Entra sign-in, and nothing else that runs as root. */
export const VIRTUAL_MACHINE_EXTENSION = settings("azurerm_virtual_machine_extension", [
  {
    id: "azure-vm-extension-publisher",
    severity: "high",
    title: "Extensions of machines are Microsoft's for Entra sign-in.",
    argument: "publisher",
    must: is("Microsoft.Azure.ActiveDirectory", "Microsoft.Azure.Extensions"),
    reason: "Extensions run as root, whatever they are.",
    source: "Azure Policy: Only approved VM extensions should be installed (c0e996f8)",
    controls: ["MCSB AM-2", "CIS Azure 3.0.0 8.7"],
  },
  {
    id: "azure-vm-extension-type",
    severity: "high",
    title: "Extensions of machines are the one for Entra sign-in over SSH.",
    argument: "type",
    must: oneOf(["AADSSHLoginForLinux"], "CustomScript"),
    reason: "Extensions run as root, whatever they are.",
    source: "Azure Policy: Only approved VM extensions should be installed (c0e996f8)",
    controls: ["MCSB AM-2", "CIS Azure 3.0.0 8.7"],
  },
  {
    id: "azure-vm-extension-upgrade",
    severity: "medium",
    title: "Extensions of machines get their fixes.",
    argument: "auto_upgrade_minor_version",
    must: is(true),
    reason: "Known weaknesses in what runs as root would stay.",
    source: "Learn: Virtual machine extensions and features for Linux",
    controls: ["MCSB PV-6"],
  },
]);
