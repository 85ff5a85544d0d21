import { bastionSubnetRules } from "../../../../lib/blueprint/security-rules";
import { ALLOWED_TRAFFIC } from "../../../../lib/rules/azure/network/allowed-traffic";
import { NETWORK as NETWORK_RULES } from "../../../../lib/rules/azure/network/network";
import { NETWORK_ORDER } from "../../../../lib/rules/azure/order/network-order";
import { BASTION_RULES } from "../../../../lib/rules/azure/network/bastion-rules";
import { DENY_ALL } from "../../../../lib/rules/azure/network/deny-all";
import { SUBNET_OWN_GROUP, SUBNET_SECURITY_GROUP } from "../../../../lib/rules/azure/network/subnet-security-group";
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

test.each<[string, Tree, string]>([
  ["allows", { access: "Allow" }, "access"],
  ["is about one protocol", { protocol: "Tcp" }, "protocol"],
  ["comes too early", { priority: 99 }, "priority"],
  ["has the priority of the rule that allows", { priority: 100 }, "priority"],
  ["comes later than Azure lets a rule come", { priority: 40960 }, "priority"],
  ["has no priority", { priority: null }, "priority"],
  ["is about one range", { source_address_prefix: "10.0.0.0/8" }, "source_address_prefix"],
  ["is about the other direction", { direction: "Outbound" }, "direction"],
])("A last rule that %s is told once, at the argument.", (_, change, argument) => {
  const rules = { ...DENIALS, rule: ALLOWED, denyInbound: { ...DENIALS.denyInbound, ...change } };

  expect(findings({}, { azurerm_network_security_rule: rules })).toEqual([`azure-security-group-deny-all ${argument}`]);
});

test("A last rule that is missing is told at the group.", () => {
  const rules = { rule: ALLOWED, denyOutbound: DENIALS.denyOutbound ?? {} };

  expect(findings({}, { azurerm_network_security_rule: rules })).toEqual(["azure-security-group-deny-all "]);
});

test("Last rules that stand as blocks in the group are read too.", () => {
  const groups = (security_rule: Tree[]) =>
    findings({}, { azurerm_network_security_group: { nsg: { security_rule } }, azurerm_network_security_rule: {} });

  expect(groups(Object.values(DENIALS))).toEqual([]);
  expect(groups([{ ...DENIALS.denyInbound, protocol: "Tcp" }, { ...DENIALS.denyOutbound }])).toEqual([
    "azure-security-group-deny-all security_rule[0].protocol",
  ]);
});

describe("In a tenant's network", () => {
  const HUB = "10.20.0.0/22";
  const NETWORK = {
    azurerm_virtual_network: { vnet: { name: "vnet", address_space: ["10.20.8.0/24"] } },
    azurerm_subnet: {
      pe: { virtual_network_name: "${azurerm_virtual_network.vnet.name}", address_prefixes: ["10.20.8.0/26"] },
    },
    azurerm_subnet_network_security_group_association: {
      pe: {
        subnet_id: "${azurerm_subnet.pe.id}",
        network_security_group_id: "${azurerm_network_security_group.nsg.id}",
      },
    },
  };
  const open = (change: Tree, more: Tree = {}) => {
    const rule = { ...ALLOWED, source_address_prefix: null, source_address_prefixes: ["10.20.8.0/24", HUB], ...change };
    const resource = {
      ...NETWORK,
      azurerm_network_security_group: { nsg: { name: "nsg" } },
      azurerm_network_security_rule: { ...DENIALS, rule, ...more },
    };
    return checkStack("tenant-acme", { resource }, [...NETWORK_RULES, ...NETWORK_ORDER]).filter(
      ({ rule: { id } }) => id.startsWith("azure-security") || id === "azure-order-security-rules",
    );
  };
  const told = (change: Tree, more?: Tree) =>
    open(change, more)
      .filter(({ rule: { id } }) => id !== "azure-order-security-rules")
      .map(({ rule: { id }, address, argument }) => `${id} ${address.split(".")[1] ?? ""} ${argument}`);

  test.each<[string, Tree]>([
    ["the own network and the hub's", {}],
    ["a part of the own network", { source_address_prefixes: ["10.20.8.64/26"] }],
  ])("%s may come in.", (_, change) => {
    expect(told(change)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["another network beside the hub's", ["10.20.8.0/24", HUB, "10.20.10.0/26"]],
    ["a range that holds the own network and more", ["10.0.0.0/8", HUB]],
    ["a range that holds the own network and the hub's", ["10.20.0.0/16"]],
  ])("%s must not come in.", (_, source_address_prefixes) => {
    const argument = source_address_prefixes.length === 1 ? "source_address_prefix" : "source_address_prefixes";

    expect(told({ source_address_prefixes })).toEqual([`azure-security-rule-sources rule ${argument}`]);
  });

  test("A second rule that lets another network in is told by its source alone.", () => {
    const evil = { ...ALLOWED, priority: 110, source_address_prefix: "10.20.10.0/26", destination_port_range: "*" };

    expect(told({}, { evil })).toEqual(["azure-security-rule-sources evil source_address_prefix"]);
    expect(open({}, { evil }).map(({ must }) => must)).not.toContainEqual(expect.stringContaining("evil"));
  });

  test("A rule that is turned is told.", () => {
    expect(told({ direction: "Outbound" })).toEqual(["azure-security-rule-direction rule direction"]);
  });

  test("A rule that was moved to another tenant's group is told once, also the last one.", () => {
    const moved = { network_security_group_name: "mlp-dev-globex--nsg-pe" };

    expect(told(moved)).toEqual(["azure-security-rule-group rule network_security_group_name"]);
    expect(told({}, { denyInbound: { ...DENIALS.denyInbound, ...moved } })).toEqual([
      "azure-security-rule-group denyInbound network_security_group_name",
    ]);
  });
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
    found(SUBNET_OWN_GROUP, {
      azurerm_subnet: { data: { name: "snet-data" } },
      azurerm_subnet_network_security_group_association: association,
    }),
  ).toEqual(["azurerm_subnet_network_security_group_association.it network_security_group_id"]);
});
