import { bastionSubnetRules } from "../../../../lib/blueprint/security-rules";
import { ALLOWED_TRAFFIC } from "../../../../lib/rules/azure/network/allowed-traffic";
import { BASTION_RULES } from "../../../../lib/rules/azure/network/bastion-rules";
import { DENY_ALL } from "../../../../lib/rules/azure/network/deny-all";
import { SUBNET_SECURITY_GROUP } from "../../../../lib/rules/azure/network/subnet-security-group";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";
import { found } from "../check";

const GROUP = "${azurerm_network_security_group.nsg.name}";
const DENIALS = Object.fromEntries(
  ["Inbound", "Outbound"].map((direction) => [
    `deny${direction}`,
    {
      network_security_group_name: GROUP,
      direction,
      priority: 4096,
      access: "Deny",
      protocol: "*",
      source_address_prefix: "*",
      source_port_range: "*",
      destination_address_prefix: "*",
      destination_port_range: "*",
    },
  ]),
);
const ALLOWED = {
  network_security_group_name: GROUP,
  direction: "Inbound",
  priority: 100,
  access: "Allow",
  protocol: "Tcp",
  source_address_prefix: "10.20.8.0/24",
  source_port_range: "*",
  destination_address_prefix: "10.20.8.0/26",
  destination_port_range: "443",
};

function findings(rule: Tree, more: Tree = {}): string[] {
  const resource = {
    azurerm_network_security_group: { nsg: { name: "nsg" } },
    azurerm_network_security_rule: { ...DENIALS, rule: { ...ALLOWED, ...rule } },
    ...more,
  };
  return checkStack("hub", { resource }, [...ALLOWED_TRAFFIC, BASTION_RULES, DENY_ALL]).map(
    ({ rule: { id }, argument }) => `${id} ${argument}`,
  );
}

test.each<[string, Tree, string]>([
  ["everywhere", { source_address_prefix: "*" }, "azure-security-rule-sources source_address_prefix"],
  ["the internet", { source_address_prefix: "Internet" }, "azure-security-rule-sources source_address_prefix"],
  ["0.0.0.0/0", { source_address_prefix: "0.0.0.0/0" }, "azure-security-rule-sources source_address_prefix"],
  ["a public range", { source_address_prefix: "203.0.113.0/24" }, "azure-security-rule-sources source_address_prefix"],
  [
    "every peered network",
    { source_address_prefix: "VirtualNetwork" },
    "azure-security-rule-sources source_address_prefix",
  ],
  ["an expression", { source_address_prefix: "${var.office}" }, "azure-security-rule-sources source_address_prefix"],
  [
    "one public range of several",
    { source_address_prefix: null, source_address_prefixes: ["10.0.0.0/8", "8.8.8.8"] },
    "azure-security-rule-sources source_address_prefixes",
  ],
])("A rule that lets %s in is found once.", (_, change, finding) => {
  expect(findings(change)).toEqual([finding]);
});

test.each<[string, Tree, string]>([
  ["all ports", { destination_port_range: "*" }, "azure-security-rule-ports destination_port_range"],
  ["nearly all ports", { destination_port_range: "0-65535" }, "azure-security-rule-ports destination_port_range"],
  ["all protocols", { protocol: "*" }, "azure-security-rule-ports protocol"],
  [
    "SSH from the network",
    { destination_port_range: "22" },
    "azure-security-rule-management-ports source_address_prefix",
  ],
  [
    "RDP in a range of ports",
    { destination_port_range: "3000-4000" },
    "azure-security-rule-management-ports source_address_prefix",
  ],
  [
    "mail out to everywhere",
    { direction: "Outbound", destination_address_prefix: "*", destination_port_range: "25" },
    "azure-security-rule-egress destination_port_range",
  ],
])("A rule that allows %s is found once.", (_, change, finding) => {
  expect(findings(change)).toEqual([finding]);
});

