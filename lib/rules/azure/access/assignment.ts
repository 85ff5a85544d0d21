import { type GrantedResource, type PrincipalKind, RIGHTS, type Role } from "../../../blueprint/roles";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import { perStack } from "../../per-stack";
import { PLATFORM_STACKS } from "../../../blueprint/stack";
import type { Stack } from "../../stack";
import { Roles } from "./roles-of";
import { scopeOf } from "./scopes";
import { type Use, usesOf } from "./uses";

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

/**
 * Kinds of principals that work in a tenant's own workspace. In the stack of the workspace that tenants share they get
 * nothing: what they may do there they may do to every tenant's endpoints.
 */
const OF_DEDICATED = ["dataScientist", "modelDeployer", "workspaceReader", "computeIdentity"];

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
  const uses = usesOf(stack);
  return stack.resources("azurerm_role_assignment").map((resource) => {
    const { scope, principal_id: principal } = resource.content;
    const role = roles.of(resource.content);
    const { kind: on, isShared = false } = scopeOf(stack, scope) ?? {};
    const read = { resource, role, on, scope, principal };
    return { ...read, stranger: strangerIn(stack, read, principalKinds(principal, uses), isShared) };
  });
});

/** The kinds that a principal may be: an identity has those of its users, a person any; none for what is no principal. */
function principalKinds(principal: unknown, uses: readonly Use[]): readonly PrincipalKind[] | undefined {
  if (typeof principal === "string" && GUID.test(principal)) return PEOPLE;
  const reference = referenceOf(principal);
  if (reference?.rest !== "") return undefined;
  if (reference.address.startsWith("azuread_service_principal.")) return ["modelDeployer"];
  if (!reference.address.startsWith("azurerm_user_assigned_identity.")) return undefined;
  const own = uses.filter(({ identity }) => identity.address === reference.address).map(({ kind }) => kind);
  // Nothing here runs with it: whatever does is not told by this stack.
  return own.length === 0 ? (Object.keys(RIGHTS) as PrincipalKind[]) : [...new Set(own)];
}

function strangerIn(
  stack: Stack,
  { resource: { content }, role, on, scope, principal }: Omit<Assignment, "stranger">,
  kinds: readonly PrincipalKind[] | undefined,
  isShared: boolean,
): Omit<Violation, "resource"> | undefined {
  if (kinds === undefined) {
    const must = "must be an object id, or refer to an identity of this stack";
    return { argument: "principal_id", found: principal, must };
  }
  const argument = typeof content.role_definition_name === "string" ? "role_definition_name" : "role_definition_id";
  if (on === undefined && role === undefined) {
    return { argument, found: content[argument], must: "must be a role of the table of rights, on a single resource" };
  }
  if (on === undefined) {
    const must = "must be a single resource of this stack, or of the workspace that holds its endpoints";
    return { argument: "scope", found: scope, must };
  }
  const isSharedStack = stack.name === PLATFORM_STACKS.workspace;
  const rows = kinds
    .filter((kind) => !isSharedStack || !OF_DEDICATED.includes(kind))
    .flatMap((kind) => RIGHTS[kind].grants);
  const isRow = rows.some((row) => row.role === role && row.on === on);
  const isAllowed = isRow && (!isShared || ON_SHARED.some(([allowed, target]) => allowed === role && target === on));
  if (isAllowed && !(isShared && kinds === PEOPLE)) return undefined;
  const principals = kinds.length > 2 ? "of anybody whom files name" : `of ${kinds.join(" or ")}`;
  const where = isShared || isSharedStack ? `${on} that tenants share` : on;
  return {
    argument,
    found: content[argument],
    must: `must be a right ${principals} on ${where}, by the table of rights`,
  };
}
