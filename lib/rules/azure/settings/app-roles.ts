import { maps } from "../../blocks";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const APPLICATION = "azuread_application";
const ASSIGNMENT = "azuread_app_role_assignment";
const ID = "00000000-1111-2222-3333-444444444444";

/** Whether the roles of an application can be told apart. */
export const APP_ROLES_UNIQUE: Rule = {
  id: "azure-application-role-unique",
  severity: "medium",
  title: "No two roles of an application have one id.",
  reason: "A plan takes it, and Entra refuses it or gives whoever has one role the other.",
  source: "Learn: Add app roles to your application and receive them in the token",
  controls: ["MCSB PA-7"],
  fix: "give each role an id of its own",
  example: { wrong: application([ID, ID]), right: application([ID]) },
  check: (stack) =>
    stack.resources(APPLICATION).flatMap((resource) => {
      const ids = roleIds(resource);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      return twice === undefined
        ? []
        : [{ resource, argument: "app_role.id", found: twice, must: "must be the id of one role" }];
    }),
};

/** Whether an assignment gives a role that the application has. */
export const APP_ROLE_EXISTS: Rule = {
  id: "azure-app-role-assignment-role",
  severity: "medium",
  title: "Assignments of app roles name a role of the application.",
  reason: "Tokens would lack the role, and the one of only zeros would let in whoever asks for nothing.",
  source: "Learn: Grant an appRoleAssignment to a service principal",
  controls: ["MCSB PA-7"],
  fix: "set app_role_id to the id of one of the application's app_role blocks",
  example: { wrong: assignment("abc"), right: assignment(ID) },
  *check(stack) {
    const told = new Set<string>();
    for (const resource of stack.resources(ASSIGNMENT)) {
      const application = applicationOf(resource, stack);
      const { app_role_id: found } = resource.content;
      const key = `${application?.address ?? ""} ${String(found)}`;
      if (application === undefined || roleIds(application).includes(found) || told.has(key)) continue;
      // Whoever has the same role has lost it with the same change.
      told.add(key);
      yield { resource, argument: "app_role_id", found, must: `must be the id of a role of ${application.address}` };
    }
  },
};

function roleIds({ content }: Resource): unknown[] {
  return maps(content.app_role).map(({ id }) => id);
}

/** The application behind the service principal in which a role is assigned. */
function applicationOf({ content }: Resource, stack: Stack): Resource | undefined {
  const principal = stack.target(content.resource_object_id);
  const reference = principal && referenceOf(principal.content.client_id);
  const application = reference && stack.find(reference.address);
  // Ids that are no GUIDs are told by the rule about them.
  return application?.type === APPLICATION && roleIds(application).every(isGuid) ? application : undefined;
}

function isGuid(id: unknown): boolean {
  return typeof id === "string" && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id);
}

function application(ids: readonly string[]) {
  return { resource: { [APPLICATION]: { example: { app_role: ids.map((id) => ({ id })) } } } };
}

function assignment(role: string) {
  return {
    resource: {
      [APPLICATION]: { example: { app_role: [{ id: ID }] } },
      azuread_service_principal: { example: { client_id: `\${${APPLICATION}.example.client_id}` } },
      [ASSIGNMENT]: {
        example: { resource_object_id: "${azuread_service_principal.example.object_id}", app_role_id: role },
      },
    },
  };
}
