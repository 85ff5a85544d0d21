import { isMap, refuseUnusableKey, type Tree } from "./tree";

/** Merges as CDKTF merges what its constructs give: maps deeply, lists by appending, all else by replacing. */
export function merge(target: Tree, source: Tree): void {
  for (const key of Object.keys(source)) {
    refuseUnusableKey(key);
    const value = source[key];
    const present = target[key];
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      put(target, key, value);
    } else if (present === undefined) {
      target[key] = value;
    } else {
      if (typeof present !== "object" || present === null) target[key] = {};
      merge(target[key] as Tree, value as Tree);
    }
  }
}

/**
 * Merges a stack's overrides as CDKTF does, which resolves tokens only afterwards: undefined deletes what is there, and
 * a token replaces it whatever it resolves to.
 */
export function override(target: Tree, overrides: Tree, resolve: (node: unknown) => unknown): void {
  for (const key of Object.keys(overrides)) {
    refuseUnusableKey(key);
    const value = overrides[key];
    if (!isMap(value)) {
      put(target, key, value === undefined ? undefined : resolve(value));
      continue;
    }
    if (typeof target[key] !== "object" || target[key] === null) target[key] = {};
    override(target[key] as Tree, value, resolve);
    // An index beyond the end, or a deleted entry, leaves a hole.
    if (Array.isArray(target[key])) target[key] = target[key].filter((entry) => entry !== undefined);
  }
}

function put(target: Tree, key: string, value: unknown): void {
  const present = target[key];
  if (value === undefined) Reflect.deleteProperty(target, key);
  else
    target[key] =
      Array.isArray(value) && Array.isArray(present) ? [...(present as unknown[]), ...(value as unknown[])] : value;
}
