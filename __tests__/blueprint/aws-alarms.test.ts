import { endpointAlarms } from "../../lib/blueprint/aws-alarms";

const ACME = { prefix: "mlp", instance: "dev", tenant: "acme" };
const alarms = endpointAlarms("churn", ACME, { latencyMs: 2000, errorsPerMinute: 5 });

test("The latency of a model is in microseconds.", () => {
  expect(alarms).toContainEqual(expect.objectContaining({ metric: "ModelLatency", threshold: 2_000_000 }));
});

test("Errors are counted over all of the window.", () => {
  expect(alarms).toContainEqual(expect.objectContaining({ metric: "Invocation5XXErrors", threshold: 75 }));
});

test("No error at all may be allowed.", () => {
  const strict = endpointAlarms("churn", ACME, { latencyMs: 2000, errorsPerMinute: 0 });

  expect(strict).toContainEqual(expect.objectContaining({ metric: "Invocation5XXErrors", threshold: 0 }));
});

test("Alarms of endpoints whose names begin alike have different names.", () => {
  const names = ["churn", "churn-errors", "churn-latency"].flatMap((key) =>
    endpointAlarms(key, ACME, { latencyMs: 1, errorsPerMinute: 1 }).map(({ name }) => name),
  );

  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("mlp-dev-acme--churn-errors");
});
