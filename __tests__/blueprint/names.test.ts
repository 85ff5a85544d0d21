import fc from "fast-check";
import { shortHash } from "../../lib/blueprint/hash";
import {
  computeInstanceName,
  globalName,
  localName,
  NAME_RULES,
  type NamedType,
  onlineEndpointName,
  type Owner,
  roleName,
  workspaceName,
} from "../../lib/blueprint/names";
import { PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION, WHOLE_HUB } from "../support/files";
import { endpointNames, instances, prefixes, subscriptionIds, tenantIds } from "./arbitraries";
import { hubOf, tenantOf, workspaceStackOf } from "./configs";
import { namesOfHub, namesOfTenant, namesOfWorkspace, type TypedName } from "./names-of";

/**
 * What Azure accepts, written down once more and apart from the code: the validators of azurerm 4.81 (storage account,
 * key vault, registry, workspace, log workspace, private endpoint, resource group, Bastion, NAT gateway), and where it has
 * none, Learn "Naming rules and restrictions for Azure resources" and "Azure custom roles"; Microsoft Graph's "application"
 * and "federatedIdentityCredential" resource types. The shorter length counts where they differ.
 */
const NETWORK_NAME = /^(?=.{1,80}$)[a-zA-Z0-9]([a-zA-Z0-9_.-]*[a-zA-Z0-9_])?$/;
const INSIGHTS_NAME = /^(?=.{1,255}$)[a-zA-Z0-9_.()-]*[a-zA-Z0-9_()-]$/;
const AZURE: Readonly<Record<NamedType, RegExp>> = {
  actionGroup: /^[a-zA-Z0-9_-]{1,260}$/,
  alert: /^[a-zA-Z0-9_-]{1,260}$/,
  application: /^[^]{1,256}$/,
  applicationInsights: INSIGHTS_NAME,
  autoscaleSetting: /^(?=.{1,260}$)[a-zA-Z0-9_.()-]*[a-zA-Z0-9_()-]$/,
  bastionHost: /^(?=.{3,80}$)[A-Za-z0-9][a-zA-Z0-9_.-]+[a-zA-Z0-9_]$/,
  budget: /^[a-zA-Z0-9_-]{1,63}$/,
  computeInstance: /^(?!.*-[0-9]*$)[a-zA-Z][a-zA-Z0-9-]{2,23}$/,
  containerRegistry: /^[a-zA-Z0-9]{5,50}$/,
  diagnosticSetting: /^[^<>*%&:\\?+/]{1,260}$/,
  disk: NETWORK_NAME,
  federatedCredential: /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/,
  flowLog: NETWORK_NAME,
  identity: /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/,
  keyVault: /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
  logAnalytics: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
  machineLearningWorkspace: /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,31}$/,
  monitorPrivateLinkScope: INSIGHTS_NAME,
  natGateway: NETWORK_NAME,
  networkInterface: NETWORK_NAME,
  networkSecurityGroup: NETWORK_NAME,
  onlineEndpoint: /^(?!.*--)[a-z][a-z0-9-]{1,30}[a-z0-9]$/,
  openAiAccount: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$/,
  peering: NETWORK_NAME,
  privateDnsZoneLink: NETWORK_NAME,
  privateEndpoint: NETWORK_NAME,
  publicIp: NETWORK_NAME,
  resourceGroup: /^[a-zA-Z0-9_.()-]{0,89}[a-zA-Z0-9_()-]$/,
  roleDefinition: /^(?=.{1,512}$)[a-zA-Z0-9_-]([a-zA-Z0-9_ -]*[a-zA-Z0-9_-])?$/,
  storageAccount: /^[a-z0-9]{3,24}$/,
  virtualMachine: /^(?=.{1,64}$)[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/,
  virtualNetwork: /^(?=.{2,64}$)[a-zA-Z0-9]([a-zA-Z0-9_.-]*[a-zA-Z0-9_])?$/,
};
const GLOBAL_TYPES = ["storageAccount", "containerRegistry", "keyVault", "openAiAccount"] as const;

