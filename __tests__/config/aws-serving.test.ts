import { serving } from "../../lib/config/aws-serving";
import type { Content } from "../support/files";
import { findings } from "./findings";

const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images";
const CHURN = { name: "churn", image: `${IMAGE}:3`, instanceType: "ml.m5.large" };
const findingsOf = (changes: Content) => findings(serving, { ...CHURN, ...changes });

test("An endpoint has two instances and keeps a tenth of its requests, unless the file says otherwise.", () => {
  expect(serving.parse(CHURN)).toEqual({ ...CHURN, environment: {}, instances: 2, capturePercent: 10 });
});

test("An image without a tag is refused: it is another one tomorrow.", () => {
  expect(findingsOf({ image: IMAGE })).toEqual([
    expect.stringContaining("is not an image of Amazon ECR with a tag or a digest"),
  ]);
});

test.each(["s3://acme-models/churn/3/model.tar.gz", "s3://b-1/m"])("The archive %s may be a model.", (modelData) => {
  expect(findingsOf({ modelData })).toEqual([]);
});

test.each([
  "s3://acme-models/churn/",
  "s3://acme-models",
  "https://acme-models.s3.amazonaws.com/m",
  "s3://acme-models/*",
])("%s is no single object in S3.", (modelData) => {
  expect(findingsOf({ modelData })).toEqual([expect.stringContaining("is not an object in S3")]);
});

test("An environment variable that looks like a secret is refused, and not printed.", () => {
  const found = findingsOf({ environment: { API_KEY: "s3cr3t" } });

  expect(found).toEqual([expect.stringContaining("environment.API_KEY: has the name of a key")]);
  expect(found.join()).not.toContain("s3cr3t");
});

test("A secret is refused with what to do on SageMaker, where no key vault helps.", () => {
  expect(findingsOf({ environment: { API_KEY: "x" } })).toEqual([
    expect.stringContaining("never secrets: a model on SageMaker has no network that it could use one on"),
  ]);
});

test("As many environment variables are accepted as SageMaker takes, and none more.", () => {
  const variables = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`V${index}`, "x"]));

  expect(findingsOf({ environment: variables(100) })).toEqual([]);
  expect(findingsOf({ environment: variables(101) })).toEqual(["environment: has 101 variables; SageMaker takes 100"]);
});

test("The value of an environment variable has 1024 bytes at most.", () => {
  expect(findingsOf({ environment: { A: "ü".repeat(512) } })).toEqual([]);
  expect(findingsOf({ environment: { A: "ü".repeat(513) } })).toEqual([
    expect.stringMatching(/^environment\.A: is longer than the 1024 bytes that SageMaker takes/),
  ]);
});

test("An instance type that saves up for bursts does not scale.", () => {
  expect(findingsOf({ instanceType: "ml.t2.medium" })).toEqual([]);
  expect(findingsOf({ instanceType: "ml.t2.medium", scaling: { max: 4 } })).toEqual([
    'instanceType: "ml.t2.medium" does not scale: SageMaker refuses it for instances that save up for bursts; use one such as "ml.m5.large", or remove scaling',
  ]);
  expect(findingsOf({ instanceType: "ml.trn1.2xlarge", scaling: { max: 4 } })).toEqual([]);
});

test.each([
  ["instances", 0],
  ["instances", 101],
  ["capturePercent", -1],
  ["capturePercent", 101],
  ["instanceType", "m5.large"],
])("%s %j is refused.", (field, value) => {
  expect(findingsOf({ [field]: value })).toHaveLength(1);
});

test("Fewer instances at most than at least are refused.", () => {
  expect(findingsOf({ instances: 3, scaling: { max: 2 } })).toEqual([
    "scaling.max: 2 is below instances, 3; use 3 or more",
  ]);
  expect(findingsOf({ instances: 3, scaling: { max: 3 } })).toEqual([]);
});
