import {
  awsPlatform,
  awsTenant,
  type Content,
  PLATFORM_ACCOUNT,
  problemsOf,
  resolved,
  TENANT_ACCOUNT,
} from "../support/files";
import { resourcesOf, synthStack } from "../support/synth";

const ELSEWHERE = "111122223333";
const role = (name: string, account = PLATFORM_ACCOUNT, partition = "aws") =>
  `arn:${partition}:iam::${account}:role/${name}`;
const withPrincipals = (id: string, ...principals: string[]) => awsTenant(id, { aws: { principals } });
const withAccount = (id: string, aws: Content = {}) =>
  awsTenant(id, { aws: { isolation: "account", accountId: TENANT_ACCOUNT, ...aws } });

describe("A principal", () => {
  test.each([
    role("acme-sso", ELSEWHERE),
    role("acme-sso"),
    role("mlp"),
    role("mlp-development"),
    role("mlp-prod-acme--user"),
    role("aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Acme_0123456789abcdef"),
    role("mlp-dev-acme-sso", ELSEWHERE),
  ])("may be %s.", (arn) => {
    expect(problemsOf(awsPlatform(), [withPrincipals("acme", arn)])).toEqual([]);
  });

  test.each([
    ["a role of tenant globex, which would act as this tenant too", role("mlp-dev-globex--exec")],
    ["a role of tenant globex, which would act as this tenant too", role("mlp-dev/tenant/globex/mlp-dev-globex--user")],
    ["a role of tenant globex, which would act as this tenant too", role("mlp-dev/tenant/globex/other")],
    ["a role of tenant globex, which would act as this tenant too", role("MLP-dev-Globex--exec")],
    ["a role of tenant globex, which would act as this tenant too", role("mlp-dev-globex--exec", ELSEWHERE)],
    ["a role of the platform, which would act as this tenant too", role("mlp-dev/platform/mlp-dev--deploy")],
    ["a role of the platform, which would act as this tenant too", role("mlp-dev/other")],
    ["a role of this tenant itself", role("mlp-dev/tenant/acme/mlp-dev-acme--exec")],
  ])("is not %s: %s.", (what, arn) => {
    expect(problemsOf(awsPlatform(), [withPrincipals("acme", arn)])).toEqual([
      `aws.principals[0]: "${arn.slice(0, 60)}${arn.length > 60 ? "…" : ""}" is ${what}; use the role that people or a pipeline sign in to`,
    ]);
  });

  test.each([PLATFORM_ACCOUNT, TENANT_ACCOUNT])(
    "has no name like those of the platform's roles in account %s.",
    (account) => {
      const tenants = [withPrincipals("acme", role("mlp-dev-acme-sso", account)), withAccount("initech")];

      expect(problemsOf(awsPlatform(), tenants)).toEqual([
        `aws.principals[0]: "${role("mlp-dev-acme-sso", account)}" has a name like those of this platform's own roles, which begin with "mlp-dev-"; use the role that people or a pipeline sign in to`,
      ]);
    },
  );

  test("of another partition reaches nothing here.", () => {
    expect(problemsOf(awsPlatform(), [withPrincipals("acme", role("sso", ELSEWHERE, "aws-cn"))])).toEqual([
      `aws.principals[0]: "arn:aws-cn:iam::${ELSEWHERE}:role/sso" is in the partition aws-cn, and the platform in aws: no role reaches another partition; use a role of aws`,
    ]);
  });

  test("of two tenants is a warning in both files: whoever has it can act for both.", () => {
    const shared = role("data-team", ELSEWHERE);
    const { blueprint, problems } = resolved(awsPlatform(), [
      withPrincipals("acme", shared),
      withPrincipals("globex", role("globex", ELSEWHERE), shared),
      withPrincipals("initech", role("initech", ELSEWHERE)),
    ]);

    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "warning",
        file: expect.stringMatching(/acme\.yaml$/) as unknown,
        field: "aws.principals[0]",
        message: `"${shared}" is a principal of tenant globex too: whoever has it can act for each of them; use a role per tenant if they should be different people`,
      },
      {
        severity: "warning",
        file: expect.stringMatching(/globex\.yaml$/) as unknown,
        field: "aws.principals[1]",
        message: expect.stringContaining("is a principal of tenant acme too") as unknown,
      },
    ]);
  });

  test("of three tenants names the two others.", () => {
    const tenants = ["acme", "globex", "initech"].map((id) => withPrincipals(id, role("data-team")));

    expect(problemsOf(awsPlatform(), tenants)[0]).toContain("is a principal of tenant globex, tenant initech too");
  });
});

