import { platform, problemsOf, resolved, sharedTenant, tenant } from "../support/files";

const MODEL = "azure.endpoints[0].deployments[0].model";
const serving = (...models: string[]) => ({
  endpoints: [
    {
      name: "churn",
      deployments: models.map((model, index) => ({ name: `blue${index}`, model, instanceType: "Standard_DS3_v2" })),
      ...(models.length > 1 ? { traffic: { blue0: 100 } } : {}),
    },
  ],
});

test("A model of the shared workspace that two tenants deploy is a warning in both files, whatever the versions.", () => {
  const files = [
    sharedTenant("globex", { azure: serving("fraud:7") }),
    sharedTenant("umbrella", { azure: serving("fraud:8") }),
  ];
  expect(resolved(platform(), files).problems).toMatchObject([
    { severity: "warning", field: MODEL, message: expect.stringMatching(/^"fraud".*tenant umbrella too/) as string },
    { severity: "warning", field: MODEL, message: expect.stringMatching(/^"fraud".*tenant globex too/) as string },
  ]);
});

test.each([
  ["two tenants have models of different names", sharedTenant("umbrella", { azure: serving("churn:7") })],
  ["the other tenant is dedicated, and has models of its own", tenant("umbrella", { azure: serving("fraud:7") })],
])("Nothing is said where %s.", (_, other) => {
  expect(problemsOf(platform(), [sharedTenant("globex", { azure: serving("fraud:7") }), other])).toEqual([]);
});

test("Nothing is said of one tenant's two versions, nor of a model that a registry shares out.", () => {
  const registry = "azureml://registries/hub/models/fraud/versions/1";
  expect(
    problemsOf(platform(), [
      sharedTenant("globex", { azure: serving("fraud:7", "fraud:8") }),
      sharedTenant("umbrella", { azure: serving(registry) }),
      sharedTenant("initech", { azure: serving(registry) }),
    ]),
  ).toEqual([]);
});
