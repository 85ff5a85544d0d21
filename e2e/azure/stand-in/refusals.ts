import { BUILT_IN_ROLES } from "../../../lib/blueprint/roles";
import { type Cloud, isBelow, referencesOf, type Thing } from "./cloud";
import { isMadeAtTheEnd } from "./traffic";
import { textOf, textsIn } from "./values";

/** What is about to be done with a thing. */
export type Operation = "create" | "update" | "delete";

/** Something that Azure refuses, and that what the states say is enough to know. */
export interface Refusal {
  /** What is refused, for people. */
  readonly refused: string;
  /** What Azure or the provider says. */
  readonly says: string;
  readonly operations: readonly Operation[];
  /** Why it is refused for a thing; undefined when it is not. */
  readonly reason: (thing: Thing, cloud: Cloud) => string | undefined;
}

/** Every refusal. */
export const REFUSALS: readonly Refusal[] = [
  {
    refused: "creating what is there already, from whichever stack",
    says: "already exists: needs to be imported into the state",
    operations: ["create"],
    reason: ({ arm }, cloud) => (arm !== undefined && cloud.has(arm) ? `${arm} already exists` : undefined),
  },
  {
    refused: "an id in a resource group of the stacks, or of a role, that is not there (yet)",
    says: "ResourceNotFound, ParentResourceNotFound, RoleDefinitionDoesNotExist",
    operations: ["create", "update"],
    reason: (thing, cloud) => missing(referencesOf(thing), cloud),
  },
  {
    refused: "an action at the end of something that is gone already",
    says: "ResourceNotFound",
    operations: ["delete"],
    reason: (thing, cloud) =>
      isMadeAtTheEnd(thing) && thing.values.ignore_not_found !== true
        ? missing([textOf(thing.values, "resource_id") ?? ""], cloud)
        : undefined,
  },
  {
    refused: "deleting what a lock stands on, or on something above it",
    says: "ScopeLocked",
    operations: ["delete"],
    reason: ({ type, arm = "" }, cloud) => {
      if (type === LOCK) return undefined;
      const lock = cloud.all.find((each) => each.type === LOCK && isBelow(arm, textOf(each.values, "scope") ?? ""));
      return lock && `${arm} is locked by ${lock.id}`;
    },
  },
  {
    refused: "deleting something before what is in it or below it",
    says: "of resource groups: still contains Resources; of others Azure deletes what is below along, behind Terraform's back",
    operations: ["delete"],
    reason: ({ arm }, cloud) => {
      if (arm === undefined) return undefined;
      const inner = cloud.all.find((each) => each.arm !== undefined && each.arm !== arm && isBelow(each.arm, arm));
      return inner && `${arm} still has ${inner.arm}`;
    },
  },
  {
    refused: "deleting what something else uses",
    says: "InUseSubnetCannotBeDeleted, RoleDefinitionHasAssignments and the like",
    operations: ["delete"],
    reason: ({ type, arm = "" }, cloud) => {
      const users = USERS[type] ?? [];
      const user = cloud.all.find(
        (each) => users.includes(each.type) && referencesOf(each).some((id) => id.toLowerCase() === arm.toLowerCase()),
      );
      return user && `${arm} is in use by ${user.type} ${user.id}`;
    },
  },
  {
    refused: "deleting a deployment that an endpoint still sends requests to",
    says: 'Learn, "Perform safe rollout of new deployments": its traffic has to be 0 first',
    operations: ["delete"],
    reason: ({ arm = "" }, cloud) => {
      const [, endpoint = "", deployment = ""] =
        /^(.*\/onlineEndpoints\/[^/]+)\/deployments\/([^/]+)$/i.exec(arm) ?? [];
      const percent = cloud.trafficOf(endpoint, deployment);
      return percent > 0 ? `${arm} still gets ${percent} % of the traffic` : undefined;
    },
  },
];

const LOCK = "azurerm_management_lock";

/** What may not be deleted while something of another type uses it. */
const USERS: Readonly<Record<string, readonly string[]>> = {
  azurerm_nat_gateway: ["azurerm_subnet_nat_gateway_association"],
  azurerm_network_interface: ["azurerm_linux_virtual_machine"],
  azurerm_network_security_group: ["azurerm_subnet_network_security_group_association"],
  azurerm_public_ip: ["azurerm_bastion_host", "azurerm_nat_gateway_public_ip_association"],
  azurerm_role_definition: ["azurerm_role_assignment"],
  azurerm_subnet: ["azurerm_bastion_host", "azurerm_network_interface", "azurerm_private_endpoint"],
};

/** Why something is refused; undefined when it is not. */
export function refusalOf(operation: Operation, thing: Thing, cloud: Cloud): string | undefined {
  for (const { operations, reason } of REFUSALS) {
    const found = operations.includes(operation) ? reason(thing, cloud) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function missing(ids: readonly string[], cloud: Cloud): string | undefined {
  const id = ids.find((each) => {
    const [, scope = "", role] = ROLE.exec(each) ?? [];
    if (role !== undefined) return !BUILT_IN.has(role) && !isAssignable(role, scope, cloud);
    return cloud.owns(each) && !cloud.has(each.replace(INSIDE, ""));
  });
  return id && `${id} does not exist`;
}

const ROLE = /^(.*)\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;
const BUILT_IN: ReadonlySet<string> = new Set(Object.values(BUILT_IN_ROLES));

/** Whether a custom role is there: it can be read in each of the scopes that it may be assigned in. */
function isAssignable(role: string, scope: string, cloud: Cloud): boolean {
  return cloud.all.some(
    ({ type, values }) =>
      type === "azurerm_role_definition" &&
      textOf(values, "role_definition_id") === role &&
      textsIn(values.assignable_scopes).includes(scope),
  );
}

/** What Azure makes along with a resource, or people register in a workspace: taken to be there when the resource is. */
const INSIDE = /\/((blob|file|queue|table)Services\/default|(codes|environments|models)\/.+)$/i;
