import { AZAPI, AZAPI_SETTINGS } from "../../../../e2e/azure/stand-in/azapi";
import type { Block } from "../../../../e2e/azure/stand-in/schema";
import { AzapiProvider } from "../../../../lib/azapi/provider";
import { AzapiResourceAction } from "../../../../lib/azapi/resource-action";
import { TaggableAzapiResource } from "../../../../lib/azapi/taggable-resource";
import { AzapiUpdateResource } from "../../../../lib/azapi/update-resource";
import { acmeStack, onlyResource } from "../../../azapi/synthesized";

const stack = acmeStack();
const REQUEST = {
  type: "A/b@1",
  body: {},
  responseExportValues: ["id"],
  locks: ["/a"],
  retry: { errorMessageRegex: ["x"], intervalSeconds: 1, maxIntervalSeconds: 2 },
  timeouts: { create: "1m", read: "1m", update: "1m", delete: "1m" },
} as const;
new TaggableAzapiResource(stack, "resource", {
  ...REQUEST,
  name: "n",
  parentId: "/p",
  location: "westeurope",
  identity: { type: "UserAssigned", identityIds: ["/i"] },
  replaceTriggersExternalValues: ["x"],
  deleteQueryParameters: { force: ["true"] },
  tags: { a: "b" },
});
new AzapiUpdateResource(stack, "update", { ...REQUEST, resourceId: "/r" });
new AzapiResourceAction(stack, "action", {
  ...REQUEST,
  resourceId: "/r",
  action: "a",
  method: "POST",
  when: "destroy",
  ignoreNotFound: true,
});
new AzapiProvider(stack, "provider", { subscriptionId: "s", tenantId: "t", useOidc: true });

/** What may be given, at the top and in the one object or block of a name. */
function given({ attributes, blocks }: Block): string[] {
  return [...attributes.filter(({ required, optional }) => required || optional), ...blocks]
    .map(({ name }) => name)
    .sort();
}

test.each(["azapi_resource", "azapi_update_resource", "azapi_resource_action"])(
  "The schema of %s has the arguments that the project's own class can write, and no others.",
  (type) => {
    expect(given(AZAPI[type] ?? { attributes: [], blocks: [] })).toEqual(Object.keys(onlyResource(stack, type)).sort());
  },
);

test.each(["timeouts", "identity"])("The block %s of a resource has what the class can write.", (name) => {
  const block = AZAPI.azapi_resource?.blocks.find((each) => each.name === name)?.block;
  const written = onlyResource(stack, "azapi_resource")[name];
  const [first] = Array.isArray(written) ? (written as unknown[]) : [written];

  expect(given(block ?? { attributes: [], blocks: [] })).toEqual(Object.keys(first as object).sort());
});

test("The provider has the settings that the project's own class can write.", () => {
  expect(given(AZAPI_SETTINGS)).toEqual(["subscription_id", "tenant_id", "use_oidc"]);
});

test("How often something is tried again is one object, not a block.", () => {
  expect(AZAPI.azapi_resource?.blocks.map(({ name }) => name)).toEqual(["identity", "timeouts"]);
  expect(AZAPI.azapi_resource?.attributes.find(({ name }) => name === "retry")?.type).toHaveProperty("attributes");
});
