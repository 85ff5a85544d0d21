import { lintStack } from "../../../../lib/rules/aws/iam/lint-stack";
import { CleanShapes, namesOf } from "../../../../lib/rules/aws/iam/shapes";
import { Stack } from "../../../../lib/rules/stack";

let shapes: CleanShapes;
beforeEach(() => {
  shapes = new CleanShapes();
});

const stackOf = (...statements: object[]) => ({
  resource: { aws_iam_policy: { a: { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) } } },
});
const models = (name: string, changes: object = {}) => ({
  Effect: "Allow",
  Action: "sagemaker:DescribeModel",
  Resource: `arn:aws:sagemaker:eu-central-1:123456789012:model/mlp-dev-${name}--*`,
  Condition: { StringEquals: { "aws:ResourceTag/tenant": name } },
  ...changes,
});
/** Lints the policy of a tenant, after those of others. */
const rulesOf = (name: string, stack: unknown) =>
  lintStack(new Stack(`tenant-${name}`, stack), { shapes }).map(({ rule }) => rule);
/** Whether the lint knows the policy of a tenant when it comes to it. */
const isKnown = (name: string, stack: ReturnType<typeof stackOf>): unknown => {
  const has = jest.spyOn(shapes, "has");
  rulesOf(name, stack);
  const last = has.mock.results.at(-1);
  has.mockRestore();
  return last?.value;
};

test("A policy that differs from a clean one by the tenant's name only is known.", () => {
  rulesOf("acme", stackOf(models("acme")));

  expect(isKnown("globex", stackOf(models("globex")))).toBe(true);
  expect(isKnown("globex", stackOf(models("acme")))).toBe(false);
});

test("The names of a stack are its tenant's and its buckets', and no references.", () => {
  const buckets = { a: { bucket: "mlp-dev-acme--data-x2yz3" }, b: { bucket: "${aws_thing.a.b}" } };

  expect(namesOf(new Stack("tenant-acme", { resource: { aws_s3_bucket: buckets } }))).toEqual([
    "mlp-dev-acme--data-x2yz3",
    "acme",
  ]);
  expect(namesOf(new Stack("aws-foundation", {}))).toEqual(["aws-foundation"]);
});

test.each([
  ["another action", models("globex", { Action: "sagemaker:DescribeModels" }), "aws-iam-unknown-action"],
  ["another resource", models("globex", { Resource: "*" }), "aws-iam-unscoped-resource"],
  [
    "another operator",
    models("globex", { Condition: { String: { "aws:ResourceTag/tenant": "globex" } } }),
    "aws-iam-unknown-operator",
  ],
])("A policy with %s is looked at.", (_, statement, rule) => {
  rulesOf("acme", stackOf(models("acme")));

  expect(rulesOf("globex", stackOf(statement))).toEqual([rule]);
});

test("A policy with findings is looked at again, for every tenant.", () => {
  const open = (name: string) => stackOf(models(name, { Resource: "*" }));

  expect([rulesOf("acme", open("acme")), rulesOf("globex", open("globex"))]).toEqual([
    ["aws-iam-unscoped-resource"],
    ["aws-iam-unscoped-resource"],
  ]);
});

test("Known policies are still measured: names have lengths.", () => {
  const long = (name: string) => stackOf(models(name, { Resource: Array<string>(200).fill(models(name).Resource) }));
  const longer = long("globex-and-friends");

  expect(rulesOf("a-1", stackOf(models("a-1")))).toEqual([]);
  expect(rulesOf("acme", long("acme"))).toEqual(["aws-iam-policy-size"]);
  expect(isKnown("globex-and-friends", longer)).toBe(true);
  expect(rulesOf("globex-and-friends", longer)).toEqual(["aws-iam-policy-size"]);
});

test.each(["s3", "sagemaker", "arn", "aws"])("A tenant named %s does not hide what its name means to IAM.", (name) => {
  const Condition = { StringEquals: { "aws:ResourceTag/tenant": name } };
  const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::x/y" };
  const { policy } = stackOf(models(name, { Condition }), read).resource.aws_iam_policy.a;
  const stack = (of: string) => ({ resource: { aws_iam_policy: { a: { policy: of } } } });

  expect(rulesOf(name, stack(policy))).toEqual([]);
  expect(isKnown("globex", stack(policy.replaceAll(name, "globex")))).toBe(false);
});
