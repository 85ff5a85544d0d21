import { managedNetworkSettings } from "../../lib/blueprint/managed-network";
import type { OutboundRule } from "../../lib/blueprint/outbound-rule";

const approved = { isolationMode: "AllowOnlyApprovedOutbound" } as const;
const internet = { isolationMode: "AllowInternetOutbound" } as const;
const pypi: OutboundRule = { kind: "fqdn", name: "pypi", host: "pypi.org" };
const lake = (spark: boolean): OutboundRule => ({
  kind: "privateEndpoint",
  name: "lake",
  resourceId: "/lake",
  subresource: "dfs",
  spark,
});

describe("the firewall of a managed network", () => {
  test("is Standard unless the file says otherwise, as with Azure", () => {
    expect(managedNetworkSettings(approved, []).firewallSku).toBe("Standard");
    expect(managedNetworkSettings({ ...approved, firewallSku: "Basic" }, []).firewallSku).toBe("Basic");
  });

  test("is not there in AllowInternetOutbound", () => {
    expect(managedNetworkSettings(internet, [])).not.toHaveProperty("firewallSku");
  });
});

describe("a managed network is ready for Spark jobs", () => {
  test.each<[why: string, rules: OutboundRule[], spark: boolean]>([
    ["if a rule lets them through", [pypi, lake(true)], true],
    ["and otherwise not", [pypi, lake(false)], false],
  ])("%s", (_, rules, spark) => {
    expect(managedNetworkSettings(approved, rules).spark).toBe(spark);
  });

  test("if the file says so", () => {
    expect(managedNetworkSettings({ ...internet, spark: true }, []).spark).toBe(true);
  });
});
