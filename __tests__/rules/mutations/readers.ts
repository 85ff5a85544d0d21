import type { Rule } from "../../../lib/rules/rule";
import { RULES } from "../../../lib/rules/rules";
import { Stack } from "../../../lib/rules/stack";

/** The rules that may say something else when a resource of a type changes. */
export interface Readers {
  /** Those that look at such resources beside others. */
  readonly ofStack: readonly Rule[];
  /** Those that look at each resource of the stack by itself. */
  readonly ofResource: readonly Rule[];
}

/**
 * The rules that look at resources of a type, by the type. It is what each rule asks of the stack as it is; what it asks for
 * after that follows from the answers.
 */
export function readersOf(name: string, tree: unknown): (type: string) => Readers {
  const read = new Map(RULES.map((rule) => [rule, readBy(rule, name, tree)]));
  const ofResource = RULES.filter((rule) => read.get(rule) === "each resource");
  const known = new Map<string, Readers>();
  return (type) => {
    const readers = known.get(type) ?? {
      ofStack: RULES.filter((rule) => {
        const what = read.get(rule);
        return what === "everything" || (typeof what === "object" && what.has(type));
      }),
      ofResource,
    };
    known.set(type, readers);
    return readers;
  };
}

/** What a rule looks at: resources of some types, each resource by itself, or what depends on what. */
function readBy(rule: Rule, name: string, tree: unknown): "everything" | "each resource" | ReadonlySet<string> {
  const types = new Set<string>();
  const properties = new Set<string | symbol>();
  const stack: Stack = new Proxy(new Stack(name, tree), {
    get(target, property, receiver) {
      properties.add(property);
      if (property === "resources") {
        return (type: string) => {
          types.add(type);
          // An ARM type is one of several of azapi's.
          if (type.includes("/")) for (const azapi of AZAPI) types.add(azapi);
          return target.resources(type);
        };
      }
      if (property === "find") {
        return (address: string) => {
          types.add(
            address
              .split(".")
              .slice(0, address.startsWith("data.") ? 2 : 1)
              .join("."),
          );
          return target.find(address);
        };
      }
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
  for (const violation of rule.check(stack)) throw new Error(`${rule.id} finds ${violation.resource.address}`);
  if (properties.has("dependencies") || properties.has("dependsOn")) return "everything";
  if (!properties.has("all")) return types;
  return types.size === 0 && !properties.has("name") ? "each resource" : "everything";
}

const AZAPI = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"];
