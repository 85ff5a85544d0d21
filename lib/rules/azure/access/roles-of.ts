import { CUSTOM_ROLES } from "../../../blueprint/custom-roles";
import { uuid } from "../../../blueprint/hash";
import { BUILT_IN_ROLES, type Role } from "../../../blueprint/roles";
import { maps } from "../../blocks";
import type { Stack } from "../../stack";

const ROLE_ID = /^\/subscriptions\/([^/${}]+)\/providers\/Microsoft\.Authorization\/roleDefinitions\/([0-9a-f-]{36})$/i;
const BY_GUID: ReadonlyMap<string, Role> = new Map(
  Object.entries(BUILT_IN_ROLES).map(([name, guid]) => [guid, name as Role]),
);

/** The roles that a stack may assign, told by what assignments have for them. */
export class Roles {
  private readonly custom: ReadonlyMap<string, Role>;

  constructor(private readonly stack: Stack) {
    this.custom = new Map(customRoles(stack));
  }

  /** The role of an assignment; undefined for one that is none of the project's, or that nobody can tell. */
  of({ role_definition_id: id, role_definition_name: name }: Readonly<Record<string, unknown>>): Role | undefined {
    if (typeof name === "string") return name in BUILT_IN_ROLES ? (name as Role) : undefined;
    const definition = this.stack.target(id);
    if (definition?.type === "azurerm_role_definition") return customRole(definition.content.name);
    const guid = typeof id === "string" ? ROLE_ID.exec(id)?.[2]?.toLowerCase() : undefined;
    return guid === undefined ? undefined : (BY_GUID.get(guid) ?? this.custom.get(guid));
  }
}

/** The custom role whose name a definition's name holds, as in "mlp-dev AML Endpoint Scorer h2yqq". */
export function customRole(name: unknown): keyof typeof CUSTOM_ROLES | undefined {
  const roles = Object.keys(CUSTOM_ROLES) as (keyof typeof CUSTOM_ROLES)[];
  return roles.find((role) => typeof name === "string" && name.includes(role));
}

/** The GUIDs of the platform's custom roles, computed as the blueprint does: by subscription, prefix and instance. */
function* customRoles(stack: Stack): Iterable<[string, Role]> {
  for (const { content } of stack.resources("azurerm_role_definition")) {
    const role = customRole(content.name);
    if (role !== undefined) yield [String(content.role_definition_id).toLowerCase(), role];
  }
  for (const owner of new Set(stack.all.flatMap(({ content }) => maps(content.tags).map(ownerOf)))) {
    const [prefix = "", instance = ""] = owner.split("\n");
    for (const subscription of subscriptions(stack)) {
      for (const role of Object.keys(CUSTOM_ROLES)) yield [uuid(subscription, prefix, instance, role), role as Role];
    }
  }
}

function ownerOf({ platform, instance }: Readonly<Record<string, unknown>>): string {
  return `${String(platform)}\n${String(instance)}`;
}

function subscriptions(stack: Stack): ReadonlySet<string> {
  const providers = ["azurerm", "azapi"].flatMap((name) => stack.resources(`provider.${name}`));
  const own = providers.map(({ content }) => String(content.subscription_id).toLowerCase());
  return new Set([...own, ...subscriptionsOfRoles(stack)]);
}

/** The subscriptions in the ids of the roles that a stack assigns. */
export function subscriptionsOfRoles(stack: Stack): string[] {
  return stack
    .resources("azurerm_role_assignment")
    .flatMap(({ content }) => ROLE_ID.exec(String(content.role_definition_id))?.[1]?.toLowerCase() ?? []);
}
