import fc from "fast-check";
import { resolveBlueprint } from "../../lib/blueprint/blueprint";
import { computeInstanceName, globalName, onlineEndpointName } from "../../lib/blueprint/names";
import { loadFiles } from "../../lib/config/load";
import { formatProblem } from "../../lib/config/problem";
import {
  azureOf,
  blueprintOf,
  type Content,
  PLATFORM_SUBSCRIPTION,
  platform,
  problemsOf,
  resolved,
  sharedTenant,
  tenant,
  TENANT_SUBSCRIPTION,
  written,
} from "../support/files";

/** Tenants of every kind, with ids where one begins with another. */
const TENANTS: readonly Content[] = [
  tenant("acme", {
    azure: {
      endpoints: [{ name: "churn" }, { name: "forecast" }],
      outbound: [{ name: "pypi", fqdn: "pypi.org" }],
      access: { scorers: [{ group: "50000000-0000-4000-8000-000000000005" }] },
    },
  }),
  tenant("acme-eu", { azure: { network: { addressSpace: "10.20.9.0/24" }, endpoints: [{ name: "churn" }] } }),
  sharedTenant("globex", { azure: { network: { addressSpace: "10.20.10.0/26" }, endpoints: [{ name: "churn" }] } }),
  sharedTenant("hooli", { azure: { endpoints: [{ name: "churn" }] } }),
  tenant("initech", {
    azure: {
      subscriptionId: TENANT_SUBSCRIPTION,
      network: { addressSpace: "10.20.12.0/24" },
      endpoints: [{ name: "a-b" }],
    },
  }),
  sharedTenant("umbrella", { lifecycle: "retiring" }),
];
const PLATFORM = platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } });

describe("the blueprint", () => {
  test("has a hub, the shared workspace and one stack for each tenant, by id", () => {
    const blueprint = blueprintOf(PLATFORM, TENANTS.toReversed());
    const { hub, workspace } = azureOf(blueprint);

    expect([hub.stack, workspace?.stack, ...blueprint.tenants.map(({ stack }) => stack)]).toEqual([
      "hub",
      "ml-workspace",
      "tenant-acme",
      "tenant-acme-eu",
      "tenant-globex",
      "tenant-hooli",
      "tenant-initech",
      "tenant-umbrella",
    ]);
  });

  test("has no shared workspace when the platform's file has none", () => {
    const blueprint = blueprintOf(platform({ azure: { workspace: undefined } }), [tenant("acme")]);

    expect(Object.keys(azureOf(blueprint))).toEqual(["hub", "tenants"]);
  });

  test("has no tenants when there are no files of tenants", () => {
    expect(blueprintOf(platform()).tenants).toEqual([]);
  });

  test("gives every tenant the hub and the shared workspace as they are", () => {
    const { hub, workspace, tenants } = azureOf(blueprintOf(PLATFORM, [...TENANTS]));

    expect(tenants.filter((each) => each.hub !== hub)).toEqual([]);
    expect(
      tenants.filter(({ place }) => place.isolation === "shared" && place.workspace !== workspace?.workspace),
    ).toEqual([]);
  });

  test("is the same for the same files", () => {
    expect(blueprintOf(PLATFORM, [...TENANTS])).toEqual(blueprintOf(PLATFORM, [...TENANTS]));
  });

  test("is plain data: it is the same after a way through JSON", () => {
    const blueprint = blueprintOf(PLATFORM, [...TENANTS]);

    expect(JSON.parse(JSON.stringify(blueprint))).toEqual(blueprint);
  });

  test("changes neither the files nor what was read from them", () => {
    const files = loadFiles(written(PLATFORM, [...TENANTS]));
    const before = structuredClone([files.platform?.config, files.tenants.map(({ config }) => config)]);

    resolveBlueprint(files);

    expect([files.platform?.config, files.tenants.map(({ config }) => config)]).toEqual(before);
  });
});

