import { isMap, type Tree } from "../terraform/tree";

/** How deep lists may stand within lists: Terraform itself writes one. */
const MOST_NESTED = 4;

/** The maps of a block: Terraform's JSON has one map, a list of maps, or lists within lists. */
export function maps(block: unknown): Tree[] {
  return (Array.isArray(block) ? block.flat(MOST_NESTED) : [block]).filter(isMap);
}

/** The entries of a block whose maps hold more maps by label, such as `resource`. */
export function labelled(block: unknown): [string, unknown][] {
  return maps(block).flatMap((map) => Object.entries(map));
}

/** The values of an attribute that takes one or several. */
export function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value within a resource, and where it stands, as in "rule[1].access". */
export interface Place {
  readonly argument: string;
  /** Undefined when nothing is there. */
  readonly value: unknown;
  /** The whole argument that was looked for. Present when a block around it is missing. */
  readonly sought?: string;
}

/**
 * The values of an argument within blocks, as in "network_rules.default_action". A block that stands several times gives
 * several. Where a block or the argument is missing, there is one place without a value, which is the first that is missing:
 * whatever is looked for in a missing block is at one place. But there is none for a block whose name ends in "?", as in
 * "data_capture_config?.kms_key_id".
 */
export function valuesAt(content: unknown, argument: string): Place[] {
  return within({ argument: "", value: content }, argument.split("."));
}

function within(place: Place, [name, ...rest]: readonly string[]): Place[] {
  if (name === undefined) return [place];
  const isOptional = name.endsWith("?");
  const key = isOptional ? name.slice(0, -1) : name;
  const argument = place.argument === "" ? key : `${place.argument}.${key}`;
  const value = isMap(place.value) && Object.hasOwn(place.value, key) ? place.value[key] : undefined;
  const isMissing =
    value === undefined || value === null || (rest.length > 0 && Array.isArray(value) && value.length === 0);
  if (isMissing) {
    if (isOptional) return [];
    const sought = [argument, ...rest].join(".").replaceAll("?", "");
    return [rest.length === 0 ? { argument, value: undefined } : { argument, value: undefined, sought }];
  }
  if (rest.length === 0 || !Array.isArray(value)) return within({ argument, value }, rest);
  return value.flatMap((entry: unknown, index) =>
    within({ argument: value.length === 1 ? argument : `${argument}[${index}]`, value: entry }, rest),
  );
}
