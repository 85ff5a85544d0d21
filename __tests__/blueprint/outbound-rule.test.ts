import fc from "fast-check";
import { approvalTargets, outboundRulesOf } from "../../lib/blueprint/outbound-rule";
import { type Content, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { azureTenant } from "./configs";

function rulesOf(...outbound: Content[]): ReturnType<typeof outboundRulesOf> {
  return outboundRulesOf(azureTenant(tenant("acme", { azure: { outbound } })).azure.outbound);
}

function idOf(type: string): string {
  return `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/shared/providers/${type}/target`;
}

test("a rule for a host names the host", () => {
  expect(rulesOf({ name: "pypi", fqdn: "pypi.org" })).toEqual([{ kind: "fqdn", name: "pypi", host: "pypi.org" }]);
});

describe("a rule with a private endpoint", () => {
  const resourceId = idOf("Microsoft.Storage/storageAccounts");

  test("names the target and its sub-resource", () => {
    expect(rulesOf({ name: "lake", privateEndpoint: { resourceId, subresource: "dfs", spark: true } })).toEqual([
      {
        kind: "privateEndpoint",
        name: "lake",
        resourceId,
        subresource: "dfs",
        spark: true,
      },
    ]);
  });

  test("is closed to Spark unless the file says otherwise", () => {
    expect(rulesOf({ name: "lake", privateEndpoint: { resourceId, subresource: "dfs" } })).toMatchObject([
      { spark: false },
    ]);
  });

  test("to an Application Gateway names its hosts, in an order that does not change when lines are moved", () => {
    const gateway = (fqdns: string[]) =>
      rulesOf({
        name: "gateway",
        privateEndpoint: {
          resourceId: idOf("Microsoft.Network/applicationGateways"),
          subresource: "appGwPrivateFrontendIpIPv4",
          fqdns,
        },
      });

    expect(gateway(["b.corp.example", "a.corp.example"])).toMatchObject([
      { fqdns: ["a.corp.example", "b.corp.example"] },
    ]);
  });
});

describe("a rule with a service tag", () => {
  test("is for HTTPS unless the file says otherwise", () => {
    expect(rulesOf({ name: "grafana", serviceTag: "AzureManagedGrafana" })).toEqual([
      {
        kind: "serviceTag",
        name: "grafana",
        serviceTag: "AzureManagedGrafana",
        protocol: "TCP",
        ports: "443",
      },
    ]);
  });

  test("has the protocol and the ports of the file", () => {
    expect(rulesOf({ name: "hub", serviceTag: "EventHub", protocol: "UDP", ports: "443,5671-5672" })).toMatchObject([
      { protocol: "UDP", ports: "443,5671-5672" },
    ]);
  });
});

test("the order of rules is that of their names, wherever their lines stand in the file", () => {
  const names = ["alpha", "bravo", "bravo-2", "charlie"];
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
      const rules = rulesOf(...order.map((name) => ({ name, fqdn: `${name}.example.com` })));

      expect(rules.map(({ name }) => name)).toEqual(names);
    }),
  );
});

describe("the targets that somebody must approve on", () => {
  const storage = idOf("Microsoft.Storage/storageAccounts");
  const vault = idOf("Microsoft.KeyVault/vaults");
  const to = (name: string, resourceId: string, subresource: string) => ({
    name,
    privateEndpoint: { resourceId, subresource },
  });

  test("are each told once, with their subscription, whatever case their ids are in", () => {
    const upper = storage.replace("/shared/", "/SHARED/");
    const targets = approvalTargets(rulesOf(to("blobs", storage, "blob"), to("files", upper, "file")), []);
    expect(targets).toEqual([
      {
        key: expect.stringMatching(/^target-[a-z2-7]{5}$/) as string,
        resourceId: storage,
        subscriptionId: TENANT_SUBSCRIPTION,
      },
    ]);
  });

  test("have keys that tell resources of one name apart", () => {
    const [first, second] = approvalTargets(rulesOf(to("blobs", storage, "blob"), to("vault", vault, "vault")), []);
    expect(first?.key).not.toEqual(second?.key);
  });

  test("are not those whose approvers are known already", () => {
    expect(approvalTargets(rulesOf(to("blobs", storage, "blob")), [storage.toUpperCase()])).toEqual([]);
  });

  test("are not those of other rules", () => {
    expect(approvalTargets(rulesOf({ name: "pypi", fqdn: "pypi.org" }), [])).toEqual([]);
  });
});