test.each<[string, Tree]>([
  ["HTTPS from a private range", {}],
  ["one private address", { source_address_prefix: "10.20.8.4" }],
  ["the probes of a load balancer", { source_address_prefix: "AzureLoadBalancer" }],
  ["HTTPS out to everywhere", { direction: "Outbound", destination_address_prefix: "*" }],
  ["a denial of everything earlier", { access: "Deny", source_address_prefix: "*" }],
])("A rule about %s is right.", (_, change) => {
  expect(findings(change)).toEqual([]);
});

const BASTION = {
  azurerm_subnet: { bastion: { name: "AzureBastionSubnet", address_prefixes: ["10.20.0.0/26"] } },
};

test("SSH from the subnet of Bastion is right.", () => {
  expect(findings({ destination_port_range: "22", source_address_prefix: "10.20.0.0/26" }, BASTION)).toEqual([]);
});

test.each<[string, Tree]>([
  ["allows", { access: "Allow" }],
  ["is about one protocol", { protocol: "Tcp" }],
  ["comes too early", { priority: 99 }],
  ["is about one range", { source_address_prefix: "10.0.0.0/8" }],
  ["is about the other direction", { direction: "Outbound" }],
])("A last rule that %s is told once, by the group.", (_, change) => {
  const rules = { ...DENIALS, rule: ALLOWED, denyInbound: { ...DENIALS.denyInbound, ...change } };

  expect(findings({}, { azurerm_network_security_rule: rules })).toEqual(["azure-security-group-deny-all "]);
});

test("Rules that stand as blocks in the group are read too.", () => {
  const security_rule = [...Object.values(DENIALS), { ...ALLOWED, source_address_prefix: "*" }];

  expect(
    findings({}, { azurerm_network_security_group: { nsg: { security_rule } }, azurerm_network_security_rule: {} }),
  ).toEqual(["azure-security-rule-sources security_rule[2].source_address_prefix"]);
});

describe("The security group of Azure Bastion", () => {
  const required = Object.fromEntries(
    bastionSubnetRules().map(({ name, sources, destination, ports, ...rule }) => [
      name,
      {
        ...rule,
        network_security_group_name: GROUP,
        source_address_prefixes: sources,
        source_port_range: "*",
        destination_address_prefix: destination,
        destination_port_ranges: ports,
      },
    ]),
  );
  const check = (change: Tree) =>
    findings(
      {},
      {
        ...BASTION,
        azurerm_subnet_network_security_group_association: {
          it: {
            subnet_id: "${azurerm_subnet.bastion.id}",
            network_security_group_id: "${azurerm_network_security_group.nsg.id}",
          },
        },
        azurerm_network_security_rule: { ...required, ...change },
      },
    );

  test("is right with the rules that Microsoft asks for.", () => {
    expect(check({})).toEqual([]);
  });

  test("is told of a rule that is missing.", () => {
    expect(check({ AllowGatewayManagerInbound: { network_security_group_name: "other" } })).toEqual([
      "azure-bastion-security-rules ",
    ]);
  });

  test("is told once of a rule that lets more through.", () => {
    const wider = { ...required.AllowHttpsInbound, destination_port_ranges: ["*"] };

    expect(check({ AllowHttpsInbound: wider })).toEqual(["azure-bastion-security-rules "]);
  });
});

test("A gateway's subnet needs no security group, every other one does.", () => {
  const azurerm_subnet = { gateway: { name: "GatewaySubnet" }, data: { name: "snet-data" } };

  expect(found(SUBNET_SECURITY_GROUP, { azurerm_subnet })).toEqual(["azurerm_subnet.data"]);
});

test("An association with a group that is not there is no security group.", () => {
  const association = {
    it: {
      subnet_id: "${azurerm_subnet.data.id}",
      network_security_group_id: "${azurerm_network_security_group.gone.id}",
    },
  };

  expect(
    found(SUBNET_SECURITY_GROUP, {
      azurerm_subnet: { data: { name: "snet-data" } },
      azurerm_subnet_network_security_group_association: association,
    }),
  ).toEqual(["azurerm_subnet_network_security_group_association.it network_security_group_id"]);
});