const platforms = fc.record({ prefix: prefixes, instance: instances });
const owners: fc.Arbitrary<Owner> = fc.oneof(
  platforms,
  fc.record({ prefix: prefixes, instance: instances, tenant: tenantIds }),
);

function fits(type: NamedType, name: string): boolean {
  const { pattern, min, max } = NAME_RULES[type];
  return name.length >= min && name.length <= max && pattern.test(name);
}

/** The names of a platform and of its tenants, by owner; each tenant once dedicated and once shared. */
function namesByOwner(
  platform: { prefix: string; instance: string },
  tenants: string[],
  endpoint: string,
): Map<string, TypedName[]> {
  const application = { pipeline: { issuer: "https://gitlab.com", subject: "project_path:acme/models" } };
  const azure = { endpoints: [{ name: endpoint }], application };
  const network = { addressSpace: "10.20.8.0/24" };
  const openai = { deployments: [{ name: "chat", model: "gpt-4o", version: "2024-11-20" }] };
  const instances = [{ name: endpoint, vmSize: "Standard_DS3_v2", user: PLATFORM_SUBSCRIPTION }];
  const own = { ...azure, openai, compute: { instances } };
  const shared = workspaceStackOf({ ...platform, azure: { workspace: { openai } } }).workspace;
  return new Map([
    ["the platform", [...namesOfHub(hubOf({ ...platform, azure: { hub: WHOLE_HUB } })), ...namesOfWorkspace(shared)]],
    ...tenants.map((id): [string, TypedName[]] => [
      `tenant ${id}`,
      [tenant(id, { azure: own }), sharedTenant(id, { azure: { ...azure, network } })].flatMap((content) =>
        namesOfTenant(tenantOf(content, platform)),
      ),
    ]),
  ]);
}