describe("no other stack changes when", () => {
  test("tenants are added or removed", () => {
    const all = blueprintOf(PLATFORM, [...TENANTS]);
    fc.assert(
      fc.property(fc.subarray([...TENANTS]), (some) => {
        const { azure, tenants } = blueprintOf(PLATFORM, some);

        expect([azure?.hub, azure?.workspace]).toEqual([all.azure?.hub, all.azure?.workspace]);
        expect(tenants).toEqual(all.tenants.filter(({ tenant: id }) => some.some((content) => content.tenant === id)));
      }),
      { numRuns: 25 },
    );
  });

  test.each(TENANTS.map((content) => [String(content.tenant), content]))("%s is changed", (id, content) => {
    const azure = { ...(content.azure as Content), endpoints: [{ name: "another" }] };
    const changed = { ...content, displayName: "Another name", owner: "new@acme.example", azure };
    const before = blueprintOf(PLATFORM, [...TENANTS]);
    const after = blueprintOf(
      PLATFORM,
      TENANTS.map((each) => (each === content ? changed : each)),
    );
    const others = ({ azure, tenants }: typeof before) => [
      azure?.hub,
      azure?.workspace,
      tenants.filter((each) => each.tenant !== id),
    ];

    expect(others(after)).toEqual(others(before));
    expect(after.tenants).not.toEqual(before.tenants);
  });
});

describe("problems", () => {
  test("of every kind and every file are told at once", () => {
    const problems = problemsOf(platform({ tags: { tenant: "acme" } }), [
      tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION } }),
      tenant("globex", { azure: { network: { addressSpace: "10.20.8.0/25" } } }),
      tenant("hooli", { owner: "nobody", azure: { network: { addressSpace: "172.17.0.0/24" } } }),
      tenant("initech", { azure: { network: { addressSpace: "172.17.0.0/24" } } }),
    ]);

    expect(problems.map((line) => line.slice(0, line.indexOf(":"))).sort()).toEqual([
      "azure.network.addressSpace",
      "azure.network.addressSpace",
      "azure.subscriptionId",
      "owner",
      "tags.tenant",
    ]);
  });

  test("leave no blueprint", () => {
    expect(resolved(platform({ tags: { tenant: "acme" } })).blueprint).toBeUndefined();
  });

  test("of a single tenant leave no blueprint of the others either", () => {
    expect(
      resolved(platform(), [tenant("acme", { owner: "nobody" }), sharedTenant("globex")]).blueprint,
    ).toBeUndefined();
  });

  test("of the platform's file do not hide those of the tenants", () => {
    const { azure, ...rest } = platform();
    const same = { azure: { network: { addressSpace: "10.20.8.0/24" } } };

    const problems = problemsOf(rest, [tenant("acme", same), tenant("globex", same)]);

    expect(problems.map((line) => line.slice(0, line.indexOf(":")))).toEqual(["", "azure.network.addressSpace"]);
  });

  test("that are warnings leave the blueprint", () => {
    const endpoints = Array.from({ length: 95 }, (_, index) => ({ name: `e${index}` }));
    const { blueprint, problems } = resolved(platform(), [sharedTenant("globex", { azure: { endpoints } })]);

    expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(blueprint?.tenants).toHaveLength(1);
  });

  test("of limits wait until the files are right: what is counted is not known before", () => {
    const endpoints = Array.from({ length: 101 }, (_, index) => ({ name: `e${index}` }));
    const problems = problemsOf(platform({ tags: { tenant: "acme" } }), [
      sharedTenant("globex", { azure: { endpoints } }),
    ]);

    expect(problems).toEqual([expect.stringMatching(/^tags\.tenant: /)]);
  });
});

