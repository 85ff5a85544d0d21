import { tenantSchema } from "../../lib/config/tenant";
import { type Content, sharedTenant, tenant } from "../support/files";
import { findings } from "./findings";

const scorer = { group: "5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65" };

/** What is wrong with a dedicated tenant's file after changes to its Azure section. */
function azureFindings(azure: Content): string[] {
  return findings(tenantSchema, tenant("acme", { azure }));
}

test("The smallest dedicated tenant is accepted with every default.", () => {
  expect(tenantSchema.parse(tenant("acme"))).toEqual({
    ...tenant("acme"),
    lifecycle: "active",
    exceptions: [],
    azure: {
      isolation: "dedicated",
      network: { addressSpace: "10.20.8.0/24" },
      managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" },
      access: { dataScientists: [], deployers: [], readers: [], scorers: [] },
      alerts: { latencyMs: 2000, errorsPerMinute: 5 },
      endpoints: [],
      outbound: [],
    },
  });
});

test("The smallest shared tenant has no network.", () => {
  const shared = { tenant: "globex", displayName: "G", owner: "a@b.example", costCenter: "1" };

  expect(tenantSchema.parse({ ...shared, azure: { isolation: "shared" } }).azure).toEqual({
    isolation: "shared",
    managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" },
    access: { dataScientists: [], deployers: [], readers: [], scorers: [] },
    alerts: { latencyMs: 2000, errorsPerMinute: 5 },
    endpoints: [],
    outbound: [],
  });
});

test("What a dedicated tenant's file says is kept.", () => {
  const azure = {
    managedNetwork: { isolationMode: "AllowInternetOutbound" },
    access: { dataScientists: [scorer], scorers: [] },
    outbound: [{ name: "hub", serviceTag: "EventHub" }],
  };

  expect(tenantSchema.parse(tenant("acme", { azure: { ...azure, managedNetwork: {} } })).azure).toMatchObject({
    access: azure.access,
    outbound: azure.outbound,
  });
  expect(tenantSchema.parse(tenant("acme", { azure: { ...azure, outbound: [] } })).azure).toMatchObject({
    managedNetwork: azure.managedNetwork,
  });
});

test.each(["tenant", "displayName", "owner", "costCenter"])("A missing %s is refused.", (key) => {
  const { [key]: _, ...rest } = tenant("acme");

  expect(findings(tenantSchema, rest)).toEqual([expect.stringContaining(`${key}: `)]);
});

test("A file that names neither cloud is refused, and once only when the name of one is misspelt.", () => {
  const { azure, ...rest } = tenant("acme");

  expect(findings(tenantSchema, rest)).toEqual(["needs azure, aws or both: what is on neither cloud has no stack"]);
  expect(findings(tenantSchema, { ...rest, azur: azure })).toEqual([expect.stringContaining("azur")]);
});

test("An id over 16 characters is refused.", () => {
  expect(findings(tenantSchema, tenant("acme-corporation1"))).toEqual([
    'tenant: "acme-corporation1" has 17 characters; use 16 at most',
  ]);
});

test("An unknown stage of life is refused.", () => {
  expect(findings(tenantSchema, tenant("acme", { lifecycle: "retired" }))).toHaveLength(1);
});

test("Two endpoints of one name are refused.", () => {
  expect(azureFindings({ endpoints: [{ name: "churn" }, { name: "churn" }] })).toEqual([
    'azure.endpoints[1].name: "churn" is already used by entry 1 of this list; use another',
  ]);
});

test("An endpoint's name over 20 characters is refused.", () => {
  expect(azureFindings({ endpoints: [{ name: "a".repeat(21) }] })).toEqual([
    `azure.endpoints[0].name: "${"a".repeat(21)}" has 21 characters; use 20 at most`,
  ]);
});

test.each(["10.20.0.0/15", "10.20.8.0/28"])("A network of %s is refused.", (addressSpace) => {
  expect(azureFindings({ network: { addressSpace } })).toHaveLength(1);
});

