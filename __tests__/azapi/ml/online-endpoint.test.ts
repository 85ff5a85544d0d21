import { OnlineEndpoint, type OnlineEndpointProps } from "../../../lib/azapi/ml/online-endpoint";
import { Fn, TerraformOutput } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource, synthesized } from "../synthesized";

const churn: OnlineEndpointProps = {
  name: "churn-acme-x1y2z",
  location: "westeurope",
  workspaceId: "/workspace",
  identityId: "/identity",
};

function synthesizedWith(props: Partial<OnlineEndpointProps>): Record<string, unknown> {
  const stack = acmeStack();
  new OnlineEndpoint(stack, "churn", { ...churn, ...props });
  return onlyResource(stack, "azapi_resource");
}

test("an endpoint takes only Entra ID tokens and has no public access", () => {
  expect(synthesizedWith({}).body).toEqual({
    kind: "Managed",
    properties: { authMode: "AADToken", publicNetworkAccess: "Disabled" },
  });
});

test("an endpoint is of the API version that azurerm uses", () => {
  expect(synthesizedWith({}).type).toBe("Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01");
});

test("an endpoint is a child of the workspace and runs under the given identity", () => {
  expect(synthesizedWith({})).toMatchObject({
    parent_id: "/workspace",
    identity: [{ type: "UserAssigned", identity_ids: ["/identity"] }],
  });
});

test("another identity replaces the endpoint", () => {
  expect(synthesizedWith({}).replace_triggers_external_values).toEqual(["/identity"]);
});

test("creation is retried while Azure does not know the identity or its roles", () => {
  expect(synthesizedWith({})).toMatchObject({
    retry: {
      error_message_regex: ["PrincipalNotFound", "AuthorizationFailed"],
      interval_seconds: 10,
      max_interval_seconds: 60,
    },
    timeouts: { create: "30m" },
  });
});

test("the description stands in the body and the tags beside it", () => {
  expect(synthesizedWith({ description: "churn of acme", tags: { tenant: "acme" } })).toMatchObject({
    body: { properties: { description: "churn of acme" } },
    tags: { tenant: "acme" },
  });
});

test("an endpoint can be tagged", () => {
  expect("tagsInput" in new OnlineEndpoint(acmeStack(), "churn", churn)).toBe(true);
});

test("the scoring URI is read from the response", () => {
  const stack = acmeStack();
  const endpoint = new OnlineEndpoint(stack, "churn", churn);

  new TerraformOutput(stack, "uri", { value: endpoint.scoringUri });

  expect(synthesized(stack)).toMatchObject({
    output: { uri: { value: "${azapi_resource.churn.output.properties.scoringUri}" } },
  });
});

test("an endpoint waits for what it depends on", () => {
  const stack = acmeStack();
  const first = new OnlineEndpoint(stack, "first", churn);

  new OnlineEndpoint(stack, "second", { ...churn, dependsOn: [first] });

  expect(synthesized(stack).resource.azapi_resource?.second).toMatchObject({
    depends_on: ["azapi_resource.first"],
  });
});

test.each(["abc", "a-b", "A1-b2-C3", `a${"b".repeat(31)}`])("the name %s is accepted", (name) => {
  expect(() => synthesizedWith({ name })).not.toThrow();
});

test.each(["ab", `a${"b".repeat(32)}`, "1churn", "-churn", "churn-", "churn--acme", "churn_acme", "chürn", ""])(
  'the name "%s" is refused',
  (name) => {
    expect(() => synthesizedWith({ name })).toThrow(
      `acme/churn: the name "${name}" must have 3 to 32 letters, digits and single dashes, start with a letter and not end with a dash`,
    );
  },
);

test("a name that only Terraform knows is not checked", () => {
  const name = Fn.join("-", ["churn", "${random_id.x.hex}"]);

  expect(() => synthesizedWith({ name })).not.toThrow();
});