describe("two names that must be unique beyond their tenant and are not", () => {
  /** Ids of two tenants to which a function gives the same name: hashes have 25 bits, so several thousand ids do. */
  function collidingIds(letters: string, nameOf: (id: string) => string): [string, string] {
    const idsByName = new Map<string, string>();
    for (let number = 0; ; number++) {
      const id = `${letters}${number}`;
      const name = nameOf(id);
      const rival = idsByName.get(name);
      if (rival !== undefined) return [rival, id];
      idsByName.set(name, id);
    }
  }

  function linesOf(platformContent: Content, tenants: Content[]): string[] {
    return resolved(platformContent, tenants).problems.map((problem) => {
      const { file } = problem;
      return formatProblem({ ...problem, file: file.slice(file.lastIndexOf("/") + 1) });
    });
  }

  test("are reported for endpoints, with the name and the other tenant", () => {
    // GIVEN ids of which only the first five letters fit into the name, and the hashes are the same
    const name = "abcdefghijklmnopqrst";
    const nameOf = (id: string) =>
      onlineEndpointName(name, { prefix: "mlp", instance: "dev", tenant: id }, PLATFORM_SUBSCRIPTION);
    const ids = collidingIds("abcde", nameOf);
    const [first, second] = ids.toSorted();

    // THEN
    expect(
      linesOf(
        platform(),
        ids.map((id) => sharedTenant(id, { azure: { endpoints: [{ name }] } })),
      ),
    ).toEqual([
      `${second ?? ""}.yaml:1:9 tenant: the name "${nameOf(ids[0])}" is already that of a resource of tenant ${first ?? ""}; rename the tenant, the endpoint or the compute instance`,
    ]);
  });

  test("are reported for compute instances", () => {
    // GIVEN ids of which only the first five letters fit into the name, and the hashes are the same
    const name = "abcdefghij";
    const nameOf = (id: string) =>
      computeInstanceName(name, { prefix: "mlp", instance: "dev", tenant: id }, PLATFORM_SUBSCRIPTION);
    const ids = collidingIds("abcde", nameOf);
    const instances = [{ name, vmSize: "Standard_DS3_v2", user: "50000000-0000-4000-8000-000000000005" }];

    // THEN
    const tenants = ids.map((id, index) =>
      tenant(id, { azure: { network: { addressSpace: `10.20.${8 + index}.0/24` }, compute: { instances } } }),
    );
    expect(linesOf(platform(), tenants)).toEqual([expect.stringContaining(`the name "${nameOf(ids[0])}" is already`)]);
  });

  test("are reported for storage accounts", () => {
    // GIVEN a prefix and an instance that leave one letter of the id
    const names = { prefix: "abcdefgh", instance: "abcdefgh" };
    const nameOf = (id: string) => globalName("storageAccount", { ...names, tenant: id }, PLATFORM_SUBSCRIPTION);
    const ids = collidingIds("a", nameOf);

    // THEN
    const tenants = ids.map((id, index) =>
      tenant(id, { azure: { network: { addressSpace: `10.20.${8 + index}.0/24` } } }),
    );
    expect(linesOf(platform(names), tenants)).toEqual([
      expect.stringContaining(`the name "${nameOf(ids[0])}" is already`),
    ]);
  });

  test("are reported for the storage account of the hub's flow logs", () => {
    // GIVEN the first id that gives the hub's name; finding it takes a minute
    const names = { prefix: "abcdefgh", instance: "abcdefgh" };
    const id = "f9k4tq";
    const name = globalName("storageAccount", { ...names, tenant: id }, PLATFORM_SUBSCRIPTION);
    expect(name).toBe(globalName("storageAccount", names, PLATFORM_SUBSCRIPTION, "flow"));

    // THEN
    expect(linesOf(platform(names), [tenant(id)])).toEqual([
      expect.stringContaining(`the name "${name}" is already that of a resource of the hub;`),
    ]);
  });

  test("leave no blueprint", () => {
    const names = { prefix: "abcdefgh", instance: "abcdefgh" };
    const ids = collidingIds("b", (id) =>
      globalName("storageAccount", { ...names, tenant: id }, PLATFORM_SUBSCRIPTION),
    );
    const tenants = ids.map((id, index) =>
      tenant(id, { azure: { network: { addressSpace: `10.20.${8 + index}.0/24` } } }),
    );

    expect(resolved(platform(names), tenants).blueprint).toBeUndefined();
  });
});