describe("A dedicated tenant", () => {
  const needsNetwork = "azure.network: is required for a dedicated tenant: its private endpoints stand in it";

  test("without a network is refused.", () => {
    expect(azureFindings({ network: undefined })).toEqual([needsNetwork]);
  });

  test("that says so without a network is refused.", () => {
    expect(azureFindings({ isolation: "dedicated", network: undefined })).toEqual([needsNetwork]);
  });

  test("has both this and its other problems told.", () => {
    expect(azureFindings({ network: undefined, endpoints: [{ name: 5 }] })).toHaveLength(2);
  });

  test("whose deployers are data scientists already is refused: Azure refuses the second assignment.", () => {
    const other = { servicePrincipal: "6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76" };

    expect(azureFindings({ access: { dataScientists: [other, scorer], deployers: [scorer] } })).toEqual([
      `azure.access.deployers[0]: "${scorer.group}" is already entry 2 of dataScientists, who may do all of this; remove one`,
    ]);
  });

  test.each(["fqdn", "serviceTag"])("with AllowInternetOutbound may have no %s rule.", (kind) => {
    const value = kind === "fqdn" ? "pypi.org" : "Sql";
    const outbound = [{ name: "rule", [kind]: value }];

    expect(azureFindings({ managedNetwork: { isolationMode: "AllowInternetOutbound" }, outbound })).toEqual([
      `azure.outbound[0].${kind}: is for AllowOnlyApprovedOutbound only, and AllowInternetOutbound reaches every host already; remove the rule or change the mode`,
    ]);
  });
});

describe("A shared tenant", () => {
  const outbound =
    "azure.outbound: is for dedicated tenants only, and the rules of the shared workspace stand in the platform's file; remove it";
  const managedNetwork =
    "azure.managedNetwork: is for dedicated tenants only, and that of the shared workspace is set in the platform's file; remove it";
  const dataScientists =
    "azure.access.dataScientists: is for dedicated tenants only, for in a shared workspace they would reach every tenant's endpoints; remove it";

  const compute =
    "azure.compute: is for dedicated tenants only, for in a shared workspace everybody's jobs could run on it; remove it";
  const openai =
    "azure.openai: is for dedicated tenants only, and that of the shared workspace is set in the platform's file; remove it";
  const deployers =
    "azure.access.deployers: is for dedicated tenants only, for in a shared workspace they could deploy to every tenant's endpoints; remove it";

  test.each<[title: string, azure: Content, finding: string]>([
    ["compute", { compute: { clusters: [{ name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 1 }] } }, compute],
    ["an empty section of compute", { compute: {} }, compute],
    ["Azure OpenAI", { openai: { deployments: [{ name: "chat", model: "gpt-4o", version: "1" }] } }, openai],
    ["rules", { outbound: [{ name: "pypi", fqdn: "pypi.org" }] }, outbound],
    ["an empty list of rules", { outbound: [] }, outbound],
    ["an isolation mode", { managedNetwork: { isolationMode: "AllowInternetOutbound" } }, managedNetwork],
    ["the default mode", { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" } }, managedNetwork],
    ["an empty managed network", { managedNetwork: {} }, managedNetwork],
    ["data scientists", { access: { dataScientists: [scorer] } }, dataScientists],
    ["deployers", { access: { deployers: [scorer] } }, deployers],
    ["an empty list of data scientists", { access: { dataScientists: [] } }, dataScientists],
  ])("with %s is refused.", (_, azure, finding) => {
    expect(findings(tenantSchema, sharedTenant("globex", { azure }))).toEqual([finding]);
  });

  test("with scorers, readers, an application, endpoints and a network is accepted.", () => {
    const azure = {
      network: { addressSpace: "10.20.8.0/27" },
      access: { scorers: [scorer], readers: [scorer] },
      application: {},
      endpoints: [{ name: "fraud" }],
    };

    expect(findings(tenantSchema, sharedTenant("globex", { azure }))).toEqual([]);
  });

  test("has all that it may not have told at once.", () => {
    const azure = { outbound: [], managedNetwork: {}, access: { dataScientists: [] } };

    expect(findings(tenantSchema, sharedTenant("globex", { azure }))).toEqual([
      outbound,
      managedNetwork,
      dataScientists,
    ]);
  });
});

test("A tenant whose isolation is neither is told only that.", () => {
  expect(azureFindings({ isolation: "own", network: undefined })).toEqual([
    expect.stringContaining("azure.isolation: "),
  ]);
});

test.each([null, "x", 5, [], true])("The section %j is refused without throwing.", (azure) => {
  expect(findings(tenantSchema, { ...tenant("acme"), azure })).toHaveLength(1);
});

test.each([{ access: { deployers: null, dataScientists: [scorer] } }, { access: { deployers: [null] } }])(
  "%j is refused without throwing.",
  (azure) => {
    expect(azureFindings(azure)).toHaveLength(1);
  },
);

test.each([
  "network",
  "managedNetwork",
  "access",
  "application",
  "endpoints",
  "outbound",
  "subscriptionId",
  "compute",
  "openai",
])("Nothing in the place of %s is refused without throwing.", (key) => {
  expect(azureFindings({ [key]: null }).length).toBeGreaterThan(0);
});
