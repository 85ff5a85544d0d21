import { type GrantedResource, type PrincipalKind, RIGHTS, type Role } from "../../../blueprint/roles";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import { perStack } from "../../per-stack";
import type { Stack } from "../../stack";
import { Roles } from "./roles-of";
import { scopeOf } from "./scopes";
import { usesOf } from "./uses";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Kinds of principals that no stack has an identity for: the files name them by their object ids. */
const PEOPLE = [
  "deployer",
  "scorer",
  "endpointReader",
  "workspaceReader",
  "jumpHostAdmin",
  "jumpHostUser",
  "dataScientist",
  "modelDeployer",
] as const satisfies readonly PrincipalKind[];

/** What is given on the workspace that tenants share: what an endpoint's identity needs, but nothing that writes. */
const ON_SHARED: readonly (readonly [role: Role, on: GrantedResource])[] = RIGHTS.endpointIdentity.grants
  .filter(({ role }) => role !== "Storage Blob Data Contributor")
  .map(({ role, on }) => [role, on]);

/** A role assignment, as its stack's JSON has it. */
export interface Assignment {
  readonly resource: Resource;
  /** The role; undefined for one that is none of the project's. */
  readonly role: Role | undefined;
  /** What it is assigned on; undefined for what nothing is assigned on here. */
  readonly on: GrantedResource | undefined;
  readonly scope: unknown;
  /** The id of the principal, as it stands. */
  readonly principal: unknown;
  /** What about it is no row of the table of rights. */
  readonly stranger: Omit<Violation, "resource"> | undefined;
}

/** The role assignments of a stack. */
export const assignmentsOf = perStack((stack): readonly Assignment[] => {
  const roles = new Roles(stack);
  const kinds = new Map(usesOf(stack).map(({ identity, kind }) => [identity, kind]));
  return stack.resources("azurerm_role_assignment").map((resource) => {
    const { scope, principal_id: principal } = resource.content;
    const role = roles.of(resource.content);
    const { kind: on, isShared = false } = scopeOf(stack, scope) ?? {};
    const read = { resource, role, on, scope, principal };
    return { ...read, stranger: strangerIn(read, principalKinds(stack, principal, kinds), isShared) };
  });
});

/** The kinds that a principal may be: an identity has one, a person any; none for what is no principal. */
function principalKinds(
  stack: Stack,
  principal: unknown,
  kinds: ReadonlyMap<Resource, PrincipalKind>,
): readonly PrincipalKind[] | undefined {
  if (typeof principal === "string" && GUID.test(principal)) return PEOPLE;
  const reference = referenceOf(principal);
  if (reference?.rest !== "") return undefined;
  if (reference.address.startsWith("azuread_service_principal.")) return ["modelDeployer"];
  if (!reference.address.startsWith("azurerm_user_assigned_identity.")) return undefined;
  const identity = stack.find(reference.address);
  const kind = identity && kinds.get(identity);
  // Nothing here runs with it: whatever does is not told by this stack.
  return kind === undefined ? (Object.keys(RIGHTS) as PrincipalKind[]) : [kind];
}

function strangerIn(
  { resource: { content }, role, on, scope, principal }: Omit<Assignment, "stranger">,
  kinds: readonly PrincipalKind[] | undefined,
  isShared: boolean,
): Omit<Violation, "resource"> | undefined {
  if (kinds === undefined) {
    const must = "must be an object id, or refer to an identity of this stack";
    return { argument: "principal_id", found: principal, must };
  }
  if (on === undefined) {
    const must = "must be a single resource of this stack, or of the workspace that holds its endpoints";
    return { argument: "scope", found: scope, must };
  }
  const rows = kinds.flatMap((kind) => RIGHTS[kind].grants);
  const isRow = rows.some((row) => row.role === role && row.on === on);
  const isAllowed = isRow && (!isShared || ON_SHARED.some(([allowed, target]) => allowed === role && target === on));
  if (isAllowed && !(isShared && kinds === PEOPLE)) return undefined;
  const { role_definition_id: found = content.role_definition_name } = content;
  const principals = kinds.length === 1 ? `of ${String(kinds[0])}` : "of anybody whom files name";
  const where = isShared ? `${on} that tenants share` : on;
  return {
    argument: "role_definition_id",
    found,
    must: `must be a right ${principals} on ${where}, by the table of rights`,
  };
}
