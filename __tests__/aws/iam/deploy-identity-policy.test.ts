import { ACCOUNT, type Asked, BOUNDARY, may } from "../../support/iam/deploy-roles";
import type { ContextValue } from "../../support/iam/request";

describe("the deploy role", () => {
  test("attaches policies of tenants to roles of tenants, and nothing of AWS's or the platform's", () => {
    const attaches = (policy: string) =>
      may("deploy", "iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`, {
        known: { "iam:PolicyARN": [policy] },
      });

    expect(attaches(BOUNDARY.replace("boundary", "use"))).toBe(true);
    expect(attaches("arn:aws:iam::aws:policy/AdministratorAccess")).toBe(false);
    expect(attaches(`arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/mlp-dev--deploy-identity`)).toBe(false);
  });
});

describe("a role that the deploy role makes", () => {
  const makes = (boundary: ContextValue, name = "tenant/acme/mlp-dev-acme--exec", only?: Asked["only"]) =>
    may("deploy", "iam:CreateRole", `arn:aws:iam::${ACCOUNT}:role/mlp-dev/${name}`, {
      known: { "iam:PermissionsBoundary": boundary },
      ...(only === undefined ? {} : { only }),
    });

  test("is under a boundary of a tenant, or under one that denies everything", () => {
    expect(makes([BOUNDARY])).toBe(true);
    expect(makes(["arn:aws:iam::aws:policy/AWSDenyAll"])).toBe(true);
  });

  test.each([
    ["without a boundary", "absent" as const],
    ["under a policy of AWS", ["arn:aws:iam::aws:policy/AdministratorAccess"] as const],
    [
      "under a policy of the platform",
      [`arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/mlp-dev--deploy-boundary`] as const,
    ],
    ["under a policy of another platform", [BOUNDARY.replace("mlp-dev/", "mlp-prod/")] as const],
  ])("is not made %s, neither by its policies nor by any others under its boundary", (_, boundary) => {
    expect(makes(boundary, undefined, "policies")).toBe(false);
    expect(makes(boundary, undefined, "boundary")).toBe(false);
  });

  test.each(["platform/mlp-dev--admin", "admin"])("is not made as %s", (name) => {
    expect(makes([BOUNDARY], name)).toBe(false);
  });

  test("never loses its boundary, and has no policy written into it", () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`;

    expect(may("deploy", "iam:DeleteRolePermissionsBoundary", role)).toBe(false);
    expect(may("deploy", "iam:PutRolePolicy", role)).toBe(false);
    expect(may("deploy", "iam:PutRolePermissionsBoundary", role, { known: { "iam:PermissionsBoundary": ["x"] } })).toBe(
      false,
    );
  });

  test.each([
    ["exec", "sagemaker.amazonaws.com", true],
    ["domain", "sagemaker.amazonaws.com", true],
    ["user", "sagemaker.amazonaws.com", false],
    ["exec", "ec2.amazonaws.com", false],
    ["exec", "lambda.amazonaws.com", false],
  ])("as %s is passed to %s: %s", (what, service, allowed) => {
    const role = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--${what}`;

    expect(may("deploy", "iam:PassRole", role, { known: { "iam:PassedToService": [service] } })).toBe(allowed);
  });
});

test("The deploy role takes the role that terraform has in an account of a tenant's own; the plan role takes none.", () => {
  const role = "arn:aws:iam::210987654321:role/mlp-dev--deploy";

  expect(may("deploy", "sts:AssumeRole", role)).toBe(true);
  expect(may("plan", "sts:AssumeRole", role)).toBe(false);
});