describe("Azure's rules for names", () => {
  const samples: Record<NamedType, { accepted: string[]; refused: string[] }> = {
    actionGroup: { accepted: ["a", "a-b", "a".repeat(260)], refused: ["", "a b", "a*b", "a".repeat(261)] },
    alert: { accepted: ["a", "a-b", "a".repeat(260)], refused: ["", "a*b", "a b", "a".repeat(261)] },
    application: { accepted: ["a", "a--b", "a".repeat(256)], refused: ["", "a b", "a".repeat(257)] },
    applicationInsights: { accepted: ["a", "a.b(c)", "a".repeat(255)], refused: ["", "a.", "a b", "a".repeat(256)] },
    autoscaleSetting: { accepted: ["a", "as-a--b", "a".repeat(260)], refused: ["", "a.", "a b", "a".repeat(261)] },
    budget: { accepted: ["a", "a-b_c", "a".repeat(63)], refused: ["", "a b", "a.b", "a".repeat(64)] },
    computeInstance: {
      accepted: ["abc", "a-b", "ada-a1-1b", "a".repeat(24)],
      refused: ["ab", "1ab", "ab-", "a--b", "ada-123", "a_b", "aBc", "a".repeat(25)],
    },
    bastionHost: { accepted: ["abc", "1.b_", "a".repeat(80)], refused: ["ab", "-ab", "ab-", "a b", "a".repeat(81)] },
    containerRegistry: {
      accepted: ["abcde", "Abc12", "a".repeat(50)],
      refused: ["abcd", "ab-cde", "ab_cde", "a".repeat(51)],
    },
    federatedCredential: { accepted: ["abc", "1-_", "a".repeat(120)], refused: ["ab", "-ab", "a/b", "a".repeat(121)] },
    diagnosticSetting: { accepted: ["a", "a-b", "a".repeat(260)], refused: ["", "a/b", "a b", "a".repeat(261)] },
    disk: { accepted: ["a", "a.b_", "a".repeat(80)], refused: ["", "a-", "_a", "a b", "a".repeat(81)] },
    flowLog: { accepted: ["a", "a--b", "a".repeat(80)], refused: ["", "a-", "-a", "a b", "a".repeat(81)] },
    identity: { accepted: ["abc", "1_a", "a".repeat(128)], refused: ["ab", "-ab", "a b", "a.b", "a".repeat(129)] },
    keyVault: {
      accepted: ["abc", "a-b", "A1-b", "a".repeat(24)],
      refused: ["ab", "1ab", "ab-", "a--b", "a_b", "a".repeat(25)],
    },
    logAnalytics: {
      accepted: ["abcd", "1a-b", "a".repeat(63)],
      refused: ["abc", "-abc", "abc-", "a_bc", "a".repeat(64)],
    },
    machineLearningWorkspace: {
      accepted: ["abc", "a--", "1_a", "a".repeat(32)],
      refused: ["ab", "-ab", "a b", "a.b", "a".repeat(33)],
    },
    monitorPrivateLinkScope: { accepted: ["a", "a.b", "a".repeat(255)], refused: ["", "a.", "a b", "a".repeat(256)] },
    natGateway: { accepted: ["a", "a.b_", "a".repeat(80)], refused: ["", "a-", "_a", "a b", "a".repeat(81)] },
    networkInterface: { accepted: ["a", "a.b_", "a".repeat(80)], refused: ["", "a-", "_a", "a b", "a".repeat(81)] },
    networkSecurityGroup: { accepted: ["a", "1-b", "a".repeat(80)], refused: ["", "a.", "-a", "a(b", "a".repeat(81)] },
    onlineEndpoint: {
      accepted: ["abc", "a-b", "a1-b2", "a".repeat(32)],
      refused: ["ab", "1ab", "ab-", "a--b", "a_b", "aBc", "a".repeat(33)],
    },
    openAiAccount: {
      accepted: ["ab", "1-b", "oai--a", "a".repeat(63)],
      refused: ["a", "-ab", "ab-", "a.b", "a_b", "aBc", "a".repeat(64)],
    },
    peering: { accepted: ["a", "to-hub", "a".repeat(80)], refused: ["", "a-", "-a", "a/b", "a".repeat(81)] },
    privateDnsZoneLink: { accepted: ["a", "a--b", "a".repeat(80)], refused: ["", "-l", "l-", "a b", "a".repeat(81)] },
    privateEndpoint: { accepted: ["a", "pe-blob", "a".repeat(80)], refused: ["", "a-", ".a", "a b", "a".repeat(81)] },
    publicIp: { accepted: ["a", "a.b_", "a".repeat(80)], refused: ["", "a-", "_a", "a b", "a".repeat(81)] },
    resourceGroup: { accepted: ["a", "-a-", "a.(b)", "a".repeat(90)], refused: ["", "a.", "a b", "a".repeat(91)] },
    roleDefinition: { accepted: ["mlp-dev AML Scorer", "a".repeat(512)], refused: ["", " a", "a ", "a".repeat(513)] },
    storageAccount: { accepted: ["abc", "123", "a".repeat(24)], refused: ["ab", "aBc", "a-b", "a".repeat(25)] },
    virtualMachine: { accepted: ["a", "a--b", "a".repeat(64)], refused: ["", "a-", "a_b", "a.b", "a".repeat(65)] },
    virtualNetwork: { accepted: ["ab", "a.b_", "a".repeat(64)], refused: ["a", "a-", "_a", "a b", "a".repeat(65)] },
  };
  const cases = Object.entries(samples) as [NamedType, { accepted: string[]; refused: string[] }][];

  test("every type that is named here is listed", () => {
    expect(Object.keys(NAME_RULES).sort()).toEqual(Object.keys(samples).sort());
  });

  test.each(cases)("a name that Azure accepts for %s is accepted", (type, { accepted }) => {
    expect(accepted.filter((name) => !fits(type, name))).toEqual([]);
  });

  test.each(cases)("a name that Azure refuses for %s is refused", (type, { refused }) => {
    expect(refused.filter((name) => fits(type, name))).toEqual([]);
  });

  test.each(cases)("whatever is accepted for %s, Azure accepts", (type) => {
    const { min, max } = NAME_RULES[type];
    const letters = fc.constantFrom("a", "Z", "0", "9", "-", "_", ".", "(", ")", " ", "/", "é");
    const texts = fc.oneof(
      fc.string({ unit: letters, maxLength: 6 }),
      fc.string({ unit: fc.constantFrom("a", "-", "."), minLength: min - 1, maxLength: max + 1, size: "max" }),
    );

    fc.assert(
      fc.property(texts, (text) => {
        expect(fits(type, text) && !AZURE[type].test(text)).toBe(false);
      }),
    );
  });

  test("a name that Azure would refuse stops the synth", () => {
    const owner = { prefix: "mlp", instance: "dev", tenant: "acme" };

    expect(() => localName("virtualNetwork", owner, "v".repeat(60))).toThrow(
      /does not fit the rule for virtualNetwork/,
    );
  });
});

