import { managedNetwork, outboundRules, rulesAgainstMode } from "../../lib/config/managed-network";
import { findings } from "./findings";

const group = "/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21/resourceGroups/rg/providers";
const lake = `${group}/Microsoft.Storage/storageAccounts/lake`;
const vault = `${group}/Microsoft.KeyVault/vaults/secrets`;

/** What is wrong with one rule, by its fields. */
function ruleFindings(rule: unknown): string[] {
  return findings(outboundRules, [rule]).map((finding) => finding.replace(/^\[0\]\.?(: )?/, ""));
}

describe("outboundRules", () => {
  test.each<[title: string, rule: object]>([
    ["A host", { name: "pypi", fqdn: "pypi.org" }],
    ["A private endpoint", { name: "lake", privateEndpoint: { resourceId: lake, subresource: "dfs", spark: true } }],
    ["A service tag", { name: "monitor", serviceTag: "AzureMonitor" }],
    ["A service tag with ports", { name: "hub", serviceTag: "EventHub.westeurope", protocol: "TCP", ports: "5671" }],
  ])("%s is accepted.", (_, rule) => {
    expect(ruleFindings(rule)).toEqual([]);
  });

  test("A rule without a kind is refused.", () => {
    expect(ruleFindings({ name: "pypi" })).toEqual(["needs one of fqdn, privateEndpoint, serviceTag"]);
  });

  test("A rule of two kinds is refused.", () => {
    expect(ruleFindings({ name: "pypi", fqdn: "pypi.org", serviceTag: "Sql" })).toEqual([
      "serviceTag: cannot stand beside fqdn; keep one of them",
    ]);
  });

  test.each(["protocol", "ports"])("The %s of a rule that is no service tag is refused.", (key) => {
    expect(ruleFindings({ name: "pypi", fqdn: "pypi.org", [key]: "*" })).toEqual([
      `${key}: is for serviceTag rules only; leave it out`,
    ]);
  });

  test("The ports of a rule without a kind are not told beside the missing kind.", () => {
    expect(ruleFindings({ name: "pypi", ports: "443" })).toEqual(["needs one of fqdn, privateEndpoint, serviceTag"]);
  });

  test("The ports of a rule of two kinds are not told beside the second kind.", () => {
    expect(ruleFindings({ name: "pypi", fqdn: "pypi.org", serviceTag: "Sql", ports: "443" })).toEqual([
      "serviceTag: cannot stand beside fqdn; keep one of them",
    ]);
  });

  test("A host that is wrong is refused.", () => {
    expect(ruleFindings({ name: "pypi", fqdn: "*" })).toEqual([
      expect.stringMatching(/^fqdn: "\*" allows every host;/),
    ]);
  });

  test("A service tag that is wrong is refused.", () => {
    expect(ruleFindings({ name: "any", serviceTag: "Internet" })).toEqual([
      expect.stringMatching(/^serviceTag: "Internet" opens the managed network/),
    ]);
  });

  test("Ports that are wrong are refused.", () => {
    expect(ruleFindings({ name: "sql", serviceTag: "Sql", ports: "0" })).toEqual([
      'ports: "0" has a port that does not exist; use 1 to 65535',
    ]);
  });

  test("A name under three characters is refused.", () => {
    expect(ruleFindings({ name: "ab", fqdn: "pypi.org" })).toEqual(['name: "ab" has 2 characters; use 3 at least']);
  });

  test("Two rules of one name are refused.", () => {
    const rule = { name: "pypi", fqdn: "pypi.org" };

    expect(findings(outboundRules, [rule, rule])).toEqual([
      '[1].name: "pypi" is already used by entry 1 of this list; use another',
    ]);
  });

  test("A sub-resource of another type is refused with those of the target.", () => {
    expect(ruleFindings({ name: "vault", privateEndpoint: { resourceId: vault, subresource: "queue" } })).toEqual([
      'privateEndpoint.subresource: "queue" is not a sub-resource of Microsoft.KeyVault/vaults; use vault',
    ]);
  });

  test("Spark on a target that is no storage account is refused.", () => {
    const privateEndpoint = { resourceId: vault, subresource: "vault", spark: true };

    expect(ruleFindings({ name: "vault", privateEndpoint })).toEqual([
      "privateEndpoint.spark: true is for storage accounts only; Microsoft.KeyVault/vaults takes false",
    ]);
  });

  test("A target of a type that no rule can reach is refused.", () => {
    const privateEndpoint = { resourceId: `${group}/Microsoft.Sql/servers/db`, subresource: "sqlServer" };

    expect(ruleFindings({ name: "db1", privateEndpoint })).toEqual([
      expect.stringMatching(
        /^privateEndpoint\.resourceId: .* is the id of a Microsoft\.Sql\/servers; use that of one of /,
      ),
    ]);
  });

  test.each([null, "x", 5, [], {}, { name: null, fqdn: null }, { name: "abc", privateEndpoint: null, ports: [] }])(
    "%j is refused without throwing.",
    (rule) => {
      expect(ruleFindings(rule).length).toBeGreaterThan(0);
    },
  );

  test.each([null, "x", 5, [], {}, { resourceId: null, subresource: 5, spark: "x" }])(
    "A private endpoint %j is refused without throwing.",
    (privateEndpoint) => {
      expect(ruleFindings({ name: "lake", privateEndpoint }).length).toBeGreaterThan(0);
    },
  );
});

describe("managedNetwork", () => {
  test("The mode is AllowOnlyApprovedOutbound unless the file says otherwise.", () => {
    expect(managedNetwork.parse({})).toEqual({ isolationMode: "AllowOnlyApprovedOutbound" });
  });

  test("A mode that Azure does not have is refused.", () => {
    expect(findings(managedNetwork, { isolationMode: "Disabled" })).toHaveLength(1);
  });
});

describe("rulesAgainstMode", () => {
  const internet = { isolationMode: "AllowInternetOutbound" };
  const rules = [{ fqdn: "pypi.org" }, { privateEndpoint: {} }, { serviceTag: "Sql" }];

  test("AllowOnlyApprovedOutbound takes every kind of rule.", () => {
    const network = { isolationMode: "AllowOnlyApprovedOutbound" };

    expect(rulesAgainstMode({ outbound: rules, managedNetwork: network })).toEqual([]);
  });

  test("AllowInternetOutbound takes private endpoints only.", () => {
    expect(rulesAgainstMode({ outbound: rules, managedNetwork: internet }).map(({ path }) => path)).toEqual([
      ["outbound", 0, "fqdn"],
      ["outbound", 2, "serviceTag"],
    ]);
  });

  test.each([undefined, null, "x", 5, {}, [null], ["fqdn"], [[]]])("Rules %j are passed over.", (outbound) => {
    expect(rulesAgainstMode({ outbound, managedNetwork: internet })).toEqual([]);
  });

  test.each([undefined, null, "x", 5, [], { isolationMode: null }])("A network %j is passed over.", (network) => {
    expect(rulesAgainstMode({ outbound: rules, managedNetwork: network })).toEqual([]);
  });
});
