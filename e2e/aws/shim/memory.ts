import type { Json } from "./call";

/** What the shim keeps for moto: JSON objects by kind and key. */
export class Memory {
  private readonly kinds = new Map<string, Map<string, Json>>();

  get(kind: string, key: string): Json | undefined {
    return this.kinds.get(kind)?.get(key);
  }

  /** Keeps an object, in place of what was there. */
  set(kind: string, key: string, value: Json): void {
    const objects = this.kinds.get(kind) ?? new Map<string, Json>();
    this.kinds.set(kind, objects.set(key, value));
  }

  /** Lays fields over what was there. */
  merge(kind: string, key: string, fields: Json): void {
    this.set(kind, key, { ...this.get(kind, key), ...fields });
  }

  /** Forgets an object. Returns whether there was one. */
  delete(kind: string, key: string): boolean {
    return this.kinds.get(kind)?.delete(key) ?? false;
  }

  /** The objects of a kind whose keys begin as given. */
  list(kind: string, prefix: string): Json[] {
    const objects = this.kinds.get(kind) ?? new Map<string, Json>();
    return [...objects].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
  }
}
