import { memoized } from "../memo";

/**
 * What names of secrets end in: of attributes that providers fill, as in primary_access_key, and of arguments, as in
 * administrator_login_password. Source: the attributes of the providers azurerm, azuread and aws.
 */
const ENDINGS = [
  "access_key",
  "access_token",
  "account_key",
  "admin_key",
  "api_key",
  "api_token",
  "auth_token",
  "authorization_key",
  "authorization_token",
  "certificate_password",
  "client_key",
  "connection_string",
  "function_key",
  "instrumentation_key",
  "password",
  "passphrase",
  "private_key",
  "refresh_token",
  "sas_token",
  "sas_url",
  "secret",
  "secret_binary",
  "secret_key",
  "secret_string",
  "session_token",
  "shared_access_signature",
  "shared_key",
  "ses_smtp_password_v4",
] as const;

/** What names of attributes alone end in: as arguments they are no secrets, or rules of their own tell of them. */
const OF_ATTRIBUTES = [
  ...ENDINGS,
  "authorization_key_primary",
  "authorization_key_secondary",
  "connection_string_alias",
  "kube_admin_config",
  "kube_admin_config_raw",
  "kube_config",
  "kube_config_raw",
  "passwords",
  "primary_key",
  "primary_readonly_key",
  "private_key_openssh",
  "private_key_pem",
  "private_key_pem_pkcs8",
  "sas",
  "secondary_key",
  "secondary_readonly_key",
] as const;

/** Attributes that are secrets of some types alone. */
export const SECRETS_OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  aws_kms_ciphertext: ["plaintext"],
  aws_kms_secrets: ["plaintext"],
  aws_ssm_parameter: ["value"],
  aws_ssm_parameters_by_path: ["values"],
  azurerm_key_vault_secret: ["value"],
  random_password: ["result", "bcrypt_hash"],
};

/** Types that hold secrets: whoever names one of them as a whole names these too. */
export const TYPES_WITH_SECRETS: readonly string[] = [
  ...Object.keys(SECRETS_OF_TYPES),
  "aws_iam_access_key",
  "aws_secretsmanager_secret_version",
  "azuread_application",
  "azuread_application_password",
  "azuread_service_principal_password",
  "azurerm_ai_services",
  "azurerm_application_insights",
  "azurerm_cognitive_account",
  "azurerm_container_registry",
  "azurerm_kubernetes_cluster",
  "azurerm_linux_virtual_machine",
  "azurerm_log_analytics_workspace",
  "azurerm_search_service",
  "azurerm_storage_account",
  "azurerm_storage_account_sas",
  "azurerm_windows_virtual_machine",
  "tls_private_key",
];

const ATTRIBUTE = form(OF_ATTRIBUTES);
const ARGUMENT = form(ENDINGS);

/** Whether an attribute of a type, with "data." or "ephemeral." before it or without, is a secret. */
export function isSecretAttribute(type: string, attribute: string): boolean {
  return ATTRIBUTE.test(attribute) || SECRETS_OF_TYPES[type]?.includes(attribute) === true;
}

/** Whether an argument, an environment variable or a property of a body takes a secret, by its name. */
export const isSecretArgument = memoized((name): boolean =>
  ARGUMENT.test(name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()),
);

function form(endings: readonly string[]): RegExp {
  return new RegExp(`^(.*_)?(${endings.join("|")})$`);
}
