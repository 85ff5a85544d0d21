import type { Rule } from "../../../lib/rules/rule";
import { RULES } from "../../../lib/rules/rules";
import { Stack } from "../../../lib/rules/stack";

/**
 * The rules that look at resources of a type, by the type: only they can say something else when such a resource changes.
 * It is what each rule asks of the stack as it is; what it asks for after that follows from the answers.
 */
export function readersOf(name: string, tree: unknown): (type: string) => readonly Rule[] {
  const types = new Stack(name, tree).all.map(({ type }) => type);
  const read = new Map(RULES.map((rule) => [rule, typesRead(rule, name, tree)]));
  const readers = new Map(
    [...new Set(types)].map((type) => [type, RULES.filter((rule) => isRead(read.get(rule), type))] as const),
  );
  return (type) => readers.get(type) ?? RULES;
}

function isRead(read: "everything" | ReadonlySet<string> | undefined, type: string): boolean {
  return read === "everything" || read === undefined || read.has(type);
}

function typesRead(rule: Rule, name: string, tree: unknown): "everything" | ReadonlySet<string> {
  const types = new Set<string>();
  const everything = new Set<string | symbol>();
  const stack: Stack = new Proxy(new Stack(name, tree), {
    get(target, property, receiver) {
      if (property === "all" || property === "dependencies" || property === "dependsOn") everything.add(property);
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
  return everything.size > 0 ? "everything" : types;
}

const AZAPI = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"];
