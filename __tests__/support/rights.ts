import type { AzureBlueprint } from "../../lib/blueprint/azure";
import type { Principal } from "../../lib/blueprint/principal";
import {
  BUILT_IN_ROLES,
  type GrantedResource,
  GRANTED_RESOURCES,
  type PrincipalKind,
  RIGHTS,
  type Role,
} from "../../lib/blueprint/roles";
import type { AzureTenantBlueprint } from "../../lib/blueprint/azure-tenant";
import type { WorkspaceBlueprint } from "../../lib/blueprint/workspace";
import { type Arguments, pathOf, resourcesOf, type StackJson } from "./synth";

/** A synthesized stack, and what its files say. */
export interface StackOfFiles {
  readonly json: StackJson;
  readonly blueprint: AzureBlueprint;
  /** The tenant whose stack it is; undefined for a stack of the platform. */
  readonly tenant: AzureTenantBlueprint | undefined;
}

/** A row of the table of rights, as in "scorer: AML Endpoint Scorer on onlineEndpoint". */
export type Row = string;

/** Every row of the table of rights. */
export function rowsOfTable(): Row[] {
  return Object.entries(RIGHTS).flatMap(([kind, { grants }]) => grants.map(({ role, on }) => row(kind, role, on)));
}

/** The row that a role assignment of a stack should be. What it cannot make out is printed as it stands there. */
export function rowOf(stack: StackOfFiles, assignment: Arguments): Row {
  const { principal_id, role_definition_id, scope } = assignment;
  return row(
    principalKind(stack, String(principal_id)) ?? String(principal_id),
    roleName(stack, String(role_definition_id)) ?? String(role_definition_id),
    resourceKind(stack, String(scope)) ?? String(scope),
  );
}

/** The type that Azure must be told of an assignment's principal. */
export function typeOfPrincipal(stack: StackOfFiles, { principal_id }: Arguments): string | undefined {
  const named = Object.values(peopleOf(stack)).flat();
  return String(principal_id).startsWith("${")
    ? "ServicePrincipal"
    : named.find(({ objectId }) => objectId === principal_id)?.type;
}

function row(principal: string, role: string, on: string): Row {
  return `${principal}: ${role} on ${on}`;
}

function roleName({ blueprint }: StackOfFiles, definition: string): Role | undefined {
  const custom = Object.entries(blueprint.hub.customRoles).map(([name, { id }]) => [name, id]);
  const [name] = [...Object.entries(BUILT_IN_ROLES), ...custom].find(([, id]) => definition.endsWith(`/${id}`)) ?? [];
  return name as Role | undefined;
}

/** Identities by the type and the construct path of what an assignment refers to. */
const IDENTITIES: readonly (readonly [type: string, path: RegExp, kind: PrincipalKind])[] = [
  ["azurerm_user_assigned_identity", /^workspace\/identity$/, "workspaceIdentity"],
  ["azurerm_user_assigned_identity", /^endpoint-[^/]+\/identity$/, "endpointIdentity"],
  ["azurerm_user_assigned_identity", /^workspace\/image-build\/identity$/, "imageBuild"],
  ["azurerm_user_assigned_identity", /^compute\/identity$/, "computeIdentity"],
  ["azurerm_user_assigned_identity", /^flow-logs\/identity$/, "flowLogs"],
  ["azuread_service_principal", /^application\/service-principal$/, "modelDeployer"],
];

function principalKind(stack: StackOfFiles, id: string): PrincipalKind | undefined {
  const target = referred(stack, id);
  if (target !== undefined) {
    return IDENTITIES.find(([type, path]) => type === target.type && path.test(target.path))?.[2];
  }
  const [kind] = Object.entries(peopleOf(stack)).find(([, list]) => list.some(({ objectId }) => objectId === id)) ?? [];
  return kind as PrincipalKind | undefined;
}

/** Who is named in the files of a stack, by what the files say that they are. */
function peopleOf(stack: StackOfFiles): Partial<Record<PrincipalKind, readonly Principal[]>> {
  const { tenant } = stack;
  const workspace = workspaceOf(stack);
  const jumpHost = tenant === undefined ? stack.blueprint.hub.bastion?.jumpHost : undefined;
  return {
    jumpHostAdmin: jumpHost?.admins ?? [],
    jumpHostUser: jumpHost?.users ?? [],
    deployer: workspace?.deployers ?? [],
    dataScientist: workspace?.dataScientists ?? [],
    scorer: tenant?.scorers ?? [],
    modelDeployer: tenant?.modelDeployers ?? [],
    [tenant?.place.isolation === "shared" ? "endpointReader" : "workspaceReader"]: tenant?.readers ?? [],
  };
}

/** Resources of a workspace by the type and the construct path of what an assignment refers to. */
const RESOURCES: readonly (readonly [type: string, path: RegExp, kind: GrantedResource])[] = [
  ["azurerm_machine_learning_workspace", /^workspace\/workspace$/, "workspace"],
  ["azurerm_storage_account", /^workspace\/storage$/, "storage"],
  ["azurerm_storage_account", /^flow-logs\/storage$/, "flowLogStorage"],
  ["azurerm_linux_virtual_machine", /^jump-host\/machine$/, "machine"],
  ["azurerm_network_interface", /^jump-host\/network-interface$/, "networkInterface"],
  ["azurerm_bastion_host", /^bastion\/host$/, "bastion"],
  ["azurerm_key_vault", /^workspace\/key-vault$/, "keyVault"],
  ["azurerm_container_registry", /^workspace\/registry$/, "registry"],
  ["azurerm_application_insights", /^workspace\/insights\//, "insights"],
  ["azurerm_cognitive_account", /^workspace\/openai\/account$/, "openAi"],
  ["azurerm_private_endpoint", /^workspace\/private-endpoint-(blob|file)$/, "storageEndpoint"],
  ["azapi_resource", /^endpoint-[^/]+\/endpoint$/, "onlineEndpoint"],
];

function resourceKind(stack: StackOfFiles, id: string): GrantedResource | undefined {
  const target = referred(stack, id);
  if (target !== undefined) {
    return RESOURCES.find(([type, path]) => type === target.type && path.test(target.path))?.[2];
  }
  const { ids, approvalTargets = [] } = workspaceOf(stack) ?? {};
  if (approvalTargets.some(({ resourceId }) => resourceId === id)) return "outboundTarget";
  const [kind] = Object.entries(ids ?? {}).find(([, other]) => other === id) ?? [];
  return kind as keyof WorkspaceBlueprint["ids"] | undefined;
}

/** The workspace of a stack: a tenant's own, or the shared one. */
function workspaceOf({ blueprint, tenant }: StackOfFiles): WorkspaceBlueprint | undefined {
  return tenant?.place.workspace ?? blueprint.workspace?.workspace;
}

/** The type and the construct path of the resource that an id refers to; undefined for a literal. */
function referred({ json }: StackOfFiles, id: string): { type: string; path: string } | undefined {
  const [, type = "", name = ""] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(id) ?? [];
  return resourcesOf(json, type)[name] === undefined ? undefined : { type, path: pathOf(json, type, name) };
}

/** The table of rights as a table of Markdown. */
export function rightsTable(): string {
  const rows = Object.values(RIGHTS).flatMap(({ principal, grants }) =>
    grants.map(({ role, on, why }) => `| ${principal} | ${role} | ${GRANTED_RESOURCES[on]} | ${why} |`),
  );
  return ["| principal | role | on | why |", "|---|---|---|---|", ...rows].join("\n");
}
