import { absent, is, present } from "../../expectation";
import { including } from "../../list-expectation";
import { ofArmType } from "../../selection";
import { settings } from "../../setting";
import { armId } from "../../text-expectation";
import { ONLINE_NAME } from "./online-name";

const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";

const MADE_HERE = ofArmType("azapi_resource", ENDPOINT);
const REQUEST = ofArmType("azapi_resource_action", ENDPOINT);

/** Bodies of online endpoints, whoever writes them. */
const BODIES = settings(ENDPOINT, [
  {
    id: "azure-ml-endpoint-auth-mode",
    severity: "critical",
    title: "Online endpoints take Entra tokens alone.",
    argument: "body.properties.authMode",
    must: is("AADToken", "Key"),
    reason: "Keys and tokens of the workspace need no role: whoever has one calls the endpoint. A plan takes any text.",
    source: "Learn: Authentication and authorization for online endpoints",
    controls: ["MCSB IM-1", "MCSB IM-4"],
  },
  {
    id: "azure-ml-endpoint-public-network",
    severity: "critical",
    title: "Online endpoints are closed to public networks.",
    argument: "body?.properties?.publicNetworkAccess",
    must: is("Disabled", "Enabled"),
    reason: "The endpoint would answer the internet. A plan takes any text.",
    source: "Learn: Network isolation with managed online endpoints",
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-ml-endpoint-kind",
    severity: "high",
    title: "Online endpoints run on compute that Azure manages.",
    argument: "body?.kind",
    must: is("Managed", "K8S"),
    reason: "Endpoints on Kubernetes take no Entra tokens and are not in the managed network.",
    source: "Learn: Authentication and authorization for online endpoints",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-ml-endpoint-keys",
    severity: "critical",
    title: "No file sets keys of online endpoints.",
    argument: "body?.properties?.keys",
    must: absent({ primaryKey: "x" }),
    mayBeAbsent: true,
    reason: "The key would stand in files, in plans and in the state.",
    source: "Learn: Authentication and authorization for online endpoints",
    controls: ["MCSB IM-8"],
  },
]);

/** Online endpoints where they are made. */
const MADE = settings(
  "azapi_resource",
  [
    {
      id: "azure-ml-endpoint-name",
      severity: "low",
      title: "Names of online endpoints have 3 to 32 letters, digits and single dashes.",
      argument: "name",
      must: ONLINE_NAME,
      reason: "A plan takes other names, and Azure refuses them.",
      source: "Learn: Manage and increase quotas and limits for resources with Azure Machine Learning",
      fix: "write a name of 3 to 32 letters, digits and single dashes",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-endpoint-location",
      severity: "low",
      title: "Online endpoints have a region.",
      argument: "location",
      must: present("westeurope"),
      reason: "A plan does without, and Azure refuses it.",
      source: "Learn: REST reference: Online Endpoints - Create Or Update",
      fix: "set location to the region of the workspace",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-endpoint-identity-type",
      severity: "high",
      title: "Online endpoints have user-assigned identities.",
      argument: "identity?.type",
      must: is("UserAssigned", "SystemAssigned"),
      reason: "Azure gives a system-assigned identity roles by itself, on all of the workspace's storage and images.",
      source: "Learn: Authentication and authorization for online endpoints",
      controls: ["MCSB IM-3", "MCSB PA-7"],
    },
    {
      id: "azure-ml-endpoint-replacement",
      severity: "medium",
      title: "Another identity replaces an online endpoint.",
      argument: "replace_triggers_external_values",
      must: present(["${azurerm_user_assigned_identity.example.id}"]),
      reason: "Azure cannot change the identity of an endpoint: it would keep the old one, and its rights.",
      source: "Learn: Authentication and authorization for online endpoints",
      fix: "set replace_triggers_external_values to the id of the identity",
      controls: ["MCSB IM-3"],
    },
    {
      id: "azure-ml-endpoint-body-once",
      severity: "medium",
      title: "The body of an online endpoint is written once, when it is made.",
      argument: "lifecycle.ignore_changes",
      must: including(["body"]),
      reason: "Each later write of it would take all traffic from the endpoint. Another resource keeps its settings.",
      source: "docs/decisions/0008-traffic-is-a-second-step.md",
      controls: ["MCSB AM-3"],
    },
  ],
  MADE_HERE,
);

