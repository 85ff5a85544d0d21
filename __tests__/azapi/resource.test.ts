import type { AzapiIdentity } from "../../lib/azapi/identity";
import { AzapiResource, type AzapiResourceProps } from "../../lib/azapi/resource";
import { acmeStack, onlyResource, synthesized } from "./synthesized";

const vault: AzapiResourceProps<object> = {
  type: "Microsoft.KeyVault/vaults@2023-07-01",
  name: "kv",
  parentId: "/rg",
  body: {},
};

function synthesizedWith(props: Partial<AzapiResourceProps<object>>): Record<string, unknown> {
  const stack = acmeStack();
  new AzapiResource(stack, "vault", { ...vault, ...props });
  return onlyResource(stack, "azapi_resource");
}

test("the keys of a body stay in camelCase at every depth", () => {
  const body = { properties: { networkAcls: { defaultAction: "Deny" }, accessPolicies: [{ objectId: "o" }] } };

  expect(synthesizedWith({ body }).body).toEqual(body);
});

test("empty objects and lists of a body reach Azure", () => {
  const body = { properties: { livenessProbe: {}, ipRules: [] } };

  expect(synthesizedWith({ body }).body).toEqual(body);
});

test("a property of a body that is undefined is left out", () => {
  expect(synthesizedWith({ body: { properties: { description: undefined } } }).body).toEqual({ properties: {} });
});

test("the id of another resource in a body becomes an interpolation", () => {
  // GIVEN
  const stack = acmeStack();
  const parent = new AzapiResource(stack, "parent", vault);

  // WHEN
  new AzapiResource(stack, "child", {
    ...vault,
    parentId: parent.id,
    body: { properties: { target: parent.id, path: `${parent.id}/keys/k`, all: [parent.id] } },
  });

  // THEN
  const child = synthesized(stack).resource.azapi_resource?.child;
  const id = "${azapi_resource.parent.id}";
  expect(child).toMatchObject({
    parent_id: id,
    body: { properties: { target: id, path: `${id}/keys/k`, all: [id] } },
  });
});

test("an identity is a block", () => {
  expect(synthesizedWith({ identity: { type: "UserAssigned", identityIds: ["/id"] } }).identity).toEqual([
    { type: "UserAssigned", identity_ids: ["/id"] },
  ]);
});

test("a system-assigned identity needs no ids", () => {
  expect(synthesizedWith({ identity: { type: "SystemAssigned" } }).identity).toEqual([{ type: "SystemAssigned" }]);
});

test.each<AzapiIdentity>([
  { type: "UserAssigned" },
  { type: "UserAssigned", identityIds: [] },
  { type: "SystemAssigned, UserAssigned" },
])("the identity %j is refused because it names no identity", (identity) => {
  expect(() => synthesizedWith({ identity })).toThrow(
    `acme/vault: an identity of type "${identity.type}" needs at least one id in identityIds`,
  );
});

test("retry is one object with Terraform's names", () => {
  const retry = { errorMessageRegex: ["NotFound"], intervalSeconds: 5, maxIntervalSeconds: 50 };

  expect(synthesizedWith({ retry }).retry).toEqual({
    error_message_regex: ["NotFound"],
    interval_seconds: 5,
    max_interval_seconds: 50,
  });
});

test("a retry without waits leaves them to the provider", () => {
  expect(synthesizedWith({ retry: { errorMessageRegex: ["NotFound"] } }).retry).toEqual({
    error_message_regex: ["NotFound"],
  });
});

test("arguments that were not given are not emitted", () => {
  expect(Object.keys(synthesizedWith({})).sort()).toEqual(["body", "name", "parent_id", "type"]);
});

test("every argument has Terraform's name", () => {
  const resource = synthesizedWith({
    location: "westeurope",
    locks: ["/rg"],
    timeouts: { create: "1m" },
    responseExportValues: ["properties.a"],
    replaceTriggersExternalValues: ["x"],
    lifecycle: { ignoreChanges: ["body.properties"] },
  });

  expect(resource).toMatchObject({
    parent_id: "/rg",
    location: "westeurope",
    locks: ["/rg"],
    timeouts: { create: "1m" },
    response_export_values: ["properties.a"],
    replace_triggers_external_values: ["x"],
    lifecycle: { ignore_changes: ["body.properties"] },
  });
});

test("a dependency is emitted as an address", () => {
  const stack = acmeStack();
  const first = new AzapiResource(stack, "first", vault);

  new AzapiResource(stack, "second", { ...vault, dependsOn: [first] });

  expect(synthesized(stack).resource.azapi_resource?.second).toMatchObject({
    depends_on: ["azapi_resource.first"],
  });
});

test("a resource of a type without tags does not look taggable", () => {
  const resource = new AzapiResource(acmeStack(), "vault", vault);

  expect("tagsInput" in resource).toBe(false);
  expect("tags" in resource).toBe(false);
});

test("an override reaches into the body and leaves the caller's object alone", () => {
  const stack = acmeStack();
  const body = { properties: { mode: "a" } };
  const resource = new AzapiResource(stack, "vault", { ...vault, body });

  resource.addOverride("body.properties.mode", "b");

  expect(onlyResource(stack, "azapi_resource").body).toEqual({ properties: { mode: "b" } });
  expect(body.properties.mode).toBe("a");
});
