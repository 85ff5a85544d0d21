import { companion } from "../companion";
import type { ControlId } from "../controls";
import { refersTo } from "../expectation";
import type { Rule, RuleText } from "../rule";
import { settings } from "../setting";
import { isMade } from "./read";

const WORKSPACE = "azurerm_machine_learning_workspace";

/** An argument that is always a resource of the same stack, and which. */
interface OwnReference extends Pick<RuleText, "id" | "title" | "reason" | "severity"> {
  readonly type: string;
  readonly argument: string;
  readonly to: string;
  readonly attribute?: string;
  readonly controls: readonly ControlId[];
}

const DATA = "A resource of another stack may be another tenant's: its data would be read and written from here.";
const ORDER = "Terraform would make and destroy the two in any order, and the literal may be another stack's.";

/**
 * References that nothing else tells of. They carry the order of creation and destruction, and say that nothing of
 * another stack is meant.
 */
const OWN: readonly OwnReference[] = [
  ...(
    [
      ["storage_account_id", "azurerm_storage_account", "storage account", ["MCSB NS-1"]],
      ["key_vault_id", "azurerm_key_vault", "key vault", ["MCSB NS-1"]],
      ["container_registry_id", "azurerm_container_registry", "registry", ["MCSB NS-1"]],
      [
        "application_insights_id",
        "azurerm_application_insights",
        "Application Insights",
        ["MCSB NS-1", "CIS Azure 3.0.0 6.3.1"],
      ],
      ["identity.identity_ids", "azurerm_user_assigned_identity", "identity", ["MCSB IM-3"]],
      ["primary_user_assigned_identity", "azurerm_user_assigned_identity", "primary identity", ["MCSB IM-3"]],
    ] as const
  ).map(([argument, to, what, controls]): OwnReference => ({
    id: `azure-workspace-own-${what.toLowerCase().replaceAll(" ", "-")}`,
    title: `A workspace has the ${what} of its own stack.`,
    severity: "high",
    reason: DATA,
    type: WORKSPACE,
    argument,
    to,
    controls,
  })),
  {
    id: "azure-compute-cluster-workspace",
    title: "A compute cluster stands in the workspace of its own stack.",
    severity: "high",
    reason: "In the workspace that tenants share, everybody's jobs could run on it.",
    type: "azurerm_machine_learning_compute_cluster",
    argument: "machine_learning_workspace_id",
    to: WORKSPACE,
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-compute-cluster-own-identity",
    title: "A compute cluster runs with an identity of its own stack.",
    severity: "high",
    reason: "Jobs would have the rights of another tenant's identity.",
    type: "azurerm_machine_learning_compute_cluster",
    argument: "identity.identity_ids",
    to: "azurerm_user_assigned_identity",
    controls: ["MCSB IM-3"],
  },
  {
    id: "azure-compute-instance-workspace",
    title: "A compute instance stands in the workspace of its own stack.",
    severity: "high",
    reason: "In the workspace that tenants share, its user could reach every tenant's endpoints.",
    type: "Microsoft.MachineLearningServices/workspaces/computes",
    argument: "parent_id",
    to: WORKSPACE,
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-compute-instance-own-identity",
    title: "A compute instance runs with an identity of its own stack.",
    severity: "high",
    reason: "Notebooks would have the rights of another tenant's identity.",
    type: "Microsoft.MachineLearningServices/workspaces/computes",
    argument: "identity.identity_ids",
    to: "azurerm_user_assigned_identity",
    controls: ["MCSB IM-3"],
  },
  {
    id: "azure-outbound-rule-workspace",
    title: "An outbound rule belongs to the workspace of its own stack.",
    severity: "high",
    reason: "A rule of the workspace that tenants share lets every tenant's code out.",
    type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
    argument: "parent_id",
    to: WORKSPACE,
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-deployment-endpoint",
    title: "A deployment belongs to an endpoint of its own stack.",
    severity: "high",
    reason: "Behind another tenant's endpoint it would answer that tenant's requests.",
    type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
    argument: "parent_id",
    to: "azapi_resource",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-openai-deployment-account",
    title: "A model is deployed to the Azure OpenAI account of its own stack.",
    severity: "medium",
    reason: ORDER,
    type: "azurerm_cognitive_deployment",
    argument: "cognitive_account_id",
    to: "azurerm_cognitive_account",
    controls: ["MCSB AM-2"],
  },
  {
    id: "azure-subnet-network",
    title: "A subnet is part of the network of its own stack.",
    severity: "high",
    reason: "In another network it is reached by whoever is there, and no rule of this stack says who that is.",
    type: "azurerm_subnet",
    argument: "virtual_network_name",
    to: "azurerm_virtual_network",
    attribute: "name",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-bastion-subnet",
    title: "Azure Bastion stands in a subnet of its own stack.",
    severity: "medium",
    reason: ORDER,
    type: "azurerm_bastion_host",
    argument: "ip_configuration.subnet_id",
    to: "azurerm_subnet",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-bastion-public-ip",
    title: "Azure Bastion has the public address of its own stack.",
    severity: "low",
    reason: ORDER,
    type: "azurerm_bastion_host",
    argument: "ip_configuration?.public_ip_address_id",
    to: "azurerm_public_ip",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-network-interface-subnet",
    title: "A network interface stands in a subnet of its own stack.",
    severity: "high",
    reason: "In another network it is reached by whoever is there, and no rule of this stack says who that is.",
    type: "azurerm_network_interface",
    argument: "ip_configuration.subnet_id",
    to: "azurerm_subnet",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-nat-gateway-own-address",
    title: "A NAT gateway has a public address of its own stack.",
    severity: "low",
    reason: ORDER,
    type: "azurerm_nat_gateway_public_ip_association",
    argument: "public_ip_address_id",
    to: "azurerm_public_ip",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-subnet-own-nat-gateway",
    title: "A subnet leaves through the NAT gateway of its own stack.",
    severity: "medium",
    reason: "Through another gateway its traffic cannot be told from that of others.",
    type: "azurerm_subnet_nat_gateway_association",
    argument: "nat_gateway_id",
    to: "azurerm_nat_gateway",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-autoscale-target",
    title: "An autoscale setting scales a deployment of its own stack.",
    severity: "low",
    reason: "It would change the number of another tenant's instances.",
    type: "azurerm_monitor_autoscale_setting",
    argument: "target_resource_id",
    to: "azapi_resource",
    controls: ["MCSB AM-3"],
  },
  {
    id: "azure-app-role-application",
    title: "An app role is given at the application of its own stack.",
    severity: "critical",
    reason: "The principal would get tokens for another tenant's application.",
    type: "azuread_app_role_assignment",
    argument: "resource_object_id",
    to: "azuread_service_principal",
    attribute: "object_id",
    controls: ["MCSB IM-1", "MCSB PA-7"],
  },
  {
    id: "azure-federated-credential-application",
    title: "A federated credential belongs to the application of its own stack.",
    severity: "critical",
    reason: "A pipeline of this tenant would sign in as another tenant's application.",
    type: "azuread_application_federated_identity_credential",
    argument: "application_id",
    to: "azuread_application",
    controls: ["MCSB IM-3", "MCSB PA-7"],
  },
  {
    id: "azure-identifier-uri-application",
    title: "An identifier URI belongs to the application of its own stack.",
    severity: "high",
    reason: "Tokens for this URI would be another application's.",
    type: "azuread_application_identifier_uri",
    argument: "application_id",
    to: "azuread_application",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-service-principal-application",
    title: "A service principal is that of the application of its own stack.",
    severity: "high",
    reason: "Assignments would hold for another application.",
    type: "azuread_service_principal",
    argument: "client_id",
    to: "azuread_application",
    attribute: "client_id",
    controls: ["MCSB IM-1"],
  },
];

