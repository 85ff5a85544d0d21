import { type OutboundDestination, OutboundRule } from "../../../lib/azapi/ml/outbound-rule";
import { Fn } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource } from "../synthesized";

const pypi: OutboundDestination = { type: "FQDN", destination: "pypi.org" };

function synthesizedWith(rule: OutboundDestination, name = "rule-1"): Record<string, unknown> {
  const stack = acmeStack();
  new OutboundRule(stack, "rule", { name, workspaceId: "/workspace", rule });
  return onlyResource(stack, "azapi_resource");
}

test.each<OutboundDestination>([
  pypi,
  {
    type: "PrivateEndpoint",
    destination: { serviceResourceId: "/openai", subresourceTarget: "account", sparkEnabled: false },
  },
  {
    type: "ServiceTag",
    destination: { serviceTag: "Storage.westeurope", protocol: "TCP", portRanges: "443", action: "Allow" },
  },
])("the rule %j is one that a person made", (rule) => {
  expect(synthesizedWith(rule).body).toEqual({ properties: { ...rule, category: "UserDefined" } });
});

test("a rule is a child of the workspace and locks it", () => {
  expect(synthesizedWith(pypi)).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/outboundRules@2025-06-01",
    parent_id: "/workspace",
    locks: ["/workspace"],
  });
});

test("a rule that names hosts is of the API version that knows them", () => {
  const destination = { serviceResourceId: "/gateway", subresourceTarget: "frontend", sparkEnabled: false };
  const rule = synthesizedWith({ type: "PrivateEndpoint", destination, fqdns: ["packages.corp.example"] });

  expect(rule.type).toBe("Microsoft.MachineLearningServices/workspaces/outboundRules@2025-12-01");
  expect(rule.body).toMatchObject({ properties: { fqdns: ["packages.corp.example"] } });
});

test("a rule has time to wait for the other rules of its workspace", () => {
  expect(synthesizedWith(pypi).timeouts).toEqual({ create: "60m", update: "60m", delete: "60m" });
});

test("a rule does not look taggable, for Azure cannot tag it", () => {
  const rule = new OutboundRule(acmeStack(), "rule", { name: "rule-1", workspaceId: "/workspace", rule: pypi });

  expect("tagsInput" in rule).toBe(false);
});

test.each(["abc", "1_a", "a".repeat(33)])("the name %s is accepted", (name) => {
  expect(() => synthesizedWith(pypi, name)).not.toThrow();
});

test.each(["ab", "a".repeat(34), "-abc", "my rule", "a.b.c"])('the name "%s" is refused', (name) => {
  expect(() => synthesizedWith(pypi, name)).toThrow(
    `acme/rule: the name "${name}" must have 3 to 33 letters, digits, dashes and underscores, and start with a letter or a digit`,
  );
});

test("a name that only Terraform knows is not checked", () => {
  expect(() => synthesizedWith(pypi, Fn.lower("${var.name}"))).not.toThrow();
});
