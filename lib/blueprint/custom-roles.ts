import type { AzurePlatform } from "../config/platform";
import { uuid } from "./hash";
import { roleName } from "./names";
import { roleDefinitionId, subscriptionScope } from "./resource-ids";
import { BUILT_IN_ROLES, type BuiltInRole, type Role } from "./roles";

/** What a custom role is for, and exactly what it may do. */
interface CustomRoleDefinition {
  /** Its name in addresses, which must never change. */
  readonly key: string;
  /** What it is for, for people. */
  readonly description: string;
  /** Actions of the control plane, each in full: no wildcards. */
  readonly actions: readonly string[];
}

const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
const ENDPOINTS = `${WORKSPACES}/onlineEndpoints`;

const READ_ENDPOINTS = [
  `${WORKSPACES}/read`,
  `${ENDPOINTS}/read`,
  `${ENDPOINTS}/deployments/read`,
  `${ENDPOINTS}/deployments/getLogs/action`,
] as const;

/**
 * The custom roles, by name. They live in the hub's stack. Scoring is an action of the control plane, not a data action.
 * No role has listKeys, regenerateKeys or token: they would score without the scorer role.
 * Source of the actions: Learn, "Azure permissions for AI + machine learning"; of what an operation needs: Learn,
 * "Authentication for managed online endpoints" and "Manage access to Azure Machine Learning workspaces".
 */
export const CUSTOM_ROLES = {
  "AML Endpoint Scorer": {
    key: "scorer",
    description: "Calls an online endpoint with an Entra token, and nothing else. Assigned at the endpoint's own id.",
    // Not onlineEndpoints/*/action, as in Microsoft's sample: that includes listKeys, regenerateKeys and token.
    actions: [`${ENDPOINTS}/score/action`],
  },
  "AML Endpoint Reader": {
    key: "reader",
    description: "Reads online endpoints, their deployments and the deployments' logs, and changes nothing.",
    actions: READ_ENDPOINTS,
  },
  "AML Endpoint Deployer": {
    key: "deployer",
    description:
      "Registers models and deploys them to online endpoints. Cannot call an endpoint, list its keys or delete it.",
    actions: [
      ...READ_ENDPOINTS,
      // Traffic is a property of the endpoint. Creating an endpoint is the same action; deleting one is not.
      `${ENDPOINTS}/write`,
      `${ENDPOINTS}/operationresults/read`,
      `${ENDPOINTS}/operationsstatus/read`,
      `${ENDPOINTS}/deployments/write`,
      `${ENDPOINTS}/deployments/delete`,
      `${ENDPOINTS}/deployments/operationresults/read`,
      `${ENDPOINTS}/deployments/operationsstatus/read`,
      // Clients ask for the default datastore, to which they upload with an Entra token: not listsecrets.
      `${WORKSPACES}/datastores/read`,
      ...["models", "environments", "codes"].flatMap((asset) => [
        `${WORKSPACES}/${asset}/read`,
        `${WORKSPACES}/${asset}/write`,
        `${WORKSPACES}/${asset}/versions/read`,
        `${WORKSPACES}/${asset}/versions/write`,
      ]),
    ],
  },
} as const satisfies Record<string, CustomRoleDefinition>;

/** A custom role of the platform. */
export type CustomRole = keyof typeof CUSTOM_ROLES;

/** A custom role, with its name and its id resolved. */
export interface CustomRoleBlueprint {
  /** Its name in addresses, as in scorer. */
  readonly key: string;
  /** Its GUID, known to all stacks. */
  readonly id: string;
  /** Its name in Azure, unique in the Entra tenant. */
  readonly name: string;
  /** What it is for, for people. */
  readonly description: string;
  /** What it may do. */
  readonly actions: readonly string[];
  /** The scope that it is defined in: the platform's subscription. */
  readonly scope: string;
  /** The subscriptions in which it can be assigned. */
  readonly assignableScopes: readonly string[];
}

/** The GUIDs of a platform's custom roles. */
export type CustomRoleIds = Readonly<Record<CustomRole, Pick<CustomRoleBlueprint, "id">>>;

/** Resolves the custom roles of a platform. */
export function customRoles({
  prefix,
  instance,
  azure: { subscriptionId, tenantSubscriptions },
}: AzurePlatform): Readonly<Record<CustomRole, CustomRoleBlueprint>> {
  const where = {
    scope: subscriptionScope(subscriptionId),
    assignableScopes: [...new Set([subscriptionId, ...tenantSubscriptions])].map(subscriptionScope),
  };
  const roles = Object.entries(CUSTOM_ROLES).map(([name, role]) => [
    name,
    {
      ...role,
      ...where,
      id: uuid(subscriptionId, prefix, instance, name),
      name: roleName(name, { prefix, instance }, subscriptionId),
    },
  ]);
  return Object.fromEntries(roles) as Record<CustomRole, CustomRoleBlueprint>;
}

/**
 * The id of a role, for an assignment in the given subscription.
 *
 * @param custom ids of the platform's custom roles; a custom role without them is a mistake of the caller, and throws
 */
export function roleIdIn(subscriptionId: string, role: Role, custom?: CustomRoleIds): string {
  const id = isBuiltIn(role) ? BUILT_IN_ROLES[role] : custom?.[role].id;
  if (id === undefined) throw new Error(`"${role}" is a custom role, and no ids of custom roles are given here`);
  return roleDefinitionId(subscriptionId, id);
}

function isBuiltIn(role: Role): role is BuiltInRole {
  return role in BUILT_IN_ROLES;
}