/** Online endpoints in the workspace of another stack. */
const SHARED = settings(
  "azapi_resource",
  [
    {
      id: "azure-ml-endpoint-workspace",
      severity: "high",
      title: "The parent of an online endpoint is a workspace.",
      argument: "parent_id",
      must: armId("Microsoft.MachineLearningServices/workspaces", ["azurerm_machine_learning_workspace"]),
      reason: "A plan takes the id of anything, and Azure refuses it.",
      source: "Learn: REST reference: Online Endpoints - Create Or Update",
      fix: "set parent_id to the id of the workspace",
      controls: ["MCSB PV-2"],
    },
  ],
  {
    ...MADE_HERE,
    // What is in a workspace of the stack has rights there, and is missed by the rule about them.
    has: (resource, stack) =>
      MADE_HERE.has(resource, stack) && stack.resources("azurerm_machine_learning_workspace").length === 0,
  },
);

/** The request that takes all traffic from an online endpoint before its deployments are deleted. */
const DRAINED = settings(
  "azapi_resource_action",
  [
    {
      id: "azure-ml-endpoint-drain-traffic",
      severity: "low",
      title: "The last request to an online endpoint takes all its traffic away.",
      argument: "body?.properties?.traffic",
      must: { must: "must be {}", holds: isEmptyMap, right: {}, wrong: { blue: 100 } },
      reason: "Azure deletes no deployment that has live traffic.",
      source: "Learn: Perform safe rollout of new deployments for real-time inference",
      controls: ["MCSB AM-3"],
    },
    {
      id: "azure-ml-endpoint-drain-identity",
      severity: "medium",
      title: "The last request to an online endpoint names its user-assigned identity.",
      argument: "body?.identity.type",
      must: is("UserAssigned", "SystemAssigned"),
      reason: "The identity of an endpoint cannot be changed, and a PUT without it would be a change.",
      source: "Learn: Authentication and authorization for online endpoints",
      controls: ["MCSB IM-3"],
    },
    {
      id: "azure-ml-endpoint-drain-location",
      severity: "low",
      title: "The last request to an online endpoint names its region.",
      argument: "body?.location",
      must: present("westeurope"),
      reason: "Azure refuses a PUT without it, and the tenant cannot be destroyed.",
      source: "Learn: REST reference: Online Endpoints - Create Or Update",
      fix: "set body.location to the region of the workspace",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-endpoint-drain-gone",
      severity: "low",
      title: "The last request to an online endpoint may find it gone.",
      argument: "ignore_not_found",
      must: is(true),
      reason: "A tenant whose endpoint somebody deleted could not be destroyed.",
      source: "Terraform azapi provider: azapi_resource_action",
      controls: ["MCSB AM-3"],
    },
  ],
  ofArmType("azapi_resource_action", ENDPOINT, { method: "PUT" }),
);

/** Requests to an online endpoint itself, and to none of its actions. */
const REQUESTED = settings(
  "azapi_resource_action",
  [
    {
      id: "azure-ml-endpoint-request-method",
      severity: "low",
      title: "Requests to an online endpoint itself hold all of it.",
      argument: "method",
      must: is("PUT", "PATCH"),
      reason: "Azure takes what another request leaves out for what should stay, the traffic too.",
      source: "docs/decisions/0008-traffic-is-a-second-step.md",
      controls: ["MCSB AM-3"],
    },
  ],
  { ...REQUEST, has: (resource, stack) => REQUEST.has(resource, stack) && resource.content.action === undefined },
);

function isEmptyMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Online endpoints: only Entra tokens, only through the private endpoint, only with an identity of their own. */
export const ONLINE_ENDPOINT = [...BODIES, ...MADE, ...SHARED, ...DRAINED, ...REQUESTED];
