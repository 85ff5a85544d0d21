import { PRIVATE_ENDPOINT_TARGETS, SUBRESOURCES } from "../../lib/config/private-endpoint-targets";

const targets = Object.entries(PRIVATE_ENDPOINT_TARGETS);

test.each(targets)("%s is an ARM type with at least one sub-resource.", (type, { subresources }) => {
  expect(type).toMatch(/^Microsoft\.[A-Za-z]+\/[A-Za-z]+$/);
  expect(subresources.length).toBeGreaterThan(0);
});

test("Spark jobs may use storage accounts only.", () => {
  expect(targets.filter(([, { spark }]) => spark === true).map(([type]) => type)).toEqual([
    "Microsoft.Storage/storageAccounts",
  ]);
});

test("Application Gateways alone need the hosts that lead to them.", () => {
  expect(targets.filter(([, { fqdns }]) => fqdns === true).map(([type]) => type)).toEqual([
    "Microsoft.Network/applicationGateways",
  ]);
});

test("No sub-resource belongs to two types.", () => {
  expect(SUBRESOURCES).toHaveLength(targets.flatMap(([, { subresources }]) => subresources).length);
});
