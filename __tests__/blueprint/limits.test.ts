import { LIMITS, type LimitName, type Usage, usage } from "../../lib/blueprint/limits";
import {
  azureOf,
  blueprintOf,
  type Content,
  DEPLOYER,
  ENTRA_TENANT,
  PLATFORM_SUBSCRIPTION,
  platform,
  resolved,
  sharedTenant,
  tenant,
  TENANT_SUBSCRIPTION,
  WHOLE_HUB,
} from "../support/files";
import { synthesizedUsage } from "./synthesized-usage";

const OTHER_SUBSCRIPTION = "70000000-0000-4000-8000-000000000007";
const people = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ group: `${first}0000000-0000-4000-8000-00000000000${index}` }));
const endpoints = (count: number, name = "e") =>
  Array.from({ length: count }, (_, index) => ({ name: `${name}${index}` }));
const deployments = (count: number, more: Content = {}) =>
  Array.from({ length: count }, (_, index) => ({
    name: `blue${index}`,
    model: "m:1",
    instanceType: "Standard_F4s_v2",
    ...structuredClone(more),
  }));
const target = (type: string, name: string, subscription = OTHER_SUBSCRIPTION) =>
  `/subscriptions/${subscription}/resourceGroups/shared/providers/${type}/${name}`;

/** What a usage has of one limit, by place. */
function countsOf(counted: readonly Usage[], limit: LimitName): Record<string, number> {
  return Object.fromEntries(counted.filter((entry) => entry.limit === limit).map(({ where, count }) => [where, count]));
}

describe("the number of everything that a limit counts is the number that is synthesized", () => {
  const blueprint = blueprintOf(
    platform({
      azure: {
        tenantSubscriptions: [TENANT_SUBSCRIPTION],
        deployers: [{ servicePrincipal: DEPLOYER }, { group: ENTRA_TENANT }],
        hub: WHOLE_HUB,
        workspace: {
          openai: { deployments: [{ name: "chat", model: "gpt-4o", version: "2024-11-20" }] },
          outbound: [
            { name: "pypi", fqdn: "pypi.org" },
            {
              name: "vault",
              privateEndpoint: { resourceId: target("Microsoft.KeyVault/vaults", "kv"), subresource: "vault" },
            },
          ],
        },
      },
    }),
    [
      tenant("acme", {
        azure: {
          endpoints: [
            ...endpoints(2),
            { name: "quiet", deployments: deployments(1) },
            {
              name: "kept",
              deployments: deployments(2, { dataCollection: { collect: ["request"] } }),
              traffic: { blue0: 100 },
            },
          ],
          access: {
            dataScientists: people("a", 3),
            deployers: people("f", 2),
            readers: people("b", 3),
            scorers: people("b", 2),
          },
          application: { pipeline: { issuer: "https://gitlab.com", subject: "project_path:acme/models" } },
          compute: { clusters: [{ name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 1 }] },
          openai: { deployments: [{ name: "chat", model: "gpt-4o", version: "2024-11-20" }] },
          outbound: [
            { name: "pypi", fqdn: "pypi.org" },
            { name: "grafana", serviceTag: "AzureManagedGrafana" },
            {
              name: "vault",
              privateEndpoint: { resourceId: target("Microsoft.KeyVault/vaults", "kv"), subresource: "vault" },
            },
            {
              name: "openai",
              privateEndpoint: {
                resourceId: target("Microsoft.CognitiveServices/accounts", "oai", PLATFORM_SUBSCRIPTION),
                subresource: "account",
              },
            },
          ],
        },
      }),
      tenant("acme-eu", { azure: { network: { addressSpace: "10.20.9.0/24" } } }),
      tenant("initech", {
        azure: {
          subscriptionId: TENANT_SUBSCRIPTION,
          network: { addressSpace: "10.20.12.0/24" },
          endpoints: endpoints(1),
          access: { scorers: people("c", 1) },
        },
      }),
      sharedTenant("globex", {
        azure: {
          network: { addressSpace: "10.20.10.0/26" },
          endpoints: [{ name: "fraud", deployments: deployments(1) }],
          access: { scorers: people("d", 3), readers: people("e", 2) },
          application: { pipeline: { issuer: "https://gitlab.com", subject: "project_path:globex/models" } },
        },
      }),
      sharedTenant("hooli", {
        azure: {
          subscriptionId: TENANT_SUBSCRIPTION,
          network: { addressSpace: "10.20.11.0/26" },
          endpoints: endpoints(2),
        },
      }),
      sharedTenant("umbrella", {
        lifecycle: "retiring",
        azure: { endpoints: endpoints(1), access: { scorers: people("e", 1) } },
      }),
    ],
  );
  const counted = usage(azureOf(blueprint)).filter(({ count }) => count > 0);
  const really = synthesizedUsage(blueprint);

  test.each(Object.keys(LIMITS) as LimitName[])("%s", (limit) => {
    expect(countsOf(counted, limit)).toEqual(countsOf(really, limit));
  });

  test.each(Object.keys(LIMITS) as LimitName[])("%s is something that the files of this test have", (limit) => {
    expect(Object.keys(countsOf(really, limit))).not.toEqual([]);
  });

  test("in every subscription", () => {
    expect(Object.keys(countsOf(really, "roleAssignmentsPerSubscription")).sort()).toEqual(
      [PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION, OTHER_SUBSCRIPTION].sort(),
    );
  });

  test("each once", () => {
    const places = counted.map(({ limit, where }) => `${limit} ${where}`);

    expect(new Set(places).size).toBe(places.length);
  });
});

