import { PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { tenantOf } from "./configs";

const blue = { name: "blue", model: "churn:3", instanceType: "Standard_DS3_v2" };
const endpoints = (changes: object) => [{ name: "churn", deployments: [{ ...blue, ...changes }] }];
const own = { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } };

/** The only deployment of a dedicated tenant. */
function deploymentWith(changes: object) {
  return tenantOf(tenant("acme", { azure: { endpoints: endpoints(changes) } })).endpoints[0]?.deployments[0];
}

describe("an asset", () => {
  const dedicated = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev-acme--rg/providers/Microsoft.MachineLearningServices/workspaces/mlp--acme--ws`;
  const shared = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--ml-rg/providers/Microsoft.MachineLearningServices/workspaces/mlp-dev--ws`;

  test("with a name and a version is one of the tenant's own workspace", () => {
    const code = { asset: "scoring:2", scoringScript: "score.py" };

    expect(deploymentWith({ environment: "sklearn:12", code })).toMatchObject({
      model: `${dedicated}/models/churn/versions/3`,
      environment: `${dedicated}/environments/sklearn/versions/12`,
      code: { id: `${dedicated}/codes/scoring/versions/2`, scoringScript: "score.py" },
    });
  });

  test("of a shared tenant is one of the shared workspace, also when the tenant has a subscription of its own", () => {
    const azure = { subscriptionId: TENANT_SUBSCRIPTION, endpoints: endpoints({}) };
    const { endpoints: made } = tenantOf(sharedTenant("globex", { azure }), own);

    expect(made[0]?.deployments[0]?.model).toBe(`${shared}/models/churn/versions/3`);
  });

  test("of a registry keeps its id", () => {
    const model = "azureml://registries/azureml/models/Phi-4/versions/7";

    expect(deploymentWith({ model })?.model).toBe(model);
  });
});

describe("the number of instances", () => {
  test("is two by default, so that one may fail", () => {
    expect(deploymentWith({})?.instances).toBe(2);
  });

  test("is that of the file", () => {
    expect(deploymentWith({ instances: 1 })?.instances).toBe(1);
  });

  test("is the fewest when the deployment scales", () => {
    expect(deploymentWith({ scaling: { min: 3, max: 9 } })?.instances).toBe(3);
  });
});

test("Autoscale settings of an endpoint a and a deployment b-c, and of a-b and c, have names of their own.", () => {
  const scaled = (name: string) => ({ ...blue, name, scaling: { max: 4 } });
  const azure = {
    endpoints: [
      { name: "aaa", deployments: [scaled("bbb-ccc")] },
      { name: "aaa-bbb", deployments: [scaled("ccc")] },
    ],
  };
  const names = tenantOf(tenant("acme", { azure })).endpoints.flatMap(({ deployments }) =>
    deployments.map(({ scaling }) => scaling?.name),
  );

  expect(new Set(names).size).toBe(2);
});
