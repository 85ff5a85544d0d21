import { platform, resolved, tenant } from "../support/files";

const pypi = { name: "pypi", fqdn: "pypi.org" };
const conda = { name: "conda", fqdn: "conda.org" };
const grafana = { name: "grafana", serviceTag: "AzureManagedGrafana" };
const withNetwork = (outbound: object[], managedNetwork?: object) =>
  resolved(platform(), [tenant("acme", { azure: { outbound, managedNetwork } })]);

describe("a list with fqdn rules", () => {
  test("is told once that it brings a firewall, at its first fqdn rule, and what to write if that is meant", () => {
    const { blueprint, problems } = withNetwork([grafana, pypi, conda]);
    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "warning",
        field: "azure.outbound[1].fqdn",
        message:
          "an fqdn rule brings an Azure Firewall, which is billed by the hour, and its SKU is Standard unless the file says otherwise; write azure.managedNetwork.firewallSku: Standard or Basic to say that it is meant",
      },
    ]);
  });

  test.each(["Standard", "Basic"])("is told nothing when the file says that the firewall is %s", (firewallSku) => {
    expect(withNetwork([pypi], { firewallSku }).problems).toEqual([]);
  });

  test("of the shared workspace is told so in the platform's file", () => {
    const { problems } = resolved(platform({ azure: { workspace: { outbound: [pypi] } } }));
    expect(problems).toMatchObject([
      {
        severity: "warning",
        field: "azure.workspace.outbound[0].fqdn",
        message: expect.stringContaining("write azure.workspace.managedNetwork.firewallSku:") as string,
      },
    ]);
  });
});

test("A list without fqdn rules brings no firewall.", () => {
  expect(withNetwork([grafana]).problems).toEqual([]);
});
