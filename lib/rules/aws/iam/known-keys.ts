import { type ConditionKeyData, globalKeys, keysOfAction, SERVICES, serviceData } from "./service-data/service-data";
import { actionsMatching } from "./known-actions";
import { memoized } from "../../memo";

/** A condition key as AWS documents it. */
export interface KnownKey extends ConditionKeyData {
  /** Its name, in which `${…}` or `<…>` may stand for any text, as in "aws:RequestTag/${TagKey}". */
  readonly name: string;
}

/** Keys that the list of global keys has too, and that are only there for actions whose own list names them. */
const OF_ACTIONS_ONLY = ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"];

/**
 * What every provider of OpenID Connect signs ("IAM and AWS STS condition context keys", "Available keys for AWS web identity
 * federation"). AWS's data lists what single providers have beside it.
 */
const OF_PROVIDERS = { name: "${Provider}:${Claim}", form: /^[\w-]+(\.[\w-]+)+(\/\S*)?:(aud|sub)$/, type: "String" };

/** The key that a name in a policy means, if any service has it. */
export const knownKey = memoized((key): KnownKey | undefined => {
  const lower = key.toLowerCase();
  const { name, form, type } = OF_PROVIDERS;
  if (form.test(lower)) return { name, type };
  return findIn(globalKeys(), lower) ?? findIn(serviceData(serviceOf(lower))?.keys ?? {}, lower);
});

/** Whether every request has the key, or can have it. */
export function isGlobal({ name }: KnownKey): boolean {
  if (name === OF_PROVIDERS.name) return true;
  return name in globalKeys() && !OF_ACTIONS_ONLY.includes(name);
}

/** Whether the key says something of the tags of what is asked for or about. */
export function isTagKey({ name }: KnownKey): boolean {
  return OF_ACTIONS_ONLY.includes(name);
}

/** The keys that requests for the actions of a pattern can have. */
export const keysOf = memoized(
  (pattern): ReadonlySet<string> => new Set(actionsMatching(pattern).flatMap((action) => [...keysOfAction(action)])),
);

/** A key begins with its service; those of identity providers belong to STS. */
function serviceOf(lower: string): string {
  const prefix = lower.split(":")[0] ?? "";
  return (SERVICES as readonly string[]).includes(prefix) ? prefix : "sts";
}

function findIn(keys: Readonly<Record<string, ConditionKeyData>>, lower: string): KnownKey | undefined {
  const match = Object.entries(keys).find(([name]) => template(name).test(lower));
  return match === undefined ? undefined : { name: match[0], ...match[1] };
}

const template = memoized((name) => {
  const literals = name.split(/\$\{\w+\}|<\w+>/);
  const source = literals.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(".+");
  return new RegExp(`^${source}$`, "i");
});