describe("networks that are linked to a zone are counted", () => {
  const zone = (name: string) => [name, target("Microsoft.Network/privateDnsZones", name)] as const;
  const linksWith = (privateDnsZones: object) => {
    const blueprint = blueprintOf(platform({ azure: { hub: { addressSpace: "10.20.0.0/22", privateDnsZones } } }), [
      tenant("acme"),
    ]);
    return {
      counted: countsOf(usage(azureOf(blueprint)), "linksPerZone"),
      really: countsOf(synthesizedUsage(blueprint), "linksPerZone"),
    };
  };
  const zonesOfWorkspaces = () =>
    azureOf(blueprintOf(platform(), [tenant("acme")])).tenants.flatMap(({ place }) =>
      place.isolation === "dedicated" ? place.network.hubZones : [],
    );

  test("in zones that exist elsewhere", () => {
    const { counted, really } = linksWith({ existing: Object.fromEntries(zonesOfWorkspaces().map(zone)) });

    expect(counted).toEqual({ "the hub's zones": 2 });
    expect(counted).toEqual(really);
  });

  test("but not those of tenants when another team links their zones", () => {
    const existing = Object.fromEntries(zonesOfWorkspaces().map(zone));
    const { counted, really } = linksWith({ existing, linkExisting: false });

    expect(counted).toEqual({ "the hub's zones": 1 });
    expect(counted).toEqual(really);
  });
});

