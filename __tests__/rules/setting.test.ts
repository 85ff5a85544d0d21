import { checkStack } from "../../lib/rules/check-stack";
import { is } from "../../lib/rules/expectation";
import { type Setting, settings } from "../../lib/rules/setting";

const ROW: Setting = {
  id: "azure-example",
  severity: "low",
  title: "An example.",
  argument: "body.properties.open",
  must: is(false),
  reason: "An example.",
  source: "An example",
  controls: ["MCSB PV-2"],
};

const told = (resource: object, row: Partial<Setting> = {}, selection?: Parameters<typeof settings>[2]) =>
  checkStack("example", { resource }, settings("Microsoft.A/b", [{ ...ROW, ...row }], selection)).map(
    ({ address, argument, found }) => [address, argument, found],
  );
const TYPE = "Microsoft.A/b@1";

test("A resource must have the argument.", () => {
  expect(told({ azapi_resource: { x: { type: TYPE } } })).toEqual([
    ["azapi_resource.x", "body.properties.open", undefined],
  ]);
});

test("An update may leave an argument of its body out, but not set it wrongly.", () => {
  const update = (properties: object) => ({ azapi_update_resource: { x: { type: TYPE, body: { properties } } } });

  expect([told(update({})), told(update({ open: true }))]).toEqual([
    [],
    [["azapi_update_resource.x", "body.properties.open", "true"]],
  ]);
});

test("An update must have an argument that is not in its body.", () => {
  expect(told({ azapi_update_resource: { x: { type: TYPE } } }, { argument: "locks" })).toHaveLength(1);
});

test("A row is about selected resources alone.", () => {
  const resources = { azapi_resource: { x: { type: TYPE }, y: { type: TYPE } } };

  expect(told(resources, {}, { has: ({ id }) => id === "y", example: {} })).toEqual([
    ["azapi_resource.y", "body.properties.open", undefined],
  ]);
});

test("An example has what makes its resource a selected one.", () => {
  const [rule] = settings("Microsoft.A/b", [ROW], {
    has: () => true,
    example: { resource: { azapi_resource: { example: { body: { properties: { kind: "x" } } } } } },
  });

  expect(rule?.example.wrong).toEqual({
    resource: {
      azapi_resource: {
        example: { type: "Microsoft.A/b@2025-06-01", body: { properties: { kind: "x", open: true } } },
      },
    },
  });
});

test("What several rows look for in a missing block is told once, by the gravest, with its whole argument.", () => {
  const rows: Setting[] = [
    { ...ROW, argument: "block.one" },
    { ...ROW, id: "azure-graver", severity: "high", argument: "block.two" },
  ];
  const findings = checkStack("example", { resource: { t: { x: {} } } }, settings("t", rows));

  expect(findings.map(({ rule, argument }) => [rule.id, argument])).toEqual([["azure-graver", "block.two"]]);
});

test("Nothing is told of what stands in a body that nobody can read.", () => {
  expect(told({ azapi_resource: { x: { type: TYPE, body: "${jsonencode(var.body)}" } } })).toEqual([]);
});
