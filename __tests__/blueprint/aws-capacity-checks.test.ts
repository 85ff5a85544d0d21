import { awsPlatform, awsTenant, type Content, PLATFORM_ACCOUNT, resolved, TENANT_ACCOUNT } from "../support/files";

/** Two zones of /26, each with 64 addresses of which 5 are AWS's and 10 those of endpoints: 98 are left. */
const SMALLEST: Content = { addressSpace: "10.40.0.0/24" };
const LEFT = 98;

const serving = (instances: number, max?: number) => ({
  name: `m${instances}`,
  image: `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/churn:1`,
  instanceType: "ml.m5.large",
  instances,
  ...(max === undefined ? {} : { scaling: { max } }),
});
const notebooks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `n${index}`, instanceType: "ml.t3.medium" }));
const users = (count: number) => ({ users: Array.from({ length: count }, (_, index) => `u${index}`) });

function problemsWith(tenants: Content[], foundation: Content = SMALLEST): { severity: string; message: string }[] {
  const { problems } = resolved(awsPlatform({ aws: { foundation } }), tenants);
  return problems.map(({ severity, message }) => ({ severity, message }));
}

test.each<[what: string, aws: Content]>([
  ["notebooks", { notebooks: notebooks(LEFT) }],
  ["instances of models", { serving: [serving(50), serving(LEFT - 50)] }],
  ["instances that a model grows to", { serving: [serving(2, LEFT)] }],
  ["people in Studio, and its file system in two zones", { studio: users(LEFT - 2) }],
])("As many %s as there are addresses are no problem.", (_, aws) => {
  expect(problemsWith([awsTenant("acme", { aws })])).toEqual([]);
});

test.each<[what: string, severity: string, aws: Content]>([
  ["notebooks", "error", { notebooks: notebooks(LEFT + 1) }],
  ["instances of models", "error", { serving: [serving(50), serving(LEFT - 49)] }],
  ["instances that a model grows to", "warning", { serving: [serving(2, LEFT), serving(1)] }],
  ["people in Studio, who need not all work at once,", "warning", { studio: users(LEFT - 1) }],
])("One of %s too many is told as %s.", (_, severity, aws) => {
  expect(problemsWith([awsTenant("acme", { aws })])).toMatchObject([{ severity }]);
});

test("The problem names the range, its addresses and the way out, in the platform's file.", () => {
  const { problems } = resolved(awsPlatform({ aws: { foundation: SMALLEST } }), [
    awsTenant("acme", { aws: { notebooks: notebooks(60) } }),
    awsTenant("globex", { aws: { notebooks: notebooks(60) } }),
  ]);

  expect(problems).toMatchObject([
    {
      field: "aws.foundation.addressSpace",
      message: `10.40.0.0/24 has 118 addresses in 2 zones (${PLATFORM_ACCOUNT}) for 140 that the files take; use a larger range or more zones, or give tenants an account of their own: the range cannot change later`,
    },
  ]);
});

test("More zones have more addresses.", () => {
  const tenants = [awsTenant("acme", { aws: { notebooks: notebooks(LEFT + 1) } })];
  const availabilityZones = ["a", "b", "c"].map((zone) => `eu-central-1${zone}`);

  expect(problemsWith(tenants, { ...SMALLEST, availabilityZones })).toEqual([]);
});

test("A tenant with an account of its own has a network of its own.", () => {
  const own = { isolation: "account", accountId: TENANT_ACCOUNT };
  const tenants = (count: number) => [
    awsTenant("acme", { aws: { notebooks: notebooks(60) } }),
    awsTenant("globex", { aws: { ...own, notebooks: notebooks(count) } }),
  ];

  expect(problemsWith(tenants(LEFT))).toEqual([]);
  expect(problemsWith(tenants(LEFT + 1))).toMatchObject([
    {
      severity: "error",
      message: expect.stringContaining(`(${TENANT_ACCOUNT}) for 119 that the files take`) as unknown,
    },
  ]);
});
