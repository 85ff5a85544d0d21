import { checkStack } from "../../../lib/rules/check-stack";
import { TERRAFORM_RULES } from "../../../lib/rules/terraform/terraform-rules";

const told = (tree: object) =>
  checkStack("example", tree, TERRAFORM_RULES).map(
    ({ rule, address, argument }) => `${rule.id} ${address} ${argument}`,
  );
const group = (content: object) => ({ resource: { azurerm_network_security_group: { x: content } } });
const dynamic = { dynamic: { security_rule: { for_each: "${var.rules}", content: {} } } };

test.each([
  ["a resource that may be none", group({ count: 0 }), "stack-count azurerm_network_security_group.x count"],
  ["resources by key", group({ for_each: "${toset([])}" }), "stack-count azurerm_network_security_group.x for_each"],
  ["a data source", { data: { aws_vpc: { x: { count: 1 } } } }, "stack-count data.aws_vpc.x count"],
  ["a dynamic block", group(dynamic), "stack-dynamic-block azurerm_network_security_group.x dynamic"],
  [
    "one within a block",
    group({ a: [{ b: dynamic }] }),
    "stack-dynamic-block azurerm_network_security_group.x a.b.dynamic",
  ],
  [
    "a command",
    group({ provisioner: [{ "local-exec": { command: "curl" } }] }),
    "stack-provisioner azurerm_network_security_group.x provisioner",
  ],
  ["a module", { module: { m: { source: "./m" } } }, "stack-module module.m source"],
])("%s is told", (_, tree, finding) => {
  expect(told(tree)).toEqual([finding]);
});

test.each([
  ["an argument of another name", group({ counted: 0 })],
  ["a count within a block", group({ capacity: { count: 2 } })],
  ["a block that is called dynamic", group({ memory: { dynamic: { enabled: true } } })],
  ["a body of azapi", { resource: { azapi_resource: { x: { body: { properties: dynamic } } } } }],
])("%s is right", (_, tree) => {
  expect(told(tree)).toEqual([]);
});
