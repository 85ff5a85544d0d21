import { awsTenantOf } from "../support/aws-stack";

const notebooksOf = (...notebooks: object[]) => awsTenantOf({ aws: { notebooks } }).notebooks;

test("A notebook has the name that IAM knows the tenant by, and a page in the console.", () => {
  expect(notebooksOf({ name: "research", instanceType: "ml.t3.medium" })).toEqual([
    {
      key: "research",
      name: "mlp-dev-acme--research",
      platform: "notebook-al2023-v1",
      instanceType: "ml.t3.medium",
      volumeGiB: 20,
      idleMinutes: 60,
      consoleUrl:
        "https://console.aws.amazon.com/sagemaker/home?region=eu-central-1#/notebook-instances/mlp-dev-acme--research",
    },
  ]);
});

test("A tenant without notebooks in its file has none.", () => {
  expect(notebooksOf()).toEqual([]);
});
