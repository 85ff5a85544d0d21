import { platformSchema } from "../../lib/config/platform";
import { type Content, platform } from "../support/files";
import { findings } from "./findings";

const id = "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60";
const zones = `/subscriptions/${id}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones`;

/** What is wrong with a platform's file after changes to its Azure section. */
function azureFindings(azure: Content): string[] {
  return findings(platformSchema, platform({ azure }));
}

test("The smallest platform is accepted with every default.", () => {
  expect(platformSchema.parse(platform({ azure: { workspace: {} } }))).toMatchObject({
    tags: {},
    backend: { local: { path: ".state" } },
    azure: {
      zoneRedundant: true,
      tenantSubscriptions: [],
      limits: {},
      hub: { privateDnsZones: { existing: {}, linkExisting: true }, logRetentionDays: 90 },
      workspace: { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" }, outbound: [] },
    },
  });
});

test("A platform without a shared workspace is accepted.", () => {
  expect(azureFindings({ workspace: undefined })).toEqual([]);
});

test("Existing zones are accepted by their ids.", () => {
  const existing = { "privatelink.azurecr.io": `${zones}/privatelink.azurecr.io` };

  expect(azureFindings({ hub: { addressSpace: "10.20.0.0/22", privateDnsZones: { existing } } })).toEqual([]);
});

describe("A name part", () => {
  test.each(["ml", "mlplat12"])("of %s is accepted.", (prefix) => {
    expect(findings(platformSchema, platform({ prefix }))).toEqual([]);
  });

  test.each(["m", "mlplatfrm", "ml-p", "1ml"])("of %s is refused.", (prefix) => {
    expect(findings(platformSchema, platform({ prefix }))).toEqual([
      `prefix: "${prefix}" is not 2 to 8 lower-case letters and digits that begin with a letter; use a short name such as "mlp"`,
    ]);
  });

  test("in upper case is refused.", () => {
    expect(findings(platformSchema, platform({ instance: "Prod" }))).toEqual([
      'instance: "Prod" has upper-case letters; use "prod"',
    ]);
  });
});

test.each(["prefix", "instance", "backend"])("A missing %s is refused.", (key) => {
  const { [key]: _, ...rest } = platform();

  expect(findings(platformSchema, rest)).toEqual([expect.stringContaining(`${key}: `)]);
});

test("A file that names neither cloud is refused, and once only when the name of one is misspelt.", () => {
  const { azure, ...rest } = platform();

  expect(findings(platformSchema, rest)).toEqual(["needs azure, aws or both: what is on neither cloud has no stack"]);
  expect(findings(platformSchema, { ...rest, azur: azure })).toEqual([expect.stringContaining("azur")]);
});

test.each(["tenantId", "subscriptionId", "location", "deployers", "hub"])("A missing azure.%s is refused.", (key) => {
  expect(azureFindings({ [key]: undefined })).toEqual([expect.stringContaining(`azure.${key}: `)]);
});

test("A tag that is not one line of text is refused.", () => {
  expect(findings(platformSchema, platform({ tags: { unit: "a\nb" } }))).toEqual([
    'tags.unit: "a\\nb" is not one line of text; use "a b"',
  ]);
});

test("No deployers are refused with the reason.", () => {
  expect(azureFindings({ deployers: [] })).toEqual([
    "azure.deployers: needs an entry: whoever runs terraform must be able to approve private endpoints",
  ]);
});

test("A hub that is too small for its subnets is refused.", () => {
  expect(azureFindings({ hub: { addressSpace: "10.20.0.0/23" } })).toEqual([
    'azure.hub.addressSpace: "10.20.0.0/23" is too small; use a range from /16 to /22',
  ]);
});

test.each([29, 731, 90.5])("Keeping logs for %d days is refused.", (logRetentionDays) => {
  expect(azureFindings({ hub: { addressSpace: "10.20.0.0/22", logRetentionDays } })).toHaveLength(1);
});

test("The id of something else in the place of a zone is refused.", () => {
  const existing = {
    "privatelink.azurecr.io": zones.replace("privateDnsZones", "dnsZones") + "/privatelink.azurecr.io",
  };

  expect(azureFindings({ hub: { addressSpace: "10.20.0.0/22", privateDnsZones: { existing } } })).toEqual([
    expect.stringContaining(
      "is the id of a Microsoft.Network/dnsZones; use that of a Microsoft.Network/privateDnsZones",
    ),
  ]);
});

test.each([0, -1, 1.5, "200"])("A limit of %j is refused.", (limit) => {
  expect(azureFindings({ limits: { onlineEndpointsPerRegion: limit } })).toHaveLength(1);
});

test("A rule that the workspace's isolation mode does not allow is refused.", () => {
  const workspace = {
    managedNetwork: { isolationMode: "AllowInternetOutbound" },
    outbound: [{ name: "pypi", fqdn: "pypi.org" }],
  };

  expect(azureFindings({ workspace })).toEqual([
    expect.stringMatching(/^azure\.workspace\.outbound\[0\]\.fqdn: is for AllowOnlyApprovedOutbound only/),
  ]);
});

test("An unknown key is refused.", () => {
  expect(azureFindings({ region: "westeurope" })).toHaveLength(1);
});
