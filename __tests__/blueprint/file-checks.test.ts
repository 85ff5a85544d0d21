import { azureFiles } from "../../lib/blueprint/azure";
import { azureFileProblems, fileProblems } from "../../lib/blueprint/file-checks";
import { LIMITS } from "../../lib/blueprint/limits";
import { loadFiles } from "../../lib/config/load";
import {
  type Content,
  PLATFORM_SUBSCRIPTION,
  platform,
  sharedTenant,
  tenant,
  TENANT_SUBSCRIPTION,
  written,
} from "../support/files";

/** The problems that show when a platform and its tenants are held against the project's tables, each as one text. */
function problemsOf(platformContent: Content, tenants: Content[] = []): string[] {
  const files = loadFiles(written(platformContent, tenants));
  return [...fileProblems(files), ...azureFileProblems(azureFiles(files))].map(
    ({ field, message }) => `${field}: ${message}`,
  );
}

function zoneId(name: string, subscriptionId = PLATFORM_SUBSCRIPTION): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${name}`;
}

test("files that are right have no problems", () => {
  expect(problemsOf(platform(), [tenant("acme"), sharedTenant("globex")])).toEqual([]);
});

test("nothing is checked against a platform's file that cannot be read", () => {
  const { azure, ...rest } = platform();

  expect(problemsOf(rest, [tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION } })])).toEqual([]);
});

describe("tags", () => {
  const numbered = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, "value"]));

  test("that the project sets are refused", () => {
    expect(problemsOf(platform({ tags: { tenant: "acme" } }))).toEqual([
      'tags.tenant: "tenant" is the same tag to Azure as tenant, which this project sets; rename it',
    ]);
  });

  test("that differ from those of the project in upper and lower case only are refused", () => {
    expect(problemsOf(platform({ tags: { CostCenter: "4711" } }))).toEqual([
      'tags.CostCenter: "CostCenter" is the same tag to Azure as costCenter, which this project sets; rename it',
    ]);
  });

  test("that differ from each other in upper and lower case only are refused", () => {
    expect(problemsOf(platform({ tags: { team: "a", Team: "b" } }))).toEqual([
      'tags.Team: "Team" is the same tag to Azure as team; rename it',
    ]);
  });

  test.each(["cost center", "a:b", "a/b", "a<b", "1st", "_team", "büro", "a(b)", "a".repeat(129)])(
    "named %j are refused: private DNS zones or storage accounts do not take them",
    (name) => {
      expect(problemsOf(platform({ tags: { [name]: "value" } }))).toEqual([
        expect.stringContaining("is not a name that every resource takes for a tag; use up to 128 letters, digits"),
      ]);
    },
  );

  test.each(["a", "business-unit", "business_unit", "hidden.title", "a".repeat(128)])("named %j are taken", (name) => {
    expect(problemsOf(platform({ tags: { [name]: "value" } }))).toEqual([]);
  });

  test("are as many as a private DNS zone takes beside those of the project", () => {
    expect(problemsOf(platform({ tags: numbered(9) }))).toEqual([]);
  });

  test("are refused from one more on", () => {
    expect(problemsOf(platform({ tags: numbered(10) }))).toEqual([
      "tags: has 10 tags; a private DNS zone takes 15, of which this project sets 6, so keep 9 at most",
    ]);
  });
});

describe("existing zones", () => {
  const withZones = (existing: Content) =>
    platform({ azure: { hub: { addressSpace: "10.20.0.0/22", privateDnsZones: { existing } } } });
  const BLOB = "privatelink.blob.core.windows.net";
  const FILE = "privatelink.file.core.windows.net";
  const VAULT = "privatelink.vaultcore.azure.net";

  test("of the project's table are taken", () => {
    expect(problemsOf(withZones({ [BLOB]: zoneId(BLOB), [FILE]: zoneId(FILE) }))).toEqual([]);
  });

  test("that the project does not use are refused, with the one that was meant", () => {
    const name = "privatelink.blob.core.window.net";

    expect(problemsOf(withZones({ [name]: zoneId(name) }))).toEqual([
      `azure.hub.privateDnsZones.existing["${name}"]: "${name}" is not a zone that the platform uses; did you mean "${BLOB}"?`,
    ]);
  });

  test("whose id is that of another zone are refused", () => {
    expect(problemsOf(withZones({ [BLOB]: zoneId(FILE) }))).toEqual([
      `azure.hub.privateDnsZones.existing["${BLOB}"]: is the id of the zone "${FILE}"; use that of "${BLOB}"`,
    ]);
  });

  test("in another subscription than the first are refused, and only those", () => {
    const existing = { [BLOB]: zoneId(BLOB), [FILE]: zoneId(FILE), [VAULT]: zoneId(VAULT, TENANT_SUBSCRIPTION) };

    expect(problemsOf(withZones(existing))).toEqual([
      `azure.hub.privateDnsZones.existing["${VAULT}"]: is in another subscription than the first existing zone; all of them must be in one`,
    ]);
  });

  test("may all be in another subscription than the platform", () => {
    const existing = { [BLOB]: zoneId(BLOB, TENANT_SUBSCRIPTION), [FILE]: zoneId(FILE, TENANT_SUBSCRIPTION) };

    expect(problemsOf(withZones(existing))).toEqual([]);
  });
});

describe("limits", () => {
  const withLimit = (name: string, value: number) => platform({ azure: { limits: { [name]: value } } });

  test("that the project does not know are refused, with the one that was meant", () => {
    expect(problemsOf(withLimit("onlineEndpointPerRegion", 200))).toEqual([
      'azure.limits.onlineEndpointPerRegion: "onlineEndpointPerRegion" is not a limit; did you mean "onlineEndpointsPerRegion"?',
    ]);
  });

  test("that are like none of the known are refused with all of them", () => {
    expect(problemsOf(withLimit("cores", 200))).toEqual([
      `azure.limits.cores: "cores" is not a limit; known: ${Object.keys(LIMITS).join(", ")}`,
    ]);
  });

  test.each(Object.entries(LIMITS))("%s can be raised, not lowered", (name, { value }) => {
    expect(problemsOf(withLimit(name, value + 1))).toEqual([]);
    expect(problemsOf(withLimit(name, value - 1))).toEqual([
      `azure.limits.${name}: ${value - 1} is below Azure's own ${value}; a limit can only be raised`,
    ]);
  });
});

