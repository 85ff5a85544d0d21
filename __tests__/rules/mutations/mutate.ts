import type { StackJson } from "../../support/synth";

/** How a stack is weakened, or changed in another way. */
export type Kind =
  /** An argument is left out. */
  | "without"
  /** A literal or a reference is another one. */
  | "other"
  /** An entry of a list is left out. */
  | "one less"
  /** A list has one more entry, which stands for anything. */
  | "one more"
  /** A resource is gone. */
  | "gone";

/** One change of one place of one resource. */
export interface Mutation {
  readonly kind: Kind;
  readonly stack: string;
  /** Terraform's type; of an azapi resource with the ARM type behind it. */
  readonly type: string;
  readonly id: string;
  /** The argument, without indexes, as in "rule.access"; empty for the resource as a whole. */
  readonly argument: string;
  /** What stands there. */
  readonly value: unknown;
  /** Makes the change, runs something on the stack, and takes the change back. */
  readonly within: <Result>(run: () => Result) => Result;
}

type Container = Record<string, unknown> | unknown[];

/** Every change of every resource of a stack. */
export function mutationsOf(name: string, stack: StackJson): Mutation[] {
  return Object.entries(stack.resource).flatMap(([type, resources]) =>
    Object.entries(resources).flatMap(([id, content]) => {
      const at = { stack: name, type: kindOf(type, content), id };
      return [
        { ...at, kind: "gone", argument: "", value: "", within: removal(resources, id) } satisfies Mutation,
        ...changes(content, "").map((change) => ({ ...at, ...change })),
      ];
    }),
  );
}

function kindOf(type: string, { type: armType }: Record<string, unknown>): string {
  return type.startsWith("azapi_") ? `${type} ${String(armType).split("@")[0] ?? ""}` : type;
}

type Change = Pick<Mutation, "kind" | "argument" | "value" | "within">;

function changes(container: Record<string, unknown>, path: string): Change[] {
  return Object.entries(container).flatMap(([key, value]) => {
    if (key === "//" || key === "tags") return [];
    const argument = path === "" ? key : `${path}.${key}`;
    return [
      { kind: "without", argument, value, within: removal(container, key) } satisfies Change,
      ...inner(container, key, argument),
    ];
  });
}

function inner(container: Container, key: string | number, argument: string): Change[] {
  const value = (container as Record<string | number, unknown>)[key];
  if (Array.isArray(value)) {
    const list = value as unknown[];
    const texts = list.every((entry) => typeof entry === "string");
    return [
      ...list.map((entry, index): Change => ({
        kind: "one less",
        argument,
        value: entry,
        within: without(list, index),
      })),
      ...(texts ? [{ kind: "one more", argument, value, within: withOneMore(list) } satisfies Change] : []),
      ...list.flatMap((_, index) => inner(list, index, argument)),
    ];
  }
  if (typeof value === "object" && value !== null) return changes(value as Record<string, unknown>, argument);
  return [{ kind: "other", argument, value, within: replaced(container, key, other(value)) }];
}

/** A value of the same type that is not the same. */
function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value === 0 ? 1 : 0;
  return "x";
}

function removal(container: Record<string, unknown>, key: string): Mutation["within"] {
  return (run) => {
    // All entries are put back in their order: rules may look at the first of several.
    const entries = Object.entries(container);
    try {
      Reflect.deleteProperty(container, key);
      return run();
    } finally {
      for (const [name] of entries) Reflect.deleteProperty(container, name);
      Object.assign(container, Object.fromEntries(entries));
    }
  };
}

function without(list: unknown[], index: number): Mutation["within"] {
  return (run) => {
    const [entry] = list.splice(index, 1);
    try {
      return run();
    } finally {
      list.splice(index, 0, entry);
    }
  };
}

function withOneMore(list: unknown[]): Mutation["within"] {
  return (run) => {
    list.push("*");
    try {
      return run();
    } finally {
      list.pop();
    }
  };
}

function replaced(container: Container, key: string | number, value: unknown): Mutation["within"] {
  const map = container as Record<string | number, unknown>;
  return (run) => {
    const before = map[key];
    map[key] = value;
    try {
      return run();
    } finally {
      map[key] = before;
    }
  };
}
