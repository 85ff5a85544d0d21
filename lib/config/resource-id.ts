import { nonAscii, quote } from "./problem";
import { checkedText } from "./text-form";

/** The parts of the ARM id of a top-level resource. */
export interface ResourceId {
  /** The subscription, a GUID in lower case. */
  readonly subscriptionId: string;
  /** The name of the resource group. */
  readonly resourceGroup: string;
  /** The type with its provider, as in Microsoft.Storage/storageAccounts. */
  readonly type: string;
  /** The name of the resource. */
  readonly name: string;
}

const GUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const GROUP = String.raw`[\w.()-]{0,89}[\w()-]`;
const TYPE = String.raw`[A-Za-z]+\.[A-Za-z.]+\/[A-Za-z]+`;
const NAME = String.raw`[\w.-]{1,260}`;
const RESOURCE_ID = new RegExp(
  String.raw`^\/subscriptions\/(${GUID})\/resourceGroups\/(${GROUP})\/providers\/(${TYPE})\/(${NAME})$`,
);

/** Splits the ARM id of a top-level resource; undefined for any other text, also for one in another case. */
export function parseResourceId(value: string): ResourceId | undefined {
  const match = RESOURCE_ID.exec(value);
  if (match === null) return undefined;
  const [subscriptionId, resourceGroup, type, name] = match.slice(1) as [string, string, string, string];
  return { subscriptionId, resourceGroup, type, name };
}

/** The full ARM id of a resource of one of the given types, such as Microsoft.Network/privateDnsZones. */
export function resourceId(...types: readonly [string, ...string[]]) {
  return checkedText((value) => {
    const id = parseResourceId(value);
    if (id === undefined) return malformed(value, types[0]);
    if (types.includes(id.type)) return undefined;
    const meant = types.find((type) => type.toLowerCase() === id.type.toLowerCase());
    if (meant !== undefined) return `has the type ${id.type} in another case; write it ${meant}`;
    return `is the id of a ${id.type}; use that of ${types.length > 1 ? "one of" : "a"} ${types.join(", ")}`;
  }).meta({ pattern: RESOURCE_ID.source });
}

/** What is wrong with a text that is not the id of a top-level resource: the most telling mistake of people. */
function malformed(value: string, type: string): string {
  const odd = nonAscii(value);
  if (odd !== undefined) return `${odd}; use ASCII letters`;
  if (value !== value.trim()) return "has spaces around it; remove them";

  const [beforeFirst, subscriptions, subscription = "", groups, group = "", providers, ...rest] = value.split("/");
  const isId = beforeFirst === "" && [subscriptions, groups, providers].every((word) => word !== undefined);
  if (isId && subscriptions?.toLowerCase() === "subscriptions") {
    for (const [found, right] of [
      [subscriptions, "subscriptions"],
      [groups, "resourceGroups"],
      [providers, "providers"],
    ]) {
      if (found !== right && found?.toLowerCase() === right?.toLowerCase()) return `has "${found}"; write "${right}"`;
    }
    if (new RegExp(`^${GUID}$`, "i").test(subscription) && subscription !== subscription.toLowerCase()) {
      return "has upper-case letters in its subscription id; write them in lower case";
    }
    if (group.endsWith("."))
      return `has the resource group ${quote(group)}, and no group's name ends in a dot; remove it`;
    if (rest.at(-1) === "") return 'ends in "/"; remove it';
    if (rest.length > 3) return "is the id of something inside a resource; use that of the resource itself";
  }
  return `is not a resource id; use one such as "/subscriptions/<GUID>/resourceGroups/<name>/providers/${type}/<name>"`;
}