describe("a limit", () => {
  const problemsWith = (count: number, limits: Content = {}) => {
    const { blueprint, problems } = resolved(platform({ azure: { limits } }), [
      sharedTenant("globex", { azure: { endpoints: endpoints(count) } }),
    ]);
    return {
      built: blueprint !== undefined,
      problems: problems.map(({ severity, field, message }) => ({ severity, field, message })),
    };
  };

  test("that is far away is not a problem", () => {
    expect(problemsWith(89)).toEqual({ built: true, problems: [] });
  });

  test("of which nine in ten are used is a warning", () => {
    expect(problemsWith(90)).toMatchObject({ built: true, problems: [{ severity: "warning" }] });
  });

  test("that is reached is still only a warning", () => {
    expect(problemsWith(100)).toMatchObject({ built: true, problems: [{ severity: "warning" }] });
  });

  test("that is exceeded is an error with the limit's name, the count, the place and the way out", () => {
    expect(problemsWith(101)).toEqual({
      built: false,
      problems: [
        {
          severity: "error",
          field: "azure.limits.onlineEndpointsPerRegion",
          message:
            `101 online endpoints in one subscription and region (${PLATFORM_SUBSCRIPTION}), and the limit onlineEndpointsPerRegion is 100; ` +
            "give dedicated tenants a subscription of their own (azure.subscriptionId), or move tenants to a platform of another subscription, " +
            "or if Microsoft has raised it for you, write the new value to azure.limits.onlineEndpointsPerRegion",
        },
      ],
    });
  });

  test("of the deployments of one endpoint counts each endpoint by itself", () => {
    const messagesWith = (...counts: number[]) =>
      resolved(platform(), [
        sharedTenant("globex", {
          azure: {
            endpoints: counts.map((count, index) => ({
              name: `e${index}`,
              deployments: deployments(count),
              traffic: { blue0: 100 },
            })),
          },
        }),
      ]).problems.map(({ message }) => message);

    expect(messagesWith(17, 17)).toEqual([]);
    expect(messagesWith(21, 1)).toEqual([expect.stringMatching(/^21 deployments of one online endpoint \(e0-globex-/)]);
  });

  test("that Microsoft has raised holds with its new value", () => {
    expect(problemsWith(101, { onlineEndpointsPerRegion: 200 })).toEqual({ built: true, problems: [] });
  });

  test("that Microsoft has raised is near from nine in ten of its new value on", () => {
    expect(problemsWith(180, { onlineEndpointsPerRegion: 200 })).toMatchObject({ problems: [{ severity: "warning" }] });
  });

  test("counts each subscription by itself", () => {
    const own = tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION, endpoints: endpoints(80) } });
    const here = sharedTenant("globex", { azure: { endpoints: endpoints(80) } });
    const { problems } = resolved(platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }), [own, here]);

    expect(problems).toEqual([]);
  });

  test("adds up what all tenants of a subscription have", () => {
    const { problems } = resolved(platform(), [
      sharedTenant("acme", { azure: { endpoints: endpoints(51) } }),
      sharedTenant("globex", { azure: { endpoints: endpoints(50) } }),
    ]);

    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^101 online endpoints/)]);
  });

  test("stands at the raised value in the platform's file, or else at the section that would have it", () => {
    const lines = [{}, { onlineEndpointsPerRegion: 101 }].map((limits) => {
      const { problems } = resolved(platform({ azure: { limits } }), [
        sharedTenant("globex", { azure: { endpoints: endpoints(102) } }),
      ]);
      return problems.map(({ file, line }) => `${file.slice(file.lastIndexOf("/") + 1)}:${line ?? 0}`);
    });

    expect(lines).toEqual([["platform.yaml:14"], ["platform.yaml:15"]]);
  });
});

describe("the table of limits", () => {
  /** Learn, "Manage and increase quotas and limits for resources with Azure Machine Learning"; "Azure OpenAI quotas and limits"; "Azure subscription and service limits, quotas, and constraints". */
  test("has Azure's own values", () => {
    expect(Object.fromEntries(Object.entries(LIMITS).map(([name, { value }]) => [name, value]))).toEqual({
      onlineEndpointsPerRegion: 100,
      onlineDeploymentsPerRegion: 500,
      onlineDeploymentsPerEndpoint: 20,
      storageAccountsPerRegion: 250,
      openAiAccountsPerRegion: 30,
      keyVaultsWithPrivateEndpoints: 400,
      privateEndpointsPerKeyVault: 64,
      roleAssignmentsPerSubscription: 4000,
      resourceGroupsPerSubscription: 980,
      virtualNetworksPerSubscription: 1000,
      privateDnsZonesPerSubscription: 1000,
      peeringsPerNetwork: 500,
      privateEndpointsInPeeredNetworks: 4000,
      linksPerZone: 1000,
    });
  });
});
