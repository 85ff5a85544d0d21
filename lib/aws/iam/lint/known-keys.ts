import {
  type Action,
  type ConditionKeyData,
  globalKeys,
  keysOfAction,
  SERVICES,
  serviceData,
} from "../service-data/service-data";

/** A condition key as AWS documents it. */
export interface KnownKey extends ConditionKeyData {
  /** Its name, in which `${…}` or `<…>` may stand for any text, as in "aws:RequestTag/${TagKey}". */
  readonly name: string;
}

const found = new Map<string, KnownKey | undefined>();
const ofActions = new Map<string, ReadonlySet<string>>();

/** Keys that the list of global keys has too, and that are only there for actions whose own list names them. */
const OF_ACTIONS_ONLY = ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"];

/**
 * What every provider of OpenID Connect signs ("IAM and AWS STS condition context keys", "Available keys for AWS web identity
 * federation"). AWS's data lists what single providers have beside it.
 */
const OF_PROVIDERS = { name: "${Provider}:${Claim}", form: /^[\w-]+(\.[\w-]+)+(\/\S*)?:(aud|sub)$/, type: "String" };

/** The key that a name in a policy means, if any service has it. */
export function knownKey(name: string): KnownKey | undefined {
  const lower = name.toLowerCase();
  if (!found.has(lower)) found.set(lower, find(lower));
  return found.get(lower);
}

/** Whether every request has the key, or can have it. */
export function isGlobal({ name }: KnownKey): boolean {
  if (name === OF_PROVIDERS.name) return true;
  return name in globalKeys() && !OF_ACTIONS_ONLY.includes(name);
}

/** Whether the key says something of the tags of what is asked for or about. */
export function isTagKey({ name }: KnownKey): boolean {
  return OF_ACTIONS_ONLY.includes(name);
}

/** Whether a request for the action can have the key. */
export function hasKey(action: Action, { name }: KnownKey): boolean {
  let keys = ofActions.get(action.id);
  if (keys === undefined) {
    keys = keysOfAction(action);
    ofActions.set(action.id, keys);
  }
  return keys.has(name);
}

function find(lower: string): KnownKey | undefined {
  const { name, form, type } = OF_PROVIDERS;
  if (form.test(lower)) return { name, type };
  return findIn(globalKeys(), lower) ?? findIn(serviceData(serviceOf(lower))?.keys ?? {}, lower);
}

/** A key begins with its service; those of identity providers belong to STS. */
function serviceOf(lower: string): string {
  const prefix = lower.split(":")[0] ?? "";
  return (SERVICES as readonly string[]).includes(prefix) ? prefix : "sts";
}

function findIn(keys: Readonly<Record<string, ConditionKeyData>>, lower: string): KnownKey | undefined {
  const match = Object.entries(keys).find(([name]) => template(name).test(lower));
  return match === undefined ? undefined : { name: match[0], ...match[1] };
}

const templates = new Map<string, RegExp>();

function template(name: string): RegExp {
  let regex = templates.get(name);
  if (regex === undefined) {
    const literals = name.split(/\$\{\w+\}|<\w+>/);
    regex = new RegExp(
      `^${literals.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(".+")}$`,
      "i",
    );
    templates.set(name, regex);
  }
  return regex;
}
