import { absent, is, oneOf } from "../../expectation";
import { ofArmType } from "../../selection";
import { settings } from "../../setting";
import { asksForSecrets } from "./azapi-body";

const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";

const BODIES = settings(WORKSPACES, [
  {
    id: "azure-ml-managed-network-isolation-mode",
    severity: "critical",
    title: "No request turns the managed network of a workspace off.",
    argument: "body.properties?.managedNetwork?.isolationMode",
    must: oneOf(["AllowOnlyApprovedOutbound", "AllowInternetOutbound"], "Disabled"),
    reason: "Compute and deployments would run in a network of Azure's that nothing separates from the internet.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-1", "MCSB NS-2"],
  },
  {
    id: "azure-ml-managed-network-firewall",
    severity: "low",
    title: "The firewall of a managed network is of a SKU that there is.",
    argument: "body.properties?.managedNetwork?.firewallSku",
    must: oneOf(["Standard", "Basic"], "Premium"),
    mayBeAbsent: true,
    reason: "No plan looks into the body of an update, and Azure refuses it.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-ml-managed-network-rules",
    severity: "medium",
    title: "Outbound rules are resources of their own.",
    argument: "body.properties?.managedNetwork?.outboundRules",
    must: absent({ pypi: { type: "FQDN" } }),
    mayBeAbsent: true,
    reason: "A list would take away the rules that are not in it, those of Azure too.",
    source: "docs/outbound-rules.md",
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-ml-workspace-datastores-twice",
    severity: "medium",
    title: "How a workspace opens its storage account is said once, by azurerm.",
    argument: "body.properties?.systemDatastoresAuthMode",
    must: absent("AccessKey"),
    mayBeAbsent: true,
    reason: "The provider azurerm would set its own value back at each apply, and datastores would go back and forth.",
    source: "GitHub: hashicorp/terraform-provider-azurerm#32514",
    controls: ["MCSB IM-8"],
    fix: 'remove it, and set storage_account_access_type of azurerm_machine_learning_workspace to "Identity"',
  },
]);

const REQUEST = ofArmType("azapi_resource_action", WORKSPACES);

const ACTIONS = settings(
  "azapi_resource_action",
  [
    {
      id: "azure-ml-workspace-action-method",
      severity: "low",
      title: "Actions of workspaces are asked for by POST.",
      argument: "method",
      must: is("POST", "PUT"),
      reason: "Azure refuses any other request, and the managed network would not be there.",
      source: "Learn: REST reference: Managed Network Provisions - Provision Managed Network",
      controls: ["MCSB NS-2"],
    },
  ],
  // What asks for keys is told for that alone.
  { ...REQUEST, has: (resource, stack) => REQUEST.has(resource, stack) && !asksForSecrets(resource) },
);

/** What azapi writes into workspaces, and asks of them. */
export const MANAGED_NETWORK = [...BODIES, ...ACTIONS];
