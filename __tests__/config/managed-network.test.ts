import { managedNetwork, outboundRules, rulesAgainstNetwork } from "../../lib/config/managed-network";
import { findings } from "./findings";

const group = "/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21/resourceGroups/rg/providers";
const lake = `${group}/Microsoft.Storage/storageAccounts/lake`;
const vault = `${group}/Microsoft.KeyVault/vaults/secrets`;

/** A rule to an Application Gateway. */
function toGateway(fields: object): object {
  const resourceId = `${group}/Microsoft.Network/applicationGateways/gateway`;
  return { name: "gateway", privateEndpoint: { resourceId, subresource: "appGwPrivateFrontendIpIPv4", ...fields } };
}

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
    const rules = ["pypi.org", "conda.org"].map((fqdn) => ({ name: "pypi", fqdn }));

    expect(findings(outboundRules, rules)).toEqual([
      '[1].name: "pypi" is already used by entry 1 of this list; use another',
    ]);
  });

  test("Two rules with one destination are refused.", () => {
    const rules = ["pypi", "packages"].map((name) => ({ name, fqdn: "pypi.org" }));

    expect(findings(outboundRules, rules)).toEqual([
      '[1]: has the same destination as entry 1 of this list, "pypi.org"; remove one of them',
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

  test("An Application Gateway takes the hosts that lead to it.", () => {
    expect(ruleFindings(toGateway({ fqdns: ["packages.corp.example", "models.corp.example"] }))).toEqual([]);
  });

  test("An Application Gateway without hosts is refused.", () => {
    expect(ruleFindings(toGateway({}))).toEqual([
      "privateEndpoint.fqdns: is required for Microsoft.Network/applicationGateways: the hosts that lead to it, such as [packages.corp.example]",
    ]);
  });

  test("An Application Gateway with an empty list of hosts is refused.", () => {
    expect(ruleFindings(toGateway({ fqdns: [] }))).toHaveLength(1);
  });

  test("One host twice is refused.", () => {
    expect(ruleFindings(toGateway({ fqdns: ["packages.corp.example", "packages.corp.example"] }))).toEqual([
      'privateEndpoint.fqdns[1]: "packages.corp.example" is already entry 1 of this list; remove one of them',
    ]);
  });

  test("A frontend of another name is refused: Azure takes only one.", () => {
    expect(ruleFindings(toGateway({ subresource: "public", fqdns: ["packages.corp.example"] }))).toEqual([
      'privateEndpoint.subresource: "public" is not a sub-resource of Microsoft.Network/applicationGateways; use appGwPrivateFrontendIpIPv4',
    ]);
  });

  test("Spark on an Application Gateway is refused.", () => {
    expect(ruleFindings(toGateway({ fqdns: ["packages.corp.example"], spark: true }))).toEqual([
      expect.stringMatching(/^privateEndpoint\.spark: true is for storage accounts only;/),
    ]);
  });

  test("The hosts of a target that is no Application Gateway are refused.", () => {
    const privateEndpoint = { resourceId: vault, subresource: "vault", fqdns: ["secrets.corp.example"] };

    expect(ruleFindings({ name: "vault", privateEndpoint })).toEqual([
      "privateEndpoint.fqdns: is for Application Gateways only; Microsoft.KeyVault/vaults takes none, so remove it",
    ]);
  });

  test("A target of a type that no rule can reach is refused.", () => {
    const privateEndpoint = { resourceId: `${group}/Microsoft.Compute/virtualMachines/vm`, subresource: "vm" };

    expect(ruleFindings({ name: "vm1", privateEndpoint })).toEqual([
      expect.stringMatching(
        /^privateEndpoint\.resourceId: .* is the id of a Microsoft\.Compute\/virtualMachines; use that of one of /,
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

  test.each(["Standard", "Basic"])("The firewall may be of SKU %s.", (firewallSku) => {
    expect(findings(managedNetwork, { firewallSku })).toEqual([]);
  });

  test("A SKU of a firewall that a managed network does not take is refused.", () => {
    expect(findings(managedNetwork, { firewallSku: "Premium" })).toHaveLength(1);
  });

  test("The SKU of a firewall in a mode that has none is refused.", () => {
    expect(findings(managedNetwork, { isolationMode: "AllowInternetOutbound", firewallSku: "Basic" })).toEqual([
      "firewallSku: is for AllowOnlyApprovedOutbound only: this mode has no firewall; remove it",
    ]);
  });

  test("A mode that Azure does not have is refused.", () => {
    expect(findings(managedNetwork, { isolationMode: "Disabled" })).toHaveLength(1);
  });
});

describe("rulesAgainstNetwork", () => {
  const internet = { isolationMode: "AllowInternetOutbound" };
  const rules = [{ fqdn: "pypi.org" }, { privateEndpoint: {} }, { serviceTag: "Sql" }];

  test("AllowOnlyApprovedOutbound takes every kind of rule.", () => {
    const network = { isolationMode: "AllowOnlyApprovedOutbound" };

    expect(rulesAgainstNetwork({ outbound: rules, managedNetwork: network })).toEqual([]);
  });

  test("AllowInternetOutbound takes private endpoints only.", () => {
    expect(rulesAgainstNetwork({ outbound: rules, managedNetwork: internet }).map(({ path }) => path)).toEqual([
      ["outbound", 0, "fqdn"],
      ["outbound", 2, "serviceTag"],
    ]);
  });

  test.each([undefined, null, "x", 5, {}, [null], ["fqdn"], [[]]])("Rules %j are passed over.", (outbound) => {
    expect(rulesAgainstNetwork({ outbound, managedNetwork: internet })).toEqual([]);
  });

  test.each([undefined, null, "x", 5, [], { isolationMode: null }])("A network %j is passed over.", (network) => {
    expect(rulesAgainstNetwork({ outbound: rules, managedNetwork: network })).toEqual([]);
  });

  const lakeRule = { name: "lake", privateEndpoint: { resourceId: lake, subresource: "dfs", spark: true } };

  test("A network that is not made ready for Spark jobs is refused beside a rule for them.", () => {
    expect(rulesAgainstNetwork({ outbound: [rules[0], lakeRule], managedNetwork: { spark: false } })).toEqual([
      {
        path: ["managedNetwork", "spark"],
        message: "false contradicts entry 2 of outbound, which has spark: true; remove one of them",
      },
    ]);
  });

  test.each([{ spark: true }, {}, undefined])("A network %j may stand beside a rule for Spark jobs.", (network) => {
    expect(rulesAgainstNetwork({ outbound: [lakeRule], managedNetwork: network })).toEqual([]);
  });

  test("A network that is not made ready for Spark jobs may have other rules.", () => {
    expect(rulesAgainstNetwork({ outbound: rules, managedNetwork: { spark: false } })).toEqual([]);
  });
});
