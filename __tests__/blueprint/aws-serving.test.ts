import fc from "fast-check";
import { AWS_NAME_RULES, awsPrefix } from "../../lib/blueprint/aws-names";
import { configurationPrefix } from "../../lib/blueprint/aws-serving";
import { awsTenantOf } from "../support/aws-stack";
import type { Content } from "../support/files";
import { awsPrefixes, endpointNames, instances, tenantIds } from "./arbitraries";

const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images";
const CHURN = { name: "churn", image: `${IMAGE}:3`, instanceType: "ml.m5.large" };

function servingOf(changes: Content = {}, platform: Parameters<typeof awsTenantOf>[1] = {}, id = "acme") {
  const [serving] = awsTenantOf({ aws: { serving: [{ ...CHURN, ...changes }] } }, platform, id).serving;
  if (serving === undefined) throw new Error("the tenant serves nothing");
  return serving;
}

const modelOf = (...args: Parameters<typeof servingOf>) => servingOf(...args).model;

test("An endpoint, its log group and its URL have its name, which never changes.", () => {
  expect(servingOf()).toMatchObject({
    key: "churn",
    endpoint: "mlp-dev-acme--churn",
    logGroup: "/aws/sagemaker/Endpoints/mlp-dev-acme--churn",
    logRetentionDays: 365,
    invocationsUrl: "https://runtime.sagemaker.eu-central-1.amazonaws.com/endpoints/mlp-dev-acme--churn/invocations",
    variant: "main",
  });
});

describe("The version of a model", () => {
  test("ends its name.", () => {
    const { name, version } = modelOf();

    expect(name).toBe(`mlp-dev-acme--churn-${version}`);
  });

  test.each<[string, Content]>([
    ["image", { image: `${IMAGE}:4` }],
    ["archive", { modelData: "s3://models/churn" }],
    ["variable", { environment: { A: "b" } }],
  ])("is another one with another %s.", (_, changes) => {
    expect(modelOf(changes).version).not.toBe(modelOf().version);
  });

  test.each<[string, Content]>([
    ["zones", { availabilityZones: ["eu-central-1b", "eu-central-1c"] }],
    ["addresses", { addressSpace: "10.50.0.0/20" }],
  ])("is another one in a network of other %s, because a model cannot move.", (_, changes) => {
    const foundation = { addressSpace: "10.40.0.0/20", ...changes };

    expect(modelOf({}, { aws: { foundation } }).version).not.toBe(modelOf().version);
  });

  test("is the same when the variables are in another order, or the endpoint has other instances.", () => {
    const { version } = modelOf({ environment: { A: "1", B: "2" } });

    expect(modelOf({ environment: { B: "2", A: "1" } }).version).toBe(version);
    expect(modelOf({ environment: { A: "1", B: "2" }, instances: 4, instanceType: "ml.c5.large" }).version).toBe(
      version,
    );
  });

  test("tells apart variables that only look alike when they are put together.", () => {
    const versions = [{ A: "1,B=2" }, { A: "1", B: "2" }, { A: "1\nB", B: "" }].map(
      (environment) => modelOf({ environment }).version,
    );

    expect(new Set(versions).size).toBe(versions.length);
  });
});

test("Volumes have the tenant's key, but not where instances have disks of their own.", () => {
  expect(servingOf().volumeKey).toBe(true);
  expect(servingOf({ instanceType: "ml.g5.xlarge" }).volumeKey).toBe(false);
});

test("Requests are kept in a folder of the endpoint's own, or not at all.", () => {
  expect(servingOf().capture).toEqual({ percent: 10, folder: "capture/churn" });
  expect(servingOf({ capturePercent: 0 })).not.toHaveProperty("capture");
});

test("An endpoint scales from the number of its instances on, if the file says so.", () => {
  expect(servingOf({ instances: 3, scaling: { max: 9 } }).scaling).toEqual({
    policy: "mlp-dev-acme--churn-requests",
    instances: { min: 3, max: 9 },
    invocationsPerInstance: 600,
  });
  expect(servingOf()).not.toHaveProperty("scaling");
});

describe("The names of an endpoint's configurations", () => {
  const { max, pattern } = AWS_NAME_RULES.sagemaker;
  /** What Terraform puts behind a name prefix: a date and a counter. */
  const SUFFIX = "20261127013001160400000002";

  test("begin with the endpoint's name where there is room.", () => {
    expect(servingOf().configurationPrefix).toBe("mlp-dev-acme--churn-");
  });

  test("begin with all of the tenant's prefix, and fit when Terraform has added its part.", () => {
    fc.assert(
      fc.property(awsPrefixes, instances, tenantIds, endpointNames, (prefix, instance, tenant, name) => {
        const owner = { prefix, instance, tenant };
        const start = configurationPrefix(owner, name);

        expect(start.length).toBeLessThanOrEqual(37);
        expect(start.startsWith(awsPrefix(owner))).toBe(true);
        expect(start.length).toBeGreaterThan(awsPrefix(owner).length);
        expect(`${start}${SUFFIX}`).toMatch(pattern);
        expect(`${start}${SUFFIX}`.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

test("Every name of what serves a model fits, and begins with the tenant's prefix.", () => {
  fc.assert(
    fc.property(awsPrefixes, instances, tenantIds, endpointNames, (prefix, instance, tenant, name) => {
      const serving = servingOf({ name, scaling: { max: 4 } }, { prefix, instance }, tenant);
      const owned = awsPrefix({ prefix, instance, tenant });
      const names = [
        serving.endpoint,
        serving.model.name,
        serving.scaling?.policy ?? "",
        ...serving.alarms.map(({ name: alarm }) => alarm),
      ];

      expect(names.filter((each) => !each.startsWith(owned))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(serving.model.name.length).toBeLessThanOrEqual(AWS_NAME_RULES.sagemaker.max);
    }),
    { numRuns: 30 },
  );
});
