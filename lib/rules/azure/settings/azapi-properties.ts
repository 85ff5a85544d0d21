import { isMap, type Tree } from "../../../terraform/tree";
import { type Place } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const ML = "Microsoft.MachineLearningServices/workspaces";

/** What a body may say beside its properties. An update that says it changes more than settings. */
const BESIDE = ["kind", "sku", "identity", "location", "tags"];

/** Properties of bodies that rules know, with whatever is below them, by ARM type. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  [ML]: [
    "managedNetwork.firewallSku",
    "managedNetwork.isolationMode",
    "managedNetwork.outboundRules",
    "publicNetworkAccess",
    "systemDatastoresAuthMode",
    "v1LegacyMode",
  ],
  [`${ML}/computes`]: [
    "computeType",
    "description",
    "disableLocalAuth",
    "properties.applicationSharingPolicy",
    "properties.computeInstanceAuthorizationType",
    "properties.enableNodePublicIp",
    "properties.idleTimeBeforeShutdown",
    "properties.personalComputeInstanceSettings",
    "properties.scaleSettings",
    "properties.schedules",
    "properties.sshSettings",
    "properties.vmSize",
  ],
  [`${ML}/onlineEndpoints`]: [
    "authMode",
    "description",
    "keys",
    "mirrorTraffic",
    "properties",
    "publicNetworkAccess",
    "traffic",
  ],
  [`${ML}/onlineEndpoints/deployments`]: [
    "appInsightsEnabled",
    "codeConfiguration",
    "dataCollector",
    "description",
    "egressPublicNetworkAccess",
    "endpointComputeType",
    "environmentId",
    "environmentVariables",
    "instanceType",
    "livenessProbe",
    "model",
    "modelMountPath",
    "properties",
    "readinessProbe",
    "requestSettings",
    "scaleSettings",
    "startupProbe",
  ],
  [`${ML}/outboundRules`]: ["category", "destination", "fqdns", "type"],
  "Microsoft.Network/networkWatchers/flowLogs": [
    "enabled",
    "flowAnalyticsConfiguration",
    "format",
    "retentionPolicy",
    "storageId",
    "targetResourceId",
  ],
};
const KNOWN_BY_TYPE = new Map(Object.entries(KNOWN).map(([type, names]) => [type.toLowerCase(), names]));

/** Whether rules know what azapi writes there. */
export const AZAPI_PROPERTIES: Rule = {
  id: "azure-azapi-properties",
  severity: "high",
  title: "Bodies of azapi resources say only what these rules know, in the case in which Azure writes it.",
  reason: "Azure takes names in any case and many properties that open something, and no rule would see them.",
  source: "Learn: Overview of the Terraform AzAPI provider",
  controls: ["MCSB PV-2"],
  fix: "remove it, or write it in the case in which Azure's reference has it",
  example: { wrong: example({ allowPublicAccessWhenBehindVnet: true }), right: example({ managedNetwork: {} }) },
  check: (stack) =>
    stack.all.flatMap((resource) => {
      const known = KNOWN_BY_TYPE.get(resource.armType?.toLowerCase() ?? "");
      if (known === undefined || !writes(resource)) return [];
      const beside = resource.type === "azapi_update_resource" ? ["tags"] : BESIDE;
      const names = [...beside, ...known.map((name) => `properties.${name}`)];
      return unknown(resource.content.body, names)
        .filter((place) => !isToldAsMissing(resource, place, names))
        .map(({ argument, value: found }) => ({ resource, argument: `body.${argument}`, found, must: MUST }));
    }),
};

/** Whether a body is a resource or a part of one: that of most actions is none. */
function writes({ type, content: { method } }: Resource): boolean {
  return type !== "azapi_resource_action" || method === "PUT" || method === "PATCH";
}

const MUST = "must be left out, for no rule knows it";

/** The values of a map that stand neither at nor below a known name, nor above one. */
function unknown(map: unknown, names: readonly string[], path = ""): Place[] {
  if (!isMap(map)) return [];
  return Object.entries(map).flatMap(([key, value]) => {
    const argument = `${path}${key}`;
    if (names.includes(argument)) return [];
    const isAbove = names.some((name) => name.startsWith(`${argument}.`));
    return isAbove ? unknown(value, names, `${argument}.`) : [{ argument, value }];
  });
}

/** Whether a name is a known one in another case, and stands in its place: where a whole is made, others miss that. */
function isToldAsMissing({ partial, content: { body } }: Resource, { argument }: Place, names: readonly string[]) {
  if (partial) return false;
  const parts = argument.split(".");
  const parent = parts.slice(0, -1).reduce<unknown>((map, part) => (isMap(map) ? map[part] : undefined), body);
  const depth = parts.length;
  const right = names
    .map((name) => name.split(".").slice(0, depth).join("."))
    .find((name) => name.toLowerCase() === argument.toLowerCase());
  return right !== undefined && isMap(parent) && !Object.hasOwn(parent, right.split(".").at(-1) ?? "");
}

function example(properties: Tree) {
  const content = { type: `${ML}@2025-06-01`, body: { properties } };
  return { resource: { azapi_update_resource: { example: content } } };
}
