import { uuid } from "../../../lib/blueprint/hash";
import type { Identity, Settings } from "./identity";
import type { Attribute, ValueType } from "./schema";
import { Dynamic, dynamic, isValues, textOf, textsIn, type Value, type Values } from "./values";

/** What is known of a resource when its computed attributes are made up. */
export interface Making {
  readonly type: string;
  readonly identity: Identity;
  readonly settings: Settings;
  /** All of its arguments. */
  readonly values: Values;
}

/** Attributes that are not what their names say, by type and name. */
const ATTRIBUTES: Readonly<Record<string, (making: Making) => string>> = {
  "azurerm_cognitive_account.endpoint": ({ values }) =>
    `https://${textOf(values, "custom_subdomain_name") ?? textOf(values, "name")}.openai.azure.com/`,
  "azurerm_role_definition.role_definition_resource_id": ({ identity }) => identity.arm ?? identity.id,
  // The object's id is the last part of the path that azuread calls its id.
  "azuread_application.object_id": ({ identity }) => lastSegment(identity.id),
  "azuread_service_principal.object_id": ({ identity }) => lastSegment(identity.id),
};

/** What Azure's answers hold, by path. */
const ANSWERS: Readonly<Record<string, (making: Making) => string>> = {
  id: ({ identity }) => identity.id,
  "properties.scoringUri": ({ values }) =>
    `https://${textOf(values, "name")}.${textOf(values, "location")}.inference.ml.azure.com/score`,
};

/** Names of attributes that are GUIDs. */
const GUID = /(^|_)(principal|client|object|workspace|app|application|customer)_id$|guid|uuid/;

/** A plausible value of a computed attribute: always the same for the same resource. */
export function made(making: Making, { name, type }: Attribute): Value {
  if (name === "id") return making.identity.id;
  if (name === "output") return answer(making);
  if (name === "tenant_id") return making.settings.tenantId;
  const known = ATTRIBUTES[`${making.type}.${name}`];
  if (known !== undefined) return known(making);
  if (typeof type === "object" && "attributes" in type) return null;
  return type === "string" ? madeText(making, name) : emptyOf(type);
}

/** What is nowhere said says that it was made up: nobody should take it for what Azure would say. */
function madeText({ identity }: Making, name: string): string {
  return GUID.test(name) ? uuid("stand-in", identity.id, name) : `stand-in:${name}`;
}

function emptyOf(type: ValueType): Value {
  switch (type) {
    case "number":
      return 0;
    case "bool":
      return false;
    case "dynamic":
      return dynamic({});
    default:
      return typeof type !== "string" && type[0] !== "map" && type[0] !== "object" ? [] : {};
  }
}

/** What azapi keeps of Azure's answer: the values that `response_export_values` names. */
function answer(making: Making): Dynamic {
  const output: Values = {};
  for (const path of textsIn(making.values.response_export_values)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const inner = keys.reduce<Values>((part, key) => {
      const next = isValues(part[key]) ? part[key] : {};
      part[key] = next;
      return next;
    }, output);
    inner[last] = ANSWERS[path]?.(making) ?? `stand-in:${path}`;
  }
  return dynamic(output);
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
