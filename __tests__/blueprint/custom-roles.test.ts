import { CUSTOM_ROLES, type CustomRole, roleIdIn } from "../../lib/blueprint/custom-roles";
import { PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../support/files";
import { hubOf } from "./configs";

const NAMES = Object.keys(CUSTOM_ROLES) as CustomRole[];

test("The ids of custom roles must never change: a new one is a new role, and takes every assignment with it.", () => {
  const ids = Object.entries(hubOf().customRoles).map(([name, { id }]) => [name, id]);

  expect(Object.fromEntries(ids)).toEqual({
    "AML Endpoint Scorer": "e187a80c-053c-5071-a5d1-a86bea9092a2",
    "AML Endpoint Reader": "23ec545a-c6f4-5cd6-8877-db3192e54170",
    "AML Endpoint Deployer": "f84345cf-1c73-5cd1-8fe4-4d37603c4bb1",
  });
});

test.each(NAMES)("%s has another id in another platform, instance or subscription.", (name) => {
  const ids = [
    hubOf(),
    hubOf({ instance: "prod" }),
    hubOf({ prefix: "abc" }),
    hubOf({ azure: { subscriptionId: TENANT_SUBSCRIPTION } }),
  ].map(({ customRoles }) => customRoles[name].id);

  expect(new Set(ids).size).toBe(ids.length);
});

test.each(NAMES)("%s is defined in the platform's subscription, and can be assigned in those of tenants.", (name) => {
  const { customRoles } = hubOf({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } });

  expect(customRoles[name]).toMatchObject({
    scope: `/subscriptions/${PLATFORM_SUBSCRIPTION}`,
    assignableScopes: [`/subscriptions/${PLATFORM_SUBSCRIPTION}`, `/subscriptions/${TENANT_SUBSCRIPTION}`],
  });
});

test("A subscription is listed once, however often the file does.", () => {
  const { customRoles } = hubOf({
    azure: { tenantSubscriptions: [PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION, TENANT_SUBSCRIPTION] },
  });

  expect(customRoles["AML Endpoint Scorer"].assignableScopes).toHaveLength(2);
});

describe("the custom roles", () => {
  const prefix = "Microsoft.MachineLearningServices/workspaces/";
  const actionsOf = (role: keyof typeof CUSTOM_ROLES) =>
    CUSTOM_ROLES[role].actions.map((action) => action.slice(prefix.length)).sort();
  const all = Object.values(CUSTOM_ROLES).flatMap(({ actions }): readonly string[] => actions);

  test("the scorer has the one action that calls an endpoint", () => {
    expect(actionsOf("AML Endpoint Scorer")).toEqual(["onlineEndpoints/score/action"]);
  });

  test("the reader reads endpoints, deployments and their logs", () => {
    expect(actionsOf("AML Endpoint Reader")).toEqual([
      "onlineEndpoints/deployments/getLogs/action",
      "onlineEndpoints/deployments/read",
      "onlineEndpoints/read",
      "read",
    ]);
  });

  test("the deployer registers models, environments and code, and writes deployments and traffic", () => {
    expect(actionsOf("AML Endpoint Deployer")).toEqual([
      "codes/read",
      "codes/versions/read",
      "codes/versions/write",
      "codes/write",
      "datastores/read",
      "environments/read",
      "environments/versions/read",
      "environments/versions/write",
      "environments/write",
      "models/read",
      "models/versions/read",
      "models/versions/write",
      "models/write",
      "onlineEndpoints/deployments/delete",
      "onlineEndpoints/deployments/getLogs/action",
      "onlineEndpoints/deployments/operationresults/read",
      "onlineEndpoints/deployments/operationsstatus/read",
      "onlineEndpoints/deployments/read",
      "onlineEndpoints/deployments/write",
      "onlineEndpoints/operationresults/read",
      "onlineEndpoints/operationsstatus/read",
      "onlineEndpoints/read",
      "onlineEndpoints/write",
      "read",
    ]);
  });

  test("are of Azure Machine Learning alone, each action in full", () => {
    expect(all.filter((action) => action.includes("*") || !action.startsWith(prefix))).toEqual([]);
  });

  test("have no action twice", () => {
    const repeated = Object.values(CUSTOM_ROLES).filter(
      ({ actions }) => new Set<string>(actions).size < actions.length,
    );

    expect(repeated).toEqual([]);
  });

  test("read no key, token or secret, delete no endpoint, write no workspace and no role", () => {
    const forbidden =
      /listKeys|regenerateKeys|token|secrets?\b|onlineEndpoints\/delete|workspaces\/(write|delete)|Authorization/i;

    expect(all.filter((action) => forbidden.test(action))).toEqual([]);
  });

  test("let nobody but scorers score", () => {
    const scoring = Object.entries(CUSTOM_ROLES).filter(([, { actions }]) =>
      actions.some((action) => action.endsWith("/score/action")),
    );

    expect(scoring.map(([name]) => name)).toEqual(["AML Endpoint Scorer"]);
  });

  test("have keys of their own, which are in addresses", () => {
    expect(Object.values(CUSTOM_ROLES).map(({ key }) => key)).toEqual(["scorer", "reader", "deployer"]);
  });
});

describe("the id of a role for an assignment", () => {
  const definition = (guid: string) =>
    `/subscriptions/${TENANT_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

  test("is in the subscription that it is assigned in", () => {
    const { customRoles } = hubOf();

    expect(roleIdIn(TENANT_SUBSCRIPTION, "AML Endpoint Scorer", customRoles)).toBe(
      definition(customRoles["AML Endpoint Scorer"].id),
    );
  });

  test("that is built in is the same on every platform", () => {
    expect(roleIdIn(TENANT_SUBSCRIPTION, "Reader")).toBe(definition("acdd72a7-3385-48ef-bd42-f606fba81ae7"));
  });

  test("that is custom needs the ids of the platform's roles", () => {
    expect(() => roleIdIn(TENANT_SUBSCRIPTION, "AML Endpoint Scorer")).toThrow(
      '"AML Endpoint Scorer" is a custom role, and no ids of custom roles are given here',
    );
  });
});
