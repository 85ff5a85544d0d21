import type { Rule, RuleText } from "../rule";
import type { Stack } from "../stack";

/** What to use instead, by type. */
type Instead = Readonly<Record<string, string>>;

const SENSITIVE = "Terraform: Manage sensitive data in your configuration";
const ROLE = "a role on the resource, and its literal id";
const BY_NAME = "a program that reads the secret by its name when it runs";
const IDENTITY = "an identity, which has no password";

/** Resources that are nothing but a secret. */
const MADE: Instead = {
  aws_secretsmanager_secret_version: "a secret that its owner puts in, or a rotation",
  azurerm_application_insights_api_key: "a role on the Application Insights",
  azurerm_key_vault_managed_storage_account_sas_token_definition: "a role on the storage account",
  azurerm_key_vault_secret: "a secret that its owner puts into the vault",
  azurerm_managed_disk_sas_token: "a role on the disk",
  random_password: IDENTITY,
  tls_private_key: "a key that its owner makes, of which the file has the public half",
};

/** Data sources and ephemeral resources whose answer has a secret in it. */
const READ: Instead = {
  aws_ecr_authorization_token: "a role that may pull images",
  aws_eks_cluster_auth: "a role that may call the cluster",
  aws_kms_secrets: BY_NAME,
  aws_secretsmanager_random_password: IDENTITY,
  aws_secretsmanager_secret_version: BY_NAME,
  aws_ssm_parameters_by_path: "data aws_ssm_parameter with one name, and its insecure_value",
  azurerm_application_insights: ROLE,
  azurerm_cognitive_account: ROLE,
  azurerm_container_registry: ROLE,
  azurerm_key_vault_certificate_data: BY_NAME,
  azurerm_key_vault_secret: BY_NAME,
  azurerm_key_vault_secrets: BY_NAME,
  azurerm_kubernetes_cluster: ROLE,
  azurerm_log_analytics_workspace: ROLE,
  azurerm_search_service: ROLE,
  azurerm_storage_account: ROLE,
  azurerm_storage_account_blob_container_sas: ROLE,
  azurerm_storage_account_sas: ROLE,
};

/** Data sources that bring in what no rule can see. */
const UNSEEN: Instead = {
  external: "what the file says",
  http: "what the file says",
  terraform_remote_state: "a literal id, or a parameter that the other stack publishes",
};

/** The types of resources that are nothing but a secret. */
export const SECRET_TYPES: readonly string[] = Object.keys(MADE);

/** Resources and data that bring secrets, or what nobody sees, into a stack. */
export const SECRET_TYPE: readonly Rule[] = [
  absence(MADE, [""], {
    id: "stack-secret-made",
    severity: "critical",
    title: "No stack makes a password, a private key or a secret.",
    reason: "It would stand in the state, and whoever reads the state would have it.",
    source: SENSITIVE,
    controls: ["MCSB IM-8"],
  }),
  absence(READ, ["data.", "ephemeral."], {
    id: "stack-secret-read",
    severity: "critical",
    title: "No stack reads a resource or a secret of which the answer has keys in it.",
    reason:
      "The whole answer stands in the state, also what no argument uses; and the pipeline would need a right to it.",
    source: SENSITIVE,
    controls: ["MCSB IM-8"],
  }),
  absence(UNSEEN, ["data."], {
    id: "stack-unseen-data",
    severity: "critical",
    title: "No stack reads another state, a program's answer or an address of the internet.",
    reason: "Whoever reads one output of a state may read all of it, and what comes from elsewhere is seen by no rule.",
    source: "Terraform: The terraform_remote_state Data Source",
    controls: ["MCSB IM-8", "MCSB DS-2"],
  }),
];

/** The rule that no stack has one of some types. */
function absence(types: Instead, prefixes: readonly string[], text: RuleText): Rule {
  const [first = ""] = Object.keys(types);
  const [prefix = ""] = prefixes;
  const kind = prefix === "" ? "resource" : "data";
  return {
    ...text,
    fix: "remove it",
    example: { wrong: { [kind]: { [first]: { example: {} } } }, right: {} },
    check: (stack) => prefixes.flatMap((before) => violations(stack, types, before)),
  };
}

function violations(stack: Stack, types: Instead, prefix: string) {
  return Object.entries(types).flatMap(([type, instead]) =>
    stack
      .resources(`${prefix}${type}`)
      .map((resource) => ({ resource, argument: "", found: undefined, must: `must not be there, but ${instead}` })),
  );
}
