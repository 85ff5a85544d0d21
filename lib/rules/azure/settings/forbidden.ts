import type { Rule, RuleText } from "../../rule";

/** A type of resource that opens what other rules close. */
interface Forbidden extends Pick<RuleText, "source" | "controls"> {
  /** The Terraform type. */
  readonly type: string;
  /** What the rule's id ends in. */
  readonly word: string;
  /** What it does: the end of a sentence that begins with "It". */
  readonly does: string;
  /** What to use instead. */
  readonly instead: string;
}

const FORBIDDEN: readonly Forbidden[] = [
  {
    type: "azuread_application_password",
    word: "application-password",
    does: "makes a password that stands in the state",
    instead: "a federated credential",
    source: "Learn: Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB IM-3", "MCSB IM-8"],
  },
  {
    type: "azuread_application_certificate",
    word: "application-certificate",
    does: "lets whoever has the key sign in from anywhere",
    instead: "a federated credential",
    source: "Learn: Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB IM-3"],
  },
  {
    type: "azuread_service_principal_password",
    word: "principal-password",
    does: "makes a password that stands in the state",
    instead: "a federated credential",
    source: "Learn: Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB IM-3", "MCSB IM-8"],
  },
  {
    type: "azuread_service_principal_certificate",
    word: "principal-certificate",
    does: "lets whoever has the key sign in from anywhere",
    instead: "a federated credential",
    source: "Learn: Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB IM-3"],
  },
  {
    type: "azurerm_key_vault_access_policy",
    word: "vault-policy",
    does: "opens a vault without a role",
    instead: "an azurerm_role_assignment",
    source: "Azure Policy: Azure Key Vault should use RBAC permission model (12d4fa5e)",
    controls: ["MCSB PA-7", "CIS Azure 3.0.0 3.3.6"],
  },
  {
    type: "azurerm_storage_account_local_user",
    word: "storage-user",
    does: "lets somebody sign in without Entra",
    instead: "an azurerm_role_assignment",
    source: "Learn: SSH File Transfer Protocol (SFTP) support for Azure Blob Storage",
    controls: ["MCSB IM-1"],
  },
  {
    type: "azurerm_storage_account_static_website",
    word: "storage-website",
    does: "shows files to everybody",
    instead: "a private endpoint",
    source: "Learn: Static website hosting in Azure Storage",
    controls: ["MCSB NS-2"],
  },
  {
    type: "azurerm_container_registry_token",
    word: "registry-token",
    does: "makes a sign-in that Entra does not know",
    instead: "an azurerm_role_assignment",
    source: "Azure Policy: Container registries should have repository scoped access token disabled (ff05e24e)",
    controls: ["MCSB IM-1"],
  },
  {
    type: "azurerm_container_registry_token_password",
    word: "registry-password",
    does: "makes a password that stands in the state",
    instead: "an azurerm_role_assignment",
    source: "Azure Policy: Container registries should have repository scoped access token disabled (ff05e24e)",
    controls: ["MCSB IM-1", "MCSB IM-8"],
  },
  {
    type: "azurerm_network_interface_nat_rule_association",
    word: "nat-rule",
    does: "opens a machine to the internet",
    instead: "Azure Bastion",
    source: "docs/security.md: Networks",
    controls: ["MCSB NS-1"],
  },
];

/** Rules against types of resources. */
export const FORBIDDEN_TYPES: readonly Rule[] = FORBIDDEN.map(({ type, word, does, instead, source, controls }) => ({
  id: `azure-no-${word}`,
  severity: "critical",
  title: `No stack has an ${type}.`,
  reason: `It ${does}.`,
  source,
  controls,
  fix: `remove it, and use ${instead}`,
  example: { wrong: { resource: { [type]: { example: {} } } }, right: { resource: {} } },
  check: (stack) =>
    stack.resources(type).map((resource) => ({ resource, argument: "", found: undefined, must: "must not be there" })),
}));
