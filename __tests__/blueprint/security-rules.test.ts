import {
  bastionSubnetRules,
  jumpHostSubnetRules,
  privateEndpointSubnetRules,
  runnerSubnetRules,
  type SecurityRule,
} from "../../lib/blueprint/security-rules";

const SUBNET = "10.20.8.0/26";
const BASTION = "10.20.0.0/26";
const subnets: [string, SecurityRule[]][] = [
  ["private endpoints", privateEndpointSubnetRules(SUBNET, ["10.20.8.0/24", "10.20.0.0/22"])],
  ["runners", runnerSubnetRules(SUBNET)],
  ["a jump host", jumpHostSubnetRules(SUBNET, BASTION)],
  ["Bastion", bastionSubnetRules()],
];

describe.each(subnets)("the rules of a subnet of %s", (_, rules) => {
  test.each(["Inbound", "Outbound"] as const)("deny everything %s that no other rule allows", (direction) => {
    const last = rules.filter((rule) => rule.direction === direction).toSorted((a, b) => b.priority - a.priority)[0];

    expect(last).toEqual({
      name: `DenyAll${direction}`,
      priority: 4096,
      direction,
      access: "Deny",
      protocol: "*",
      sources: ["*"],
      destination: "*",
      ports: ["*"],
    });
  });

  test("differ in priority within a direction, as Azure asks", () => {
    const priorities = rules.map(({ direction, priority }) => `${direction} ${priority}`);

    expect(new Set(priorities).size).toBe(rules.length);
  });

  test("differ in name, as Azure asks", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test("have priorities between 100 and 4096", () => {
    expect(rules.filter(({ priority }) => priority < 100 || priority > 4096)).toEqual([]);
  });
});

test("private endpoints are reached from the given ranges only", () => {
  const [allow] = privateEndpointSubnetRules(SUBNET, ["10.20.8.0/24", "10.20.0.0/22"]);

  expect(allow).toMatchObject({
    direction: "Inbound",
    sources: ["10.20.8.0/24", "10.20.0.0/22"],
    destination: SUBNET,
  });
});

test("runners reach out, and nothing reaches them", () => {
  const [allow] = runnerSubnetRules(SUBNET);

  expect(allow).toMatchObject({ direction: "Outbound", sources: [SUBNET], destination: "*" });
});

const allowed = (rules: readonly SecurityRule[]) =>
  rules
    .filter(({ access }) => access === "Allow")
    .map(({ direction, sources, destination, protocol, ports }) =>
      [direction, sources.join(), destination, protocol, ports.join()].join(" "),
    );

test("private endpoints and runners have HTTPS and nothing else", () => {
  const rules = [...privateEndpointSubnetRules(SUBNET, ["10.20.8.0/24"]), ...runnerSubnetRules(SUBNET)];

  expect(allowed(rules)).toEqual([`Inbound 10.20.8.0/24 ${SUBNET} Tcp 443`, `Outbound ${SUBNET} * Tcp 443`]);
});

test("a jump host takes SSH from Bastion alone, and reaches out over HTTPS alone", () => {
  expect(allowed(jumpHostSubnetRules(SUBNET, BASTION))).toEqual([
    `Inbound ${BASTION} ${SUBNET} Tcp 22`,
    `Outbound ${SUBNET} * Tcp 443`,
  ]);
});

/** Learn, "Working with NSG access and Azure Bastion". */
test("Bastion has the rules that Microsoft prescribes, and no other", () => {
  expect(allowed(bastionSubnetRules())).toEqual([
    "Inbound Internet * Tcp 443",
    "Inbound GatewayManager * Tcp 443",
    "Inbound AzureLoadBalancer * Tcp 443",
    "Inbound VirtualNetwork VirtualNetwork * 8080,5701",
    "Outbound * VirtualNetwork * 22,3389",
    "Outbound * AzureCloud Tcp 443",
    "Outbound VirtualNetwork VirtualNetwork * 8080,5701",
    "Outbound * Internet * 80",
  ]);
});
