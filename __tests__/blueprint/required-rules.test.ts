import type { Blueprint } from "../../lib/blueprint/blueprint";
import { REQUIRED_PRIVATE_ENDPOINTS, REQUIRED_SERVICE_TAGS } from "../../lib/blueprint/required-rules";
import type { WorkspaceBlueprint } from "../../lib/blueprint/workspace";
import { PRIVATE_ENDPOINT_TARGETS, SUBRESOURCES } from "../../lib/config/private-endpoint-targets";
import { SERVICE_TAGS } from "../../lib/config/service-tags";
import { azureOf, blueprintOf, type Content, platform, problemsOf, tenant } from "../support/files";

const withRules = (outbound: Content[], azure: Content = {}) =>
  problemsOf(platform(), [tenant("acme", { azure: { outbound, ...azure } })]);

function workspaceOf(blueprint: Blueprint): WorkspaceBlueprint {
  const [acme] = azureOf(blueprint).tenants;
  if (acme === undefined) throw new Error("there is no tenant");
  return acme.place.workspace;
}

const own = workspaceOf(blueprintOf(platform(), [tenant("acme")]));
const to = (resourceId: string, subresource: string) => ({
  name: "own",
  privateEndpoint: { resourceId, subresource },
});

describe("a service tag that Azure adds by itself", () => {
  test.each(REQUIRED_SERVICE_TAGS.filter(({ regional }) => regional !== true))("$tag is refused", ({ tag }) => {
    expect(withRules([{ name: "tag", serviceTag: tag }])).toEqual([
      `azure.outbound[0].serviceTag: Azure adds "${tag}" to every workspace by itself; remove the rule`,
    ]);
  });

  test.each([{ ports: "8080" }, { protocol: "UDP" }])("is refused with %j too", (fields) => {
    expect(withRules([{ name: "tag", serviceTag: "AzureMonitor", ...fields }])).toHaveLength(1);
  });

  test("is refused in a region too, for the whole tag is open", () => {
    expect(withRules([{ name: "tag", serviceTag: "AzureMonitor.westeurope" }])).toEqual([
      'azure.outbound[0].serviceTag: "AzureMonitor.westeurope" is a part of "AzureMonitor", which Azure adds to every workspace by itself; remove the rule',
    ]);
  });

  test("BatchNodeManagement is refused in the platform's region", () => {
    expect(withRules([{ name: "batch", serviceTag: "BatchNodeManagement.westeurope" }])).toEqual([
      'azure.outbound[0].serviceTag: Azure adds "BatchNodeManagement.westeurope" to every workspace by itself; remove the rule',
    ]);
  });

  test.each(["BatchNodeManagement.northeurope", "BatchNodeManagement"])(
    "%s is allowed: Azure does not add it",
    (tag) => {
      expect(withRules([{ name: "batch", serviceTag: tag }])).toEqual([]);
    },
  );

  test("is refused in the shared workspace too, at its place in the platform's file", () => {
    const outbound = [{ name: "monitor", serviceTag: "AzureMonitor" }];
    expect(problemsOf(platform({ azure: { workspace: { outbound } } }))).toEqual([
      expect.stringMatching(/^azure\.workspace\.outbound\[0\]\.serviceTag: Azure adds "AzureMonitor"/) as string,
    ]);
  });

  test.each(["AzureActiveDirectoryDomainServices", "AzureFrontDoor.Backend", "AzureManagedGrafana"])(
    "does not stand for %s",
    (tag) => {
      expect(withRules([{ name: "tag", serviceTag: tag }])).toEqual([]);
    },
  );

  test.each(REQUIRED_SERVICE_TAGS)("$tag is one that a file could name", ({ tag }) => {
    expect(SERVICE_TAGS).toContain(tag);
  });
});

describe("a private endpoint that Azure adds by itself", () => {
  const required = REQUIRED_PRIVATE_ENDPOINTS.flatMap(({ what, subresources, id }) =>
    subresources.map((subresource) => [subresource, what, id(own)] as const),
  );

  test.each(required)("to %s of %s is refused", (subresource, what, id) => {
    expect(withRules([to(id, subresource)])).toEqual([
      `azure.outbound[0].privateEndpoint: Azure adds the private endpoint to "${subresource}" of ${what} by itself; remove the rule`,
    ]);
  });

  test("is refused in AllowInternetOutbound too: what a workspace stands on has no public access", () => {
    const azure = { managedNetwork: { isolationMode: "AllowInternetOutbound" } };
    expect(withRules([to(own.ids.registry, "registry")], azure)).toHaveLength(1);
  });

  test("is refused whatever case the group of its id is in, for Azure takes ids in any", () => {
    expect(withRules([to(own.ids.storage.replace("mlp-dev-acme--rg", "MLP-DEV-ACME--RG"), "blob")])).toHaveLength(1);
  });

  test.each(["queue", "table", "dfs", "web"])("does not stand for %s of the workspace's storage account", (part) => {
    expect(withRules([to(own.ids.storage, part)])).toEqual([]);
  });

  test("does not stand for the same part of another account", () => {
    expect(withRules([to(own.ids.storage.replace("mlp-dev-acme--rg", "data"), "blob")])).toEqual([]);
  });

  test.each(required)("to %s of %s is one that a file could name", (subresource, _, id) => {
    expect(SUBRESOURCES).toContain(subresource);
    expect(Object.keys(PRIVATE_ENDPOINT_TARGETS).filter((type) => id.includes(`/providers/${type}/`))).toHaveLength(1);
  });
});
