import { is, matching, oneOf } from "../../expectation";
import { settings } from "../../setting";

/** Azure Bastion, the one thing that listens on the internet. */
export const BASTION_HOST = settings("azurerm_bastion_host", [
  {
    id: "azure-bastion-sku",
    severity: "high",
    title: "Bastion hosts are machines of their own.",
    argument: "sku",
    must: oneOf(["Standard", "Premium"], "Developer"),
    reason: "Developer is shared with other customers, and Basic has no tunnel for Entra sign-in over SSH.",
    source: "Learn: About Azure Bastion configuration settings",
    controls: ["CIS Azure 3.0.0 8.1", "MCSB NS-2"],
  },
  {
    id: "azure-bastion-shareable-links",
    severity: "critical",
    title: "Bastion hosts make no links for people without an account.",
    argument: "shareable_link_enabled",
    must: is(false),
    reason: "Whoever gets such a link reaches the machine's sign-in from the internet, without Entra.",
    source: "Learn: Create a shareable link for Azure Bastion",
    controls: ["MCSB IM-1", "MCSB NS-2"],
  },
  {
    id: "azure-bastion-ip-connect",
    severity: "high",
    title: "Bastion hosts lead to no addresses, but to machines that roles are for.",
    argument: "ip_connect_enabled",
    must: is(false),
    reason: "Everything that the network reaches could be opened, tenants' networks too, with no role on the machine.",
    source: "Learn: Connect to a VM via specified private IP address through the portal",
    controls: ["MCSB NS-1", "MCSB PA-7"],
  },
  {
    id: "azure-bastion-copy-paste",
    severity: "high",
    title: "Nothing is copied out of sessions of Bastion.",
    argument: "copy_paste_enabled",
    must: is(false),
    reason: "Data could leave through the clipboard.",
    source: "Learn: About Azure Bastion configuration settings",
    controls: ["MCSB DP-2"],
  },
  {
    id: "azure-bastion-file-copy",
    severity: "high",
    title: "No files are copied through Bastion.",
    argument: "file_copy_enabled",
    must: is(false),
    reason: "Data could leave as files.",
    source: "Learn: Upload and download files using the native client and Azure Bastion",
    controls: ["MCSB DP-2"],
  },
  {
    id: "azure-bastion-configuration-name",
    severity: "low",
    title: "The address of a Bastion host has a name of 3 characters or more.",
    argument: "ip_configuration?.name",
    must: matching(/^[a-zA-Z0-9][\w.-]{1,78}\w$/, "must have 3 to 80 letters, digits, dots, dashes and underscores", {
      right: "bastion",
      wrong: "ip",
    }),
    reason: "A plan takes a shorter one beside a reference, and the apply fails.",
    source: "azurerm: azurerm_bastion_host",
    controls: ["MCSB PV-2"],
  },
]);
