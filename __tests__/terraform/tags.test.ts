import { Application } from "@cdktf/provider-azuread/lib/application";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermPrivateDnsZone } from "@cdktf/provider-azurerm/lib/data-azurerm-private-dns-zone";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { Construct } from "constructs";
import { AzapiProvider } from "../../lib/azapi/provider";
import { TaggableAzapiResource } from "../../lib/azapi/taggable-resource";
import type { BaseStack } from "../../lib/terraform/base-stack";
import { type StackJson, synthPlan } from "../support/synth";
import { plan, TAGS } from "./plans";

const GROUP = { name: "rg", location: "westeurope" };
const SUBNET = { name: "s", resourceGroupName: "rg", virtualNetworkName: "v", addressPrefixes: ["10.0.0.0/24"] };

function synthesized(fill: (stack: BaseStack) => void): StackJson {
  return synthPlan(
    plan("acme", (stack) => {
      new AzurermProvider(stack, "azurerm", { features: [{}] });
      fill(stack);
    }),
  );
}

const groupTags = (tags: Record<string, string>) =>
  synthesized((stack) => new ResourceGroup(stack, "group", { ...GROUP, tags })).resource.azurerm_resource_group?.group
    ?.tags;

test("a resource has the tags of its stack", () => {
  const { resource } = synthesized((stack) => new ResourceGroup(stack, "group", GROUP));

  expect(resource.azurerm_resource_group?.group?.tags).toEqual(TAGS);
});

test("a resource deep in the construct tree has them too", () => {
  const { resource } = synthesized((stack) => new ResourceGroup(new Construct(stack, "network"), "group", GROUP));

  expect(Object.values(resource.azurerm_resource_group ?? {})[0]?.tags).toEqual(TAGS);
});

test("an azapi resource has them too", () => {
  const { resource } = synthesized((stack) => {
    new AzapiProvider(stack, "azapi", {});
    new TaggableAzapiResource(stack, "it", { type: "A/b@1", name: "n", parentId: "/p", body: {} });
  });

  expect(resource.azapi_resource?.it?.tags).toEqual(TAGS);
});

test("a resource keeps tags of its own", () => {
  expect(groupTags({ purpose: "logs" })).toEqual({ ...TAGS, purpose: "logs" });
});

test("a tag of a resource cannot replace one of the stack", () => {
  expect(groupTags({ tenant: "globex" })).toEqual(TAGS);
});

test("a tag of a resource cannot stand beside one of the stack in another case, for Azure ignores case", () => {
  expect(groupTags({ Tenant: "globex", PLATFORM: "other" })).toEqual(TAGS);
});

test("a tag named __proto__ is refused, for CDKTF would lose it without a word", () => {
  expect(() => groupTags(JSON.parse('{"__proto__": "a"}') as Record<string, string>)).toThrow(
    'acme/group has a map with the key "__proto__"',
  );
});

test.each(["constructor", "toString", "hasOwnProperty"])("a tag named %s is an ordinary tag", (name) => {
  expect(groupTags({ [name]: "a" })).toEqual({ ...TAGS, [name]: "a" });
});

test("a resource that cannot carry tags has none", () => {
  const { resource } = synthesized((stack) => new Subnet(stack, "subnet", SUBNET));

  expect(resource.azurerm_subnet?.subnet).not.toHaveProperty("tags");
});

test("a data source has none, for there tags are a filter", () => {
  const { data } = synthesized((stack) => new DataAzurermPrivateDnsZone(stack, "zone", { name: "a.example" }));

  expect(data?.azurerm_private_dns_zone?.zone).not.toHaveProperty("tags");
});

test("a resource whose tags are a list has none, for they are something else there", () => {
  const { resource } = synthesized((stack) => {
    new AzureadProvider(stack, "azuread");
    new Application(stack, "application", { displayName: "acme" });
  });

  expect(resource.azuread_application?.application).not.toHaveProperty("tags");
});