describe("The principals of a tenant", () => {
  // In Terraform's JSON and in IAM alike: 82 characters, with quotes and a comma.
  const arns = (count: number) =>
    Array.from({ length: count }, (_, index) => role(`sso-${String(index).padStart(44, "0")}`, ELSEWHERE));
  const FIT = 23;

  test("are as many as IAM takes in a trust policy.", () => {
    const tenants = [withPrincipals("acme", ...arns(FIT))];
    const roles = Object.values(resourcesOf(synthStack("tenant-acme", awsPlatform(), tenants), "aws_iam_role"));
    const longest = Math.max(...roles.map(({ assume_role_policy: trust }) => String(trust).length));

    expect(problemsOf(awsPlatform(), tenants)).toEqual([]);
    expect(longest).toBeGreaterThan(1900);
    expect(longest).toBeLessThanOrEqual(2048);
  });

  test("are refused when there is one too many.", () => {
    expect(problemsOf(awsPlatform(), [withPrincipals("acme", ...arns(FIT + 1))])).toEqual([
      `aws.principals: has 24 roles of ${24 * 82} characters together, and the trust policy of the user role has room for 1918; name fewer roles, which more people share`,
    ]);
  });
});

describe("A role that runs terraform", () => {
  const withDeployer = (arn: string) => awsPlatform({ aws: { deployers: [arn] } });

  test.each([role("terraform"), role("mlp-dev-terraform"), role("mlp-dev/platform/mlp-dev--deploy")])(
    "may be %s.",
    (arn) => {
      expect(problemsOf(withDeployer(arn))).toEqual([]);
    },
  );

  test.each([role("mlp-dev-acme--exec"), role("mlp-dev/tenant/acme/other")])(
    "is not %s, which is a tenant's.",
    (arn) => {
      expect(problemsOf(withDeployer(arn))).toEqual([
        `aws.deployers[0]: "${arn}" is a role of tenant acme, and whoever runs terraform changes every tenant's policies and boundary; use a role that is no tenant's`,
      ]);
    },
  );

  test("is in the platform's partition.", () => {
    expect(problemsOf(withDeployer(role("terraform", PLATFORM_ACCOUNT, "aws-us-gov")))).toEqual([
      expect.stringMatching(/^aws\.deployers\[0\]: .* is in the partition aws-us-gov, and the platform in aws/),
    ]);
  });

  test("is in the platform's account, or else a warning: it could not run it.", () => {
    const { blueprint, problems } = resolved(withDeployer(role("terraform", ELSEWHERE)));

    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "warning",
        field: "aws.deployers[0]",
        message: expect.stringContaining(
          `is in account ${ELSEWHERE}, and terraform runs in ${PLATFORM_ACCOUNT}`,
        ) as unknown,
      },
    ]);
  });
});

describe("The role that terraform takes in a tenant's account", () => {
  const problemsWith = (deployRole: string) => problemsOf(awsPlatform(), [withAccount("acme", { deployRole })]);

  test.each([role("terraform", TENANT_ACCOUNT), role("mlp-dev--deploy", TENANT_ACCOUNT)])("may be %s.", (arn) => {
    expect(problemsWith(arn)).toEqual([]);
  });

  test("is in that account.", () => {
    expect(problemsWith(role("terraform"))).toEqual([
      `aws.deployRole: "${role("terraform")}" is in account ${PLATFORM_ACCOUNT}; use a role of the tenant's own account, ${TENANT_ACCOUNT}`,
    ]);
  });

  test("is in the platform's partition.", () => {
    expect(problemsWith(role("terraform", TENANT_ACCOUNT, "aws-cn"))).toEqual([
      expect.stringMatching(/^aws\.deployRole: .* is in the partition aws-cn, and the platform in aws/),
    ]);
  });

  test("is one that workflows of GitHub may take, when nobody else runs terraform.", () => {
    const foundation = {
      addressSpace: "10.40.0.0/20",
      github: { repository: "acme/ml-platform", environment: "production" },
    };
    const problemsOfRole = (name: string, deployers: string[]) =>
      problemsOf(awsPlatform({ aws: { deployers, foundation } }), [
        withAccount("acme", { deployRole: role(name, TENANT_ACCOUNT) }),
      ]);

    expect(problemsOfRole("mlp-dev--deploy", [])).toEqual([]);
    expect(problemsOfRole("terraform", [role("terraform")])).toEqual([]);
    expect(problemsOfRole("terraform", [])).toEqual([
      `aws.deployRole: "${role("terraform", TENANT_ACCOUNT)}" is no role that the deploy role of foundation.github may take; use "${role("mlp-dev--deploy", TENANT_ACCOUNT)}", or name whoever runs terraform for this tenant in deployers of the platform's file`,
    ]);
  });

  test("is none that the tenant itself has.", () => {
    expect(problemsWith(role("mlp-dev-acme--user", TENANT_ACCOUNT))).toEqual([
      expect.stringMatching(/^aws\.deployRole: .* is a role of tenant acme, and whoever runs terraform changes/),
    ]);
  });
});
