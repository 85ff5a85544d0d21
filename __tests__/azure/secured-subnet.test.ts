import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { AzureProviders } from "../../lib/azure/azure-providers";
import { SecuredSubnet } from "../../lib/azure/secured-subnet";
import type { SecurityRule } from "../../lib/blueprint/security-rules";
import { BaseStack } from "../../lib/terraform/base-stack";
import { ENTRA_TENANT, PLATFORM_SUBSCRIPTION } from "../support/files";
import { addressOf, allBefore } from "../support/references";
import { onlyResource, resourcesByPath, synthPlan } from "../support/synth";

const rule = (changes: Partial<SecurityRule>): SecurityRule => ({
  name: "AllowHttps",
  priority: 100,
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  sources: ["10.0.0.0/24"],
  destination: "10.0.1.0/24",
  ports: ["443"],
  ...changes,
});

function withRules(rules: SecurityRule[]) {
  return synthPlan({
    name: "s",
    build: (app) => {
      const blueprint = {
        stack: "s",
        backend: { kind: "local", path: "s.tfstate" },
        retiring: false,
        tags: {},
      } as const;
      const stack = new BaseStack(app, blueprint);
      new AzureProviders(stack, blueprint, { entraTenantId: ENTRA_TENANT, subscriptionId: PLATFORM_SUBSCRIPTION });
      const resourceGroup = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
      const network = new VirtualNetwork(stack, "vnet", {
        name: "vnet",
        resourceGroupName: "rg",
        location: "westeurope",
      });
      const subnet = { name: "snet", range: "10.0.1.0/24", securityGroup: "nsg", rules };
      new SecuredSubnet(stack, "subnet", { resourceGroup, network, subnet });
      return stack;
    },
  });
}

test("A rule with one source has a single prefix, which may be a service tag.", () => {
  const rules = resourcesByPath(withRules([rule({ sources: ["Internet"] })]), "azurerm_network_security_rule");
  expect(rules["subnet/AllowHttps"]).toMatchObject({ source_address_prefix: "Internet" });
  expect(rules["subnet/AllowHttps"]).not.toHaveProperty("source_address_prefixes");
});

test("A rule with several sources has a list of prefixes, which Azure does not take beside a single one.", () => {
  const rules = resourcesByPath(
    withRules([rule({ sources: ["10.0.0.0/24", "10.0.2.0/24"] })]),
    "azurerm_network_security_rule",
  );
  expect(rules["subnet/AllowHttps"]).toMatchObject({ source_address_prefixes: ["10.0.0.0/24", "10.0.2.0/24"] });
  expect(rules["subnet/AllowHttps"]).not.toHaveProperty("source_address_prefix");
});

test("A rule with one port has a single range.", () => {
  const rules = resourcesByPath(withRules([rule({ ports: ["443"] })]), "azurerm_network_security_rule");
  expect(rules["subnet/AllowHttps"]).toMatchObject({ destination_port_range: "443" });
  expect(rules["subnet/AllowHttps"]).not.toHaveProperty("destination_port_ranges");
});

test("A rule with several ports has a list of ranges, which Azure does not take beside a single one.", () => {
  const rules = resourcesByPath(withRules([rule({ ports: ["8080", "5701"] })]), "azurerm_network_security_rule");
  expect(rules["subnet/AllowHttps"]).toMatchObject({ destination_port_ranges: ["8080", "5701"] });
  expect(rules["subnet/AllowHttps"]).not.toHaveProperty("destination_port_range");
});

test("The address of a rule comes from its name, so that another order of the rules moves none.", () => {
  const rules = [rule({}), rule({ name: "DenyAllInbound", priority: 4096, access: "Deny" })];
  expect(Object.keys(withRules(rules).resource.azurerm_network_security_rule ?? {}).sort()).toEqual(
    Object.keys(withRules([...rules].reverse()).resource.azurerm_network_security_rule ?? {}).sort(),
  );
});

test("A subnet has no way out of its own, and its rules hold for private endpoints too.", () => {
  expect(onlyResource(withRules([]), "azurerm_subnet")).toMatchObject({
    default_outbound_access_enabled: false,
    private_endpoint_network_policies: "Enabled",
  });
});

test("A subnet gets its security group with every rule in force, never an empty one that lets all of Azure in.", () => {
  const stack = withRules([rule({}), rule({ name: "DenyAllInbound", priority: 4096, access: "Deny" })]);
  const before = allBefore(stack, addressOf(stack, "subnet/association"));
  expect(before).toContain(addressOf(stack, "subnet/AllowHttps"));
  expect(before).toContain(addressOf(stack, "subnet/DenyAllInbound"));
});
