import { destinationOf } from "../../lib/config/outbound-destination";

const lake = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake";

test.each<[title: string, one: object, other: object]>([
  ["one host", { name: "a", fqdn: "pypi.org" }, { name: "b", fqdn: "pypi.org" }],
  [
    "one sub-resource of one resource, in any case",
    { privateEndpoint: { resourceId: lake, subresource: "blob" } },
    { privateEndpoint: { resourceId: lake.toUpperCase(), subresource: "blob", spark: true } },
  ],
  ["one tag", { serviceTag: "Sql", ports: "1433" }, { serviceTag: "Sql", protocol: "TCP", ports: "1433" }],
  ["one tag with the defaults", { serviceTag: "Sql" }, { serviceTag: "Sql", protocol: "TCP", ports: "443" }],
  ["the ports in another order", { serviceTag: "Sql", ports: "80,443" }, { serviceTag: "Sql", ports: "443,80" }],
])("Two rules with %s have the same destination.", (_, one, other) => {
  expect(destinationOf(one)).toBeDefined();
  expect(destinationOf(other)).toBe(destinationOf(one));
});

test.each<[title: string, one: object, other: object]>([
  ["hosts", { fqdn: "pypi.org" }, { fqdn: "*.pypi.org" }],
  [
    "sub-resources",
    { privateEndpoint: { resourceId: lake, subresource: "blob" } },
    { privateEndpoint: { resourceId: lake, subresource: "dfs" } },
  ],
  ["tags", { serviceTag: "Sql" }, { serviceTag: "Sql.westeurope" }],
  ["protocols", { serviceTag: "Sql" }, { serviceTag: "Sql", protocol: "UDP" }],
  ["ports", { serviceTag: "Sql" }, { serviceTag: "Sql", ports: "1433" }],
])("Two rules with other %s have other destinations.", (_, one, other) => {
  expect(destinationOf(one)).not.toBe(destinationOf(other));
});

test.each([null, "x", 5, [], {}, { fqdn: 5 }, { privateEndpoint: null }, { privateEndpoint: { resourceId: lake } }])(
  "%j has no destination.",
  (rule) => {
    expect(destinationOf(rule)).toBeUndefined();
  },
);
