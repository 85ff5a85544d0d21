import { privateEndpointSubnetRules, runnerSubnetRules, type SecurityRule } from "../../lib/blueprint/security-rules";

const SUBNET = "10.20.8.0/26";
const subnets: [string, SecurityRule[]][] = [
  ["private endpoints", privateEndpointSubnetRules(SUBNET, ["10.20.8.0/24", "10.20.0.0/22"])],
  ["runners", runnerSubnetRules(SUBNET)],
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
      port: "*",
    });
  });

  test("differ in priority within a direction, as Azure asks", () => {
    const priorities = rules.map(({ direction, priority }) => `${direction} ${priority}`);

    expect(new Set(priorities).size).toBe(rules.length);
  });

  test("differ in name, as Azure asks", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test("allow HTTPS and nothing else", () => {
    const allowed = rules.filter(({ access }) => access === "Allow");

    expect(allowed.map(({ protocol, port }) => `${protocol} ${port}`)).toEqual(["Tcp 443"]);
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
