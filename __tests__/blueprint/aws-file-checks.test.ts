import { awsPlatform, awsTenant, type Content, platform, problemsOf, resolved, tenant } from "../support/files";

test("A tenant on AWS is not called platform: that is the folder of the platform's own images.", () => {
  expect(problemsOf(awsPlatform(), [awsTenant("platform")])).toEqual([
    `tenant: "platform" is the folder of the platform's own images in ECR; use another id, also as the file's name`,
  ]);
  expect(problemsOf(platform(), [tenant("platform")])).toEqual([]);
});

test.each(["sg", "sthree", "amzn", "awsml", "ssm"])("A platform on AWS has not the prefix %s.", (prefix) => {
  expect(problemsOf(awsPlatform({ prefix }))).toEqual([
    `prefix: "${prefix}" begins names that AWS keeps for itself, of security groups, buckets or parameters; use another prefix, such as "mlp"`,
  ]);
  expect(problemsOf(platform({ prefix }))).toEqual([]);
});

test("A platform on AWS may have a prefix that only begins like a reserved one.", () => {
  expect(problemsOf(awsPlatform({ prefix: "sgx" }))).toEqual([]);
});

test("The tenant's owner among those who are told of its budget is a warning: it is told anyway.", () => {
  const notify = ["a@acme.example", "ML@acme.example"];
  const { blueprint, problems } = resolved(awsPlatform(), [
    awsTenant("acme", { owner: "ml@acme.example", aws: { budget: { monthlyUsd: 100, notify } } }),
  ]);

  expect(blueprint).toBeDefined();
  expect(problems).toMatchObject([
    {
      severity: "warning",
      field: "aws.budget.notify[1]",
      message: `"ML@acme.example" is the tenant's owner, who is told anyway; remove it`,
    },
  ]);
});

test.each([
  ["172.17.0.0/20", "172.17.0.0/16, which is reserved: Docker's bridge on SageMaker's instances"],
  ["169.254.0.0/16", "169.254.0.0/16, which is reserved: it is the link-local range"],
])("The network %s touches %s.", (addressSpace, reason) => {
  expect(problemsOf(awsPlatform({ aws: { foundation: { addressSpace } } }))).toEqual([
    expect.stringContaining(`aws.foundation.addressSpace: ${addressSpace} touches ${reason}`),
  ]);
});

test("What only Azure keeps for itself is free on AWS.", () => {
  expect(problemsOf(awsPlatform({ aws: { foundation: { addressSpace: "168.63.128.0/20" } } }))).toEqual([]);
});

test("The network on AWS may have the range of one on Azure, which nothing connects it with.", () => {
  const aws = awsPlatform({ aws: { foundation: { addressSpace: "10.20.0.0/22" } } }).aws;

  expect(problemsOf(platform({ azure: { hub: { addressSpace: "10.20.0.0/22" } }, aws }))).toEqual([]);
});

test("Nothing on AWS is checked against a platform's file that cannot be read, but what tenants have in common.", () => {
  const shared: Content = { aws: { principals: ["arn:aws:iam::111122223333:role/data-team"] } };

  expect(problemsOf(awsPlatform({ prefix: "MLP" }), [awsTenant("acme", shared), awsTenant("globex", shared)])).toEqual([
    expect.stringMatching(/^prefix: /),
    expect.stringMatching(/^aws\.principals\[0\]: .* is a principal of tenant globex too/),
    expect.stringMatching(/^aws\.principals\[0\]: .* is a principal of tenant acme too/),
  ]);
});
