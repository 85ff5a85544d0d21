import { SECURITY_RULE_VALID } from "../../../../lib/rules/azure/settings/security-rule";
import { toldOf } from "./told";

const RIGHT = {
  network_security_group_name: "${azurerm_network_security_group.nsg.name}",
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  priority: 100,
  source_address_prefix: "10.0.0.0/24",
  source_port_range: "*",
  destination_address_prefix: "10.0.1.0/24",
  destination_port_range: "443",
};
const of = (rule: object, subnet = "snet") =>
  toldOf(SECURITY_RULE_VALID, {
    azurerm_subnet: { subnet: { name: subnet } },
    azurerm_network_security_group: { nsg: { name: "nsg" } },
    azurerm_subnet_network_security_group_association: {
      both: {
        subnet_id: "${azurerm_subnet.subnet.id}",
        network_security_group_id: "${azurerm_network_security_group.nsg.id}",
      },
    },
    azurerm_network_security_rule: { rule: { ...RIGHT, ...rule } },
  });

test.each([
  ["a port that there is not", { destination_port_range: "99999" }, "destination_port_range"],
  ["a range of ports that ends before it starts", { destination_port_range: "443-80" }, "destination_port_range"],
  ["another word for letting through", { access: "x" }, "access"],
  ["no direction", { direction: undefined }, "direction"],
  ["a priority below the first", { priority: 99 }, "priority"],
  ["no source", { source_address_prefix: undefined }, "source_address_prefix"],
  ["a word as its destination", { destination_address_prefix: "x" }, "destination_address_prefix"],
  [
    "one wrong destination of several",
    { destination_address_prefix: undefined, destination_address_prefixes: ["10.0.0.0/8", "x"] },
    "destination_address_prefixes",
  ],
  ["no port of the source", { source_port_range: undefined }, "source_port_range"],
  ["a text as the port of the source", { source_port_range: "x" }, "source_port_range"],
  ["a destination with host bits", { destination_address_prefix: "10.0.1.1/24" }, "destination_address_prefix"],
  ["no destination", { destination_address_prefix: undefined }, "destination_address_prefix"],
  [
    "a prefix of 33 bits as the source of what goes out",
    { direction: "Outbound", source_address_prefix: "10.0.0.0/33" },
    "source_address_prefix",
  ],
])("A rule with %s is told.", (_, rule, argument) => {
  expect(of(rule)).toEqual([expect.stringMatching(new RegExp(`^${argument} must `))]);
});

test.each([
  ["a service tag", { destination_address_prefix: "AzureCloud" }],
  ["a single address", { destination_address_prefix: "10.0.1.4" }],
  ["ranges of ports", { destination_port_range: undefined, destination_port_ranges: ["80", "8000-8100"] }],
  ["a source that the rule about sources tells of", { source_address_prefix: "10.0.0.0/33" }],
  ["a denial", { access: "Deny", destination_port_range: "99999" }],
])("Nothing is told of a rule with %s.", (_, rule) => {
  expect(of(rule)).toEqual([]);
});

test("Of rules of Azure Bastion nothing is told but the ports that traffic comes from.", () => {
  const wrong = { destination_port_range: "99999", destination_address_prefix: "10.0.0.0/33" };

  expect([of(wrong, "AzureBastionSubnet"), of({ source_port_range: "x" }, "AzureBastionSubnet")]).toEqual([
    [],
    ["source_port_range must be ports up to 65535, the lower first"],
  ]);
});

test("A denial of Azure Bastion's group is left to the rule about denials.", () => {
  expect(of({ access: "Deny", priority: 0 }, "AzureBastionSubnet")).toEqual([]);
});
