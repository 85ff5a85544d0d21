import { deployment } from "../../lib/config/deployment";
import { findings } from "./findings";

const blue = { name: "blue", model: "churn:3", instanceType: "Standard_DS3_v2" };

test.each<[title: string, value: object]>([
  ["A model that brings the rest", blue],
  ["An image that has the model", { ...blue, model: undefined, environment: "server:1" }],
  [
    "Everything that there is",
    {
      ...blue,
      description: "The third try",
      environment: "sklearn:12",
      code: { asset: "scoring:3", scoringScript: "src/score.py" },
      instances: 50,
      requests: { maxConcurrentPerInstance: 8, timeoutSeconds: 180 },
      liveness: {
        initialDelaySeconds: 10,
        periodSeconds: 10,
        timeoutSeconds: 2,
        failureThreshold: 30,
        successThreshold: 1,
      },
      readiness: {},
      startup: { failureThreshold: 3 },
      environmentVariables: { LOG_LEVEL: "debug" },
      dataCollection: { collect: ["request", "response"], samplingPercent: 5 },
      modelMountPath: "/var/models",
    },
  ],
])("%s is accepted.", (_, value) => {
  expect(findings(deployment, value)).toEqual([]);
});

test.each<[title: string, changes: object, problem: string]>([
  ["neither a model nor an environment", { model: undefined }, "needs a model, an environment, or both"],
  ["a name of two characters", { name: "bl" }, 'name: "bl" has 2 characters; use 3 at least'],
  ["a name of 33 characters", { name: "b".repeat(33) }, "has 33 characters; use 32 at most"],
  ["no instance type", { instanceType: undefined }, "instanceType: "],
  [
    "an instance type without its prefix",
    { instanceType: "DS3_v2" },
    'instanceType: "DS3_v2" is not the name of a VM size',
  ],
  ["no instances", { instances: 0 }, "instances: "],
  ["51 instances", { instances: 51 }, "instances: "],
  ["instances beside scaling", { instances: 2, scaling: { max: 5 } }, "instances: cannot stand beside scaling"],
  ["a request of 181 seconds", { requests: { timeoutSeconds: 181 } }, "requests.timeoutSeconds: "],
  ["a probe with a text", { liveness: { periodSeconds: "10s" } }, "liveness.periodSeconds: "],
  ["a probe with a misspelt key", { readiness: { period: 10 } }, "readiness"],
  [
    "a scoring script outside of its code",
    { code: { asset: "s:1", scoringScript: "../a.py" } },
    "code.scoringScript: ",
  ],
  ["a scoring script in another language", { code: { asset: "s:1", scoringScript: "a.sh" } }, "code.scoringScript: "],
  [
    "code that is a model",
    { code: { asset: "azureml://registries/r/models/m/versions/1", scoringScript: "a.py" } },
    "code.asset: ",
  ],
  ["nothing to collect", { dataCollection: { collect: [] } }, "dataCollection.collect: is empty"],
  [
    "a collection twice",
    { dataCollection: { collect: ["request", "request"] } },
    "dataCollection.collect: names something twice",
  ],
  ["a collection of another name", { dataCollection: { collect: ["headers"] } }, "dataCollection.collect[0]: "],
  [
    "a sample of nothing",
    { dataCollection: { collect: ["request"], samplingPercent: 0 } },
    "dataCollection.samplingPercent: ",
  ],
  ["a mount path that is relative", { modelMountPath: "models" }, "modelMountPath: "],
  ["a secret", { environmentVariables: { API_KEY: "x" } }, "environmentVariables.API_KEY: has the name of a key"],
  ["its own way to the internet", { egressPublicNetworkAccess: "Enabled" }, "egressPublicNetworkAccess"],
])("A deployment with %s is refused.", (_, changes, problem) => {
  expect(findings(deployment, { ...blue, ...changes })).toEqual([expect.stringContaining(problem) as string]);
});

test("All of what is collected is kept unless the file says otherwise.", () => {
  expect(deployment.parse({ ...blue, dataCollection: { collect: ["request"] } }).dataCollection?.samplingPercent).toBe(
    100,
  );
});

test.each([null, "x", 5, [], {}, { name: null, scaling: null, instances: [] }])(
  "%j is refused without throwing.",
  (value) => {
    expect(findings(deployment, value).length).toBeGreaterThan(0);
  },
);