describe("a tenant", () => {
  test("that is shared needs a shared workspace", () => {
    expect(problemsOf(platform({ azure: { workspace: undefined } }), [sharedTenant("globex")])).toEqual([
      "azure.isolation: shared needs the platform's shared workspace, and azure.workspace is not in the platform's file",
    ]);
  });

  test("that is dedicated needs none", () => {
    expect(problemsOf(platform({ azure: { workspace: undefined } }), [tenant("acme")])).toEqual([]);
  });

  test.each([
    ["dedicated", tenant],
    ["shared", sharedTenant],
  ])("that is %s can have a subscription of its own only if the platform lists it", (_, content) => {
    const withOwn = content("acme", {
      azure: { subscriptionId: TENANT_SUBSCRIPTION, network: { addressSpace: "10.20.8.0/24" } },
    });

    expect(problemsOf(platform(), [withOwn])).toEqual([
      `azure.subscriptionId: ${TENANT_SUBSCRIPTION} is not one of azure.tenantSubscriptions of the platform's file; add it there: the custom roles must be assignable in it`,
    ]);
    expect(problemsOf(platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }), [withOwn])).toEqual([]);
  });

  test("can name the platform's subscription, which is not in that list", () => {
    expect(problemsOf(platform(), [tenant("acme", { azure: { subscriptionId: PLATFORM_SUBSCRIPTION } })])).toEqual([]);
  });
});

test("all problems of all files are found at once", () => {
  const broken = platform({ tags: { tenant: "acme" }, azure: { workspace: undefined, limits: { cores: 1 } } });
  const tenants = [sharedTenant("globex"), tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION } })];

  expect(problemsOf(broken, tenants).map((line) => line.slice(0, line.indexOf(":")))).toEqual([
    "tags.tenant",
    "azure.limits.cores",
    "azure.subscriptionId",
    "azure.isolation",
  ]);
});
