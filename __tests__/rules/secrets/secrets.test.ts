import { checkStack } from "../../../lib/rules/check-stack";
import { SECRET_RULES } from "../../../lib/rules/secrets/secret-rules";
import type { Tree } from "../../../lib/terraform/tree";

const told = (blocks: Tree) =>
  checkStack("example", blocks, SECRET_RULES).map(({ rule, argument }) => `${rule.id} ${argument}`.trim());
const output = (value: unknown, more = {}) => told({ output: { example: { value, ...more } } });
const resource = (type: string, content: Tree) => told({ resource: { [type]: { example: content } } });
const data = (type: string, content: Tree = {}) => told({ data: { [type]: { example: content } } });

test.each([
  "${azurerm_storage_account.data.primary_access_key}",
  "${azurerm_storage_account.data.secondary_blob_connection_string}",
  "${azurerm_storage_account.data}",
  "${jsonencode({ a = { b = azurerm_storage_account.data.primary_connection_string } })}",
  '${azurerm_storage_account.data["primary_access_key"]}',
  "${azurerm_storage_account.data[0].primary_access_key}",
  "${nonsensitive(azurerm_container_registry.images.admin_password)}",
  "${azurerm_kubernetes_cluster.k.kube_config.0.client_key}",
  "${azurerm_log_analytics_workspace.logs.primary_shared_key}",
  "${azurerm_application_insights.insights.connection_string}",
  "${tolist(azuread_application.app.password).0.value}",
  "${data.azurerm_key_vault_secret.secret.value}",
  "${data.aws_ssm_parameter.vpc.value}",
  "${aws_iam_access_key.key.secret}",
  "${random_password.password.result}",
])("An output that is %s is told.", (value) => {
  expect(output(value)).toEqual(["stack-secret-reference value"]);
});

test("A sensitive output is told as well, for it stands in the state.", () => {
  expect(output("${aws_iam_access_key.key.secret}", { sensitive: true })).toEqual(["stack-secret-reference value"]);
});

test.each([
  "${azurerm_storage_account.data.id}",
  "${azurerm_storage_account.data.primary_blob_endpoint}",
  "${azurerm_key_vault_key.disk.id}",
  "${azurerm_virtual_network.network}",
  "${aws_kms_key.key.arn}",
  "${data.aws_ssm_parameter.vpc.insecure_value}",
  "https://example.com/primary_access_key",
])("An output that is %s is right.", (value) => {
  expect(output(value)).toEqual([]);
});

test("A secret deep within an argument is told with its place.", () => {
  const environment = [{ name: "x" }, { text: "${azurerm_storage_account.data.primary_access_key}" }];

  expect(resource("aws_sagemaker_model", { environment })).toEqual(["stack-secret-reference environment[1].text"]);
});

test.each([
  ["azurerm_machine_learning_datastore_blobstorage", { account_key: "x" }, "account_key"],
  ["azurerm_machine_learning_datastore_blobstorage", { shared_access_signature: "x" }, "shared_access_signature"],
  ["aws_db_instance", { password: "x" }, "password"],
  ["aws_ssm_parameter", { type: "SecureString", value: "x" }, "value"],
  ["aws_ssm_parameter", { type: "String", value: "x" }, "value"],
  ["aws_sagemaker_model", { environment: { AWS_SECRET_ACCESS_KEY: "x" } }, "environment.AWS_SECRET_ACCESS_KEY"],
  ["azapi_resource", { body: { properties: { clientSecret: "x" } } }, "body.properties.clientSecret"],
])("An %s with %j is told.", (type, content, argument) => {
  expect(resource(type, content)).toEqual([`stack-secret-argument ${argument}`]);
});

test.each([
  ["aws_db_instance", { password: "" }],
  ["aws_db_instance", { manage_master_user_password: true }],
  ["aws_ssm_parameter", { type: "String", insecure_value: "vpc-1" }],
  ["azurerm_linux_virtual_machine", { disable_password_authentication: true }],
  ["azurerm_storage_account", { shared_access_key_enabled: false, tags: { owner: "x" } }],
])("An %s with %j is right.", (type, content) => {
  expect(resource(type, content)).toEqual([]);
});

test("A secret of a vault is told as a whole, and not for its value too.", () => {
  expect([
    resource("azurerm_key_vault_secret", { value: "x" }),
    resource("aws_secretsmanager_secret_version", { secret_string: "x" }),
    resource("random_password", {}),
  ]).toEqual([["stack-secret-made"], ["stack-secret-made"], ["stack-secret-made"]]);
});

test.each(["azurerm_storage_account", "azurerm_storage_account_sas", "azurerm_key_vault_secret", "aws_kms_secrets"])(
  "Data of type %s is told.",
  (type) => {
    expect(data(type)).toEqual(["stack-secret-read"]);
  },
);

test.each(["terraform_remote_state", "external", "http"])("Data of type %s is told: no rule sees it.", (type) => {
  expect(data(type)).toEqual(["stack-unseen-data"]);
});

test("Data without secrets is right.", () => {
  expect([data("azurerm_client_config"), data("aws_ssm_parameter")]).toEqual([[], []]);
});

test.each(["listKeys", "LISTSECRETS", "getToken", "${var.action}"])(
  "Data that is the answer to %s is told.",
  (action) => {
    expect(data("azapi_resource_action", { action })).toEqual(["stack-secret-data-action action"]);
  },
);

test("Texts that are no references and maps of any depth are read without harm.", () => {
  expect(resource("x_y", { a: "${", b: [[["%{"]]], c: null, "//": { password: "x" } })).toEqual([]);
});