describe("all names", () => {
  test("fit Azure's rule for their type, whatever the files say", () => {
    fc.assert(
      fc.property(platforms, tenantIds, endpointNames, (platform, id, endpoint) => {
        const names = [...namesByOwner(platform, [id], endpoint).values()].flat();

        expect(names.filter(([type, name]) => !AZURE[type].test(name))).toEqual([]);
      }),
    );
  });

  test("of one owner begin with no name of another owner", () => {
    fc.assert(
      fc.property(platforms, fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 4 }), (platform, tenants) => {
        const byOwner = namesByOwner(platform, tenants, "churn");
        const named = [...byOwner].flatMap(([owner, names]) => names.map(([, name]) => ({ owner, name })));
        const clashes = named.flatMap(({ owner, name }) =>
          named
            .filter((other) => other.owner !== owner && other.name.startsWith(name))
            .map((other) => [name, other.name]),
        );

        expect(clashes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("that begin with an owner's part and two hyphens are all of that owner", () => {
    fc.assert(
      fc.property(platforms, fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 4 }), (platform, tenants) => {
        const byOwner = namesByOwner(platform, tenants, "churn");
        const strangers = [...byOwner].flatMap(([owner, names]) => {
          const parts = new Set(names.map(([, name]) => name).filter((name) => name.includes("--")));
          const bases = [...parts].map((name) => name.slice(0, name.lastIndexOf("--") + 2));
          return [...byOwner]
            .filter(([other]) => other !== owner)
            .flatMap(([, others]) => others.filter(([, name]) => bases.some((base) => name.startsWith(base))));
        });

        expect(strangers).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("of one type differ within one owner", () => {
    fc.assert(
      fc.property(platforms, tenantIds, fc.uniqueArray(endpointNames, { maxLength: 5 }), (platform, id, keys) => {
        const azure = { endpoints: keys.map((name) => ({ name })) };
        const names = namesOfTenant(tenantOf(sharedTenant(id, { azure }), platform)).map((name) => name.join(" "));

        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test("are the same for the same input", () => {
    fc.assert(
      fc.property(platforms, tenantIds, endpointNames, (platform, id, endpoint) => {
        expect(namesByOwner(platform, [id], endpoint)).toEqual(namesByOwner(platform, [id], endpoint));
      }),
      { numRuns: 20 },
    );
  });
});

describe("local names", () => {
  test("of a tenant are prefix, instance and tenant, two hyphens, and what it is", () => {
    expect(localName("virtualNetwork", { prefix: "mlp", instance: "dev", tenant: "acme" }, "vnet")).toBe(
      "mlp-dev-acme--vnet",
    );
  });

  test("of the platform have no tenant", () => {
    expect(localName("virtualNetwork", { prefix: "mlp", instance: "dev" }, "hub-vnet")).toBe("mlp-dev--hub-vnet");
  });
});

describe("workspace names", () => {
  test("of a tenant have no instance, so that the longest tenant's fits", () => {
    const name = workspaceName({ prefix: "abcdefgh", instance: "abcdefgh", tenant: "abcdefghijklmnop" });

    expect(name).toBe("abcdefgh--abcdefghijklmnop--ws");
  });

  test("of the platform have the instance", () => {
    expect(workspaceName({ prefix: "mlp", instance: "dev" })).toBe("mlp-dev--ws");
  });

  test("of a tenant whose id begins with the instance do not begin like names of another tenant", () => {
    const instance = "dev";
    const ofDevAcme = workspaceName({ prefix: "mlp", instance, tenant: "dev-acme" });
    const ofAcme = localName("resourceGroup", { prefix: "mlp", instance, tenant: "acme" }, "rg");

    expect(ofDevAcme.startsWith(ofAcme.slice(0, ofAcme.indexOf("--") + 2))).toBe(false);
  });
});

describe.each(GLOBAL_TYPES)("global names: %s", (type) => {
  const hashOf = (owner: Owner, subscription: string) =>
    shortHash(
      subscription,
      [owner.prefix, owner.instance, ...(owner.tenant === undefined ? [] : [owner.tenant])].join("-"),
      type,
    );

  test("end in the whole hash", () => {
    fc.assert(
      fc.property(owners, subscriptionIds, (owner, subscription) => {
        expect(globalName(type, owner, subscription).slice(-5)).toBe(hashOf(owner, subscription));
      }),
    );
  });

  test("of two tenants are the same only if the hashes are", () => {
    fc.assert(
      fc.property(
        platforms,
        fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 2 }),
        subscriptionIds,
        (platform, ids, subscription) => {
          const [one, other] = ids.map((id) => ({ ...platform, tenant: id })) as [Owner, Owner];
          const sameName = globalName(type, one, subscription) === globalName(type, other, subscription);

          expect(sameName && hashOf(one, subscription) !== hashOf(other, subscription)).toBe(false);
        },
      ),
    );
  });

  test("of tenants that are cut to the same letters differ", () => {
    const platform = { prefix: "abcdefgh", instance: "abcdefgh" };
    const names = ["abcdefghijklmnop", "abcdefghijklmnoq"].map((id) =>
      globalName(type, { ...platform, tenant: id }, PLATFORM_SUBSCRIPTION),
    );

    expect(new Set(names).size).toBe(2);
  });

  test("of a tenant with a hyphen differ from those of the tenant without it", () => {
    const names = ["acme-eu", "acmeeu", "acme-e-u"].map((id) =>
      globalName(type, { prefix: "mlp", instance: "dev", tenant: id }, PLATFORM_SUBSCRIPTION),
    );

    expect(new Set(names).size).toBe(3);
  });

  test("differ in another subscription", () => {
    const owner = { prefix: "mlp", instance: "dev", tenant: "acme" };

    expect(globalName(type, owner, TENANT_SUBSCRIPTION)).not.toBe(globalName(type, owner, PLATFORM_SUBSCRIPTION));
  });

  test("differ in another instance, even one that is cut off", () => {
    const names = ["abcdefg1", "abcdefg2"].map((instance) =>
      globalName(type, { prefix: "abcdefgh", instance, tenant: "acme" }, PLATFORM_SUBSCRIPTION),
    );

    expect(new Set(names).size).toBe(2);
  });
});

test("what one owner has several of differ in name, even where the part that tells them apart is cut off", () => {
  const owner = { prefix: "abcdefgh", instance: "abcdefgh", tenant: "acme-corporation" };
  const names = [undefined, "flow", "flows"].map((what) =>
    globalName("storageAccount", owner, PLATFORM_SUBSCRIPTION, what),
  );

  expect(new Set(names).size).toBe(3);
});

test("a name that is cut right after a hyphen loses the hyphen", () => {
  expect(
    globalName("keyVault", { prefix: "abcdefgh", instance: "abcde", tenant: "acme" }, PLATFORM_SUBSCRIPTION),
  ).toMatch(/^kv-abcdefgh-abcde-[a-z2-7]{5}$/);
});

describe("online endpoints' names", () => {
  const owner = { prefix: "mlp", instance: "dev", tenant: "acme" };

  test("are the endpoint's name, the tenant and a hash", () => {
    expect(onlineEndpointName("churn", owner, PLATFORM_SUBSCRIPTION)).toMatch(/^churn-acme-[a-z2-7]{5}$/);
  });

  test("are cut in the tenant's part, never in the hash", () => {
    expect(onlineEndpointName("abcdefghijklmnopqrst", { ...owner, tenant: "acme-eu" }, PLATFORM_SUBSCRIPTION)).toMatch(
      /^abcdefghijklmnopqrst-acme-[a-z2-7]{5}$/,
    );
  });

  test("end in the whole hash of subscription, instance, tenant and name", () => {
    fc.assert(
      fc.property(platforms, tenantIds, endpointNames, subscriptionIds, (platform, id, name, subscription) => {
        const base = `${platform.prefix}-${platform.instance}-${id}`;

        expect(onlineEndpointName(name, { ...platform, tenant: id }, subscription).slice(-6)).toBe(
          `-${shortHash(subscription, base, "onlineEndpoint", name)}`,
        );
      }),
    );
  });

  test.each([
    ["subscription", () => onlineEndpointName("churn", owner, TENANT_SUBSCRIPTION)],
    ["instance", () => onlineEndpointName("churn", { ...owner, instance: "prod" }, PLATFORM_SUBSCRIPTION)],
    ["prefix", () => onlineEndpointName("churn", { ...owner, prefix: "abc" }, PLATFORM_SUBSCRIPTION)],
  ])("differ in another %s", (_, other) => {
    expect(other()).not.toBe(onlineEndpointName("churn", owner, PLATFORM_SUBSCRIPTION));
  });

  test("differ when name and tenant run together to the same text", () => {
    const names = [
      onlineEndpointName("a-b", { ...owner, tenant: "c" }, PLATFORM_SUBSCRIPTION),
      onlineEndpointName("a", { ...owner, tenant: "b-c" }, PLATFORM_SUBSCRIPTION),
    ];

    expect(new Set(names).size).toBe(2);
  });
});

describe("compute instances' names", () => {
  const owner = { prefix: "mlp", instance: "dev", tenant: "acme" };

  test("begin with the name in the file, which people know", () => {
    expect(computeInstanceName("ada", owner, PLATFORM_SUBSCRIPTION)).toMatch(/^ada-acme-ci[a-z2-7]{5}$/);
  });

  test("are cut in the tenant's part, never in the hash", () => {
    expect(computeInstanceName("ada-lovelace", owner, PLATFORM_SUBSCRIPTION)).toMatch(
      /^ada-lovelace-acm-ci[a-z2-7]{5}$/,
    );
  });

  test("have a letter after the last hyphen, also when the hash has none", () => {
    const hashes = Array.from({ length: 20_000 }, (_, index) => `a${index}`).map((name) =>
      shortHash(PLATFORM_SUBSCRIPTION, "mlp-dev-acme", "computeInstance", name),
    );
    const name = `a${hashes.findIndex((hash) => /^[0-9]+$/.test(hash))}`;

    expect(computeInstanceName(name, owner, PLATFORM_SUBSCRIPTION)).toMatch(/-ci[2-7]{5}$/);
  });

  test.each([
    ["subscription", () => computeInstanceName("ada", owner, TENANT_SUBSCRIPTION)],
    ["instance", () => computeInstanceName("ada", { ...owner, instance: "prod" }, PLATFORM_SUBSCRIPTION)],
    ["tenant", () => computeInstanceName("ada", { ...owner, tenant: "acme-eu" }, PLATFORM_SUBSCRIPTION)],
  ])("differ in another %s", (_, other) => {
    expect(other()).not.toBe(computeInstanceName("ada", owner, PLATFORM_SUBSCRIPTION));
  });
});

describe("custom roles' names", () => {
  const owner = { prefix: "mlp", instance: "dev" };

  test("name the platform first, and end in a hash", () => {
    expect(roleName("AML Endpoint Scorer", owner, PLATFORM_SUBSCRIPTION)).toMatch(
      /^mlp-dev AML Endpoint Scorer [a-z2-7]{5}$/,
    );
  });

  test("differ between platforms of the same prefix and instance in two subscriptions of one Entra tenant", () => {
    expect(roleName("AML Endpoint Scorer", owner, TENANT_SUBSCRIPTION)).not.toBe(
      roleName("AML Endpoint Scorer", owner, PLATFORM_SUBSCRIPTION),
    );
  });
});
