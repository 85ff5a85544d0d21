import { hubOf } from "../../blueprint/configs";
import { platform, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const SCORERS = "60000000-0000-4000-8000-000000000006";
const APP = "70000000-0000-4000-8000-000000000007";
const READERS = "80000000-0000-4000-8000-000000000008";
const azure = {
  access: { scorers: [{ group: SCORERS }, { servicePrincipal: APP }] },
  endpoints: [{ name: "churn", description: "Who leaves" }],
};
const network = { addressSpace: "10.20.9.0/24" };
const own = { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } };

const dedicated = (more: Record<string, unknown> = {}): StackJson =>
  synthStack("tenant-acme", platform(own), [tenant("acme", { azure: { ...azure, ...more } })]);
const shared = (more: Record<string, unknown> = {}): StackJson =>
  synthStack("tenant-globex", platform(own), [sharedTenant("globex", { azure: { ...azure, network, ...more } })]);

const endpointOf = (stack: StackJson) => resourcesByPath(stack, "azapi_resource")["endpoint-churn/endpoint"];

describe.each([
  ["dedicated", dedicated],
  ["shared", shared],
])("an online endpoint of a %s tenant", (_, synth) => {
  test("takes Entra tokens only, over the private network only, and has an identity of its own", () => {
    const stack = synth();
    const identity = addressOf(stack, "endpoint-churn/identity");
    expect(endpointOf(stack)).toMatchObject({
      type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01",
      identity: [{ type: "UserAssigned", identity_ids: [`\${${identity}.id}`] }],
      body: {
        kind: "Managed",
        properties: { authMode: "AADToken", publicNetworkAccess: "Disabled", description: "Who leaves" },
      },
    });
  });

  test("is replaced with its identity, which Azure cannot change", () => {
    const stack = synth();
    expect(endpointOf(stack)?.replace_triggers_external_values).toEqual([
      `\${${addressOf(stack, "endpoint-churn/identity")}.id}`,
    ]);
  });

  test("has no keys and no traffic in its body", () => {
    expect(JSON.stringify(endpointOf(synth()))).not.toMatch(/keys|traffic/i);
  });

  test("comes after its identity's three roles and the wait for them", () => {
    const stack = synth();
    const before = [...allBefore(stack, addressOf(stack, "endpoint-churn/endpoint"))];
    expect(before).toContain(addressOf(stack, "endpoint-churn/grants-known"));
    for (const grant of ["registry AcrPull", "storage Storage Blob Data Reader", "workspace AzureML Metrics Writer"]) {
      expect(before).toContain(addressOf(stack, `endpoint-churn/grants/${grant}`));
    }
  });

  test("can be called by the tenant's scorers, with a role at its own id", () => {
    const stack = synth();
    const endpoint = addressOf(stack, "endpoint-churn/endpoint");
    const scorers = Object.entries(resourcesByPath(stack, "azurerm_role_assignment"))
      .filter(([path]) => path.startsWith("endpoint-churn/scorer "))
      .map(([, assignment]) => assignment);
    expect(scorers).toHaveLength(2);
    for (const assignment of scorers) expect(assignment.scope).toBe(`\${${endpoint}.id}`);
    expect(scorers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ principal_id: SCORERS, principal_type: "Group" }),
        expect.objectContaining({ principal_id: APP, principal_type: "ServicePrincipal" }),
      ]),
    );
  });

  test("is told about in the outputs, with the principal marked as sensitive", () => {
    const { output } = synth();
    expect(Object.keys(output ?? {}).sort()).toEqual([
      "endpoint_ids",
      "endpoint_principal_ids",
      "endpoint_scoring_uris",
      "private_endpoint_id",
      "workspace_id",
      "workspace_name",
    ]);
    expect(output?.endpoint_principal_ids).toMatchObject({
      sensitive: true,
      value: { churn: expect.any(String) as string },
    });
    expect(output?.endpoint_scoring_uris?.value).toEqual({
      churn: expect.stringContaining(".output.properties.scoringUri}") as string,
    });
  });
});

describe("the readers of a shared tenant", () => {
  const stack = shared({ access: { readers: [{ group: READERS }] } });
  const readers = Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(
    ([, { principal_id }]) => principal_id === READERS,
  );

  test("get the reader role at each of the tenant's endpoints, and on nothing that other tenants share", () => {
    expect(readers).toEqual([
      [
        `endpoint-churn/reader ${READERS}`,
        {
          scope: `\${${addressOf(stack, "endpoint-churn/endpoint")}.id}`,
          role_definition_id: expect.stringContaining(hubOf().customRoles["AML Endpoint Reader"].id) as string,
          principal_id: READERS,
          principal_type: "Group",
        },
      ],
    ]);
  });
});
