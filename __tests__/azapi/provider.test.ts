import { AzapiProvider } from "../../lib/azapi/provider";
import { AzapiResource } from "../../lib/azapi/resource";
import { acmeStack, onlyResource, synthesized } from "./synthesized";

test("the provider is required from Azure's namespace in a range of releases", () => {
  const stack = acmeStack();

  new AzapiProvider(stack, "azapi", {});

  expect(synthesized(stack).terraform.required_providers.azapi).toEqual({
    source: "Azure/azapi",
    version: ">= 2.12, < 3",
  });
});

test("the provider's arguments have Terraform's names", () => {
  const stack = acmeStack();

  new AzapiProvider(stack, "azapi", { subscriptionId: "sub", tenantId: "entra", useOidc: true });

  expect(synthesized(stack).provider.azapi).toEqual([{ subscription_id: "sub", tenant_id: "entra", use_oidc: true }]);
});

test("a resource can name an aliased provider", () => {
  const stack = acmeStack();
  const provider = new AzapiProvider(stack, "hub", { alias: "hub" });

  new AzapiResource(stack, "network", { type: "A/b@1", name: "n", parentId: "/p", body: {}, provider });

  expect(synthesized(stack).provider.azapi).toEqual([{ alias: "hub" }]);
  expect(onlyResource(stack, "azapi_resource").provider).toBe("azapi.hub");
});
