import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { all, isMade } from "../read";

const ENDPOINTS = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";

/** An online endpoint runs with an identity of its own. */
export const ENDPOINT_IDENTITY: Rule = {
  id: "azure-endpoint-identity",
  severity: "high",
  title: "An online endpoint runs with one identity of its own stack, which nothing else runs with.",
  reason:
    "Code of one endpoint would have the rights of another, or of the workspace; in a shared workspace those are another tenant's.",
  source: "Learn: Authentication and authorization for online endpoints",
  controls: ["MCSB IM-3", "MCSB PA-7"],
  fix: "add an azurerm_user_assigned_identity for this endpoint alone, and name it in identity.identity_ids",
  example: { wrong: example("one", "one"), right: example("one", "two") },
  *check(stack) {
    const others = new Set(
      stack.all
        .filter(({ type, armType }) => type !== "azapi_resource" || armType?.toLowerCase() !== ENDPOINTS.toLowerCase())
        .filter(({ partial }) => !partial)
        .flatMap((resource) => all(resource, "identity?.identity_ids?"))
        .map((id) => referenceOf(id)?.address),
    );
    const taken = new Set<string>();
    for (const resource of stack.resources(ENDPOINTS)) {
      if (!isMade(resource)) continue;
      const ids = all(resource, "identity.identity_ids");
      const { address } = referenceOf(ids[0]) ?? {};
      const isOwn =
        ids.length === 1 &&
        address?.startsWith("azurerm_user_assigned_identity.") === true &&
        !others.has(address) &&
        !taken.has(address);
      if (address !== undefined) taken.add(address);
      if (isOwn) continue;
      yield {
        resource,
        argument: "identity.identity_ids",
        found: ids.length === 0 ? undefined : ids,
        must: "must refer to one identity of this stack that nothing else runs with",
      };
    }
  },
};

function example(first: string, second: string): Tree {
  const endpoint = (identity: string) => ({
    type: `${ENDPOINTS}@2025-06-01`,
    identity: [{ type: "UserAssigned", identity_ids: [`\${azurerm_user_assigned_identity.${identity}.id}`] }],
  });
  return {
    resource: {
      azurerm_user_assigned_identity: { one: { name: "id-one" }, two: { name: "id-two" } },
      azapi_resource: { first: endpoint(first), second: endpoint(second) },
    },
  };
}
