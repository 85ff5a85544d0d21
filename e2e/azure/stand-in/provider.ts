import { ADDITIONS } from "./additions";
import { AZAPI } from "./azapi";
import { Bindings } from "./bindings";
import type { Block, ProviderSchema } from "./schema";

/** A provider that is stood in for. */
export interface Provider {
  /** Its short name, with which the names of its resources begin. */
  readonly name: string;
  /** Its address in the registry. */
  readonly address: string;
  /** Attributes that are made anew whenever a resource changes. */
  readonly renewed: readonly string[];
  /** The schema of the types that are named. */
  readonly schema: (types: readonly string[]) => ProviderSchema;
}

/** The providers that are stood in for. */
export const PROVIDERS: readonly Provider[] = [
  { name: "azurerm", address: "hashicorp/azurerm", renewed: [], schema: bound("azurerm") },
  { name: "azuread", address: "hashicorp/azuread", renewed: [], schema: bound("azuread") },
  { name: "time", address: "hashicorp/time", renewed: [], schema: bound("time") },
  { name: "azapi", address: "Azure/azapi", renewed: ["output"], schema: () => AZAPI },
];

function bound(name: string): Provider["schema"] {
  const bindings = new Bindings(name);
  return (types) => ({
    provider: bindings.provider(),
    resources: new Map(types.map((type) => [type, withAdditions(type, bindings.resource(type))])),
  });
}

function withAdditions(type: string, { attributes, blocks }: Block): Block {
  return { attributes: [...attributes, ...(ADDITIONS[type] ?? [])], blocks };
}
