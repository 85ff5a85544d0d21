import { ADDITIONS } from "./additions";
import { AZAPI, AZAPI_SETTINGS } from "./azapi";
import { Bindings } from "./bindings";
import type { Block } from "./schema";

/** A provider that is stood in for. */
export interface Provider {
  /** Its short name, with which the names of its resources begin. */
  readonly name: string;
  /** Its address in the registry. */
  readonly address: string;
  /** The schema of its own settings. */
  readonly settings: () => Block;
  /** The schema of a type of resource; undefined when it has none of that type. */
  readonly resource: (type: string) => Block | undefined;
  /** Attributes that are made anew whenever a resource changes. */
  readonly renewed: readonly string[];
}

/** The providers that are stood in for. */
export const PROVIDERS: readonly Provider[] = [
  bound("azurerm"),
  bound("azuread"),
  bound("time"),
  {
    name: "azapi",
    address: "Azure/azapi",
    settings: () => AZAPI_SETTINGS,
    resource: (type) => AZAPI[type],
    renewed: ["output"],
  },
];

/** A provider of HashiCorp that has bindings. */
function bound(name: string): Provider {
  const bindings = new Bindings(name);
  return {
    name,
    address: `hashicorp/${name}`,
    settings: () => bindings.provider(),
    resource(type) {
      const block = bindings.resource(type);
      return block && { attributes: [...block.attributes, ...(ADDITIONS[type] ?? [])], blocks: block.blocks };
    },
    renewed: [],
  };
}
