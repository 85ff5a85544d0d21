import type { Rule } from "../../rule";

/** Resources that open what other rules close, with what they do and what to take instead. */
const FORBIDDEN: readonly (readonly [type: string, word: string, does: string, instead: string])[] = [
  [
    "azuread_application_password",
    "application-password",
    "makes a password that stands in the state",
    "a federated credential",
  ],
  [
    "azuread_application_certificate",
    "application-certificate",
    "lets whoever has the key sign in from anywhere",
    "a federated credential",
  ],
  [
    "azuread_service_principal_password",
    "principal-password",
    "makes a password that stands in the state",
    "a federated credential",
  ],
  [
    "azuread_service_principal_certificate",
    "principal-certificate",
    "lets whoever has the key sign in from anywhere",
    "a federated credential",
  ],
  ["azurerm_key_vault_access_policy", "vault-policy", "opens a vault past its roles", "an azurerm_role_assignment"],
  [
    "azurerm_storage_account_local_user",
    "storage-user",
    "lets somebody sign in past Entra",
    "an azurerm_role_assignment",
  ],
  ["azurerm_storage_account_static_website", "storage-website", "shows files to everybody", "a private endpoint"],
  [
    "azurerm_container_registry_token",
    "registry-token",
    "makes a sign-in that Entra knows nothing of",
    "an azurerm_role_assignment",
  ],
  [
    "azurerm_container_registry_token_password",
    "registry-password",
    "makes a password that stands in the state",
    "an azurerm_role_assignment",
  ],
  ["azurerm_network_interface_nat_rule_association", "nat-rule", "opens a machine to the internet", "Azure Bastion"],
];

/** Rules against types of resources. */
export const FORBIDDEN_TYPES: readonly Rule[] = FORBIDDEN.map(([type, word, does, instead]) => ({
  id: `azure-no-${word}`,
  severity: "critical",
  title: `No stack has an ${type}.`,
  reason: `It ${does}.`,
  source: "docs/security.md",
  controls: ["MCSB IM-1"],
  fix: `remove it, and use ${instead}`,
  example: { wrong: { resource: { [type]: { example: {} } } }, right: { resource: {} } },
  check: (stack) =>
    stack.resources(type).map((resource) => ({ resource, argument: "", found: undefined, must: "must not be there" })),
}));