/** Rules about arguments that are always a resource of the same stack. */
export const OWN_REFERENCES: readonly Rule[] = [
  ...OWN.flatMap(({ type, argument, to, attribute, ...text }) =>
    settings(type, [
      {
        ...text,
        argument,
        must: inList(refersTo([to], attribute)),
        source: "docs/decisions/0001-literals-between-stacks.md",
        fix: `set ${argument} to a reference to this stack's ${to}`,
      },
    ]).map(ofWhatIsMade),
  ),
  companion({
    id: "azure-machine-entra-login",
    severity: "high",
    title: "People sign in to a machine with Microsoft Entra ID.",
    reason: "They would share the machine's own account otherwise, and nobody could tell who did what.",
    source: "Learn: Sign in to a Linux virtual machine in Azure by using Microsoft Entra ID and OpenSSH",
    controls: ["MCSB IM-1", "CIS Azure 3.0.0 8.10"],
    of: "azurerm_linux_virtual_machine",
    needs: "azurerm_virtual_machine_extension",
    by: "virtual_machine_id",
  }),
];

/** Updates and actions name what they change in another argument, and rules of their own tell of it. */
function ofWhatIsMade(rule: Rule): Rule {
  return { ...rule, check: (stack) => [...rule.check(stack)].filter(({ resource }) => isMade(resource)) };
}

/** The same for an argument that takes one or several. */
function inList(one: ReturnType<typeof refersTo>): ReturnType<typeof refersTo> {
  return {
    ...one,
    holds: (value) => (Array.isArray(value) ? value.length > 0 && value.every(one.holds) : one.holds(value)),
  };
}
