import { privateEndpoint } from "../../lib/blueprint/private-endpoint";

const acme = { prefix: "mlp", instance: "dev", tenant: "acme" };

test("a private endpoint is named after its owner and its sub-resource, and so is its network interface", () => {
  expect(privateEndpoint(acme, "vault")).toEqual({
    subresource: "vault",
    name: "mlp-dev-acme--pe-vault",
    networkInterface: "mlp-dev-acme--nic-pe-vault",
    zones: ["privatelink.vaultcore.azure.net"],
  });
});

test("a prefix tells endpoints of one owner apart that have the same sub-resource", () => {
  const platform = { prefix: "mlp", instance: "dev" };
  const [hub, workspace] = [privateEndpoint(platform, "blob", "hub-"), privateEndpoint(platform, "blob")];

  expect([hub.name, hub.networkInterface]).toEqual(["mlp-dev--hub-pe-blob", "mlp-dev--hub-nic-pe-blob"]);
  expect(workspace.name).not.toBe(hub.name);
});

test("a workspace's private endpoint registers in both of its zones", () => {
  expect(privateEndpoint(acme, "amlworkspace").zones).toEqual([
    "privatelink.api.azureml.ms",
    "privatelink.notebooks.azure.net",
  ]);
});
