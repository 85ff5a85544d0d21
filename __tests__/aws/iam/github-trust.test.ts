import { awsPlatform, type Content } from "../../support/files";
import { ACCOUNT, type DeployRole, whole } from "../../support/iam/deploy-roles";
import { resourcesByPath, synthStack } from "../../support/synth";

describe("workflows of GitHub", () => {
  const trustOf = (role: DeployRole, stack = whole) =>
    JSON.parse(
      String(resourcesByPath(stack, "aws_iam_role")[`deploy-roles/${role}/role`]?.assume_role_policy),
    ) as unknown;
  const github = (changes: Content) =>
    synthStack(
      "aws-foundation",
      awsPlatform({
        aws: {
          foundation: {
            addressSpace: "10.40.0.0/20",
            github: { repository: "acme/ml", environment: "production", ...changes },
          },
        },
      }),
    );
  const trust = (principal: string, subject: string) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "GitHub",
        Effect: "Allow",
        Principal: { Federated: principal },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": subject,
          },
        },
      },
    ],
  });

  test("get the deploy role in one environment of one repository, and nowhere else", () => {
    const [id] = Object.keys(whole.resource.aws_iam_openid_connect_provider ?? {});

    expect(trustOf("deploy")).toEqual(
      trust(`\${aws_iam_openid_connect_provider.${id}.arn}`, "repo:acme/ml:environment:production"),
    );
  });

  test("get the plan role for pull requests of that repository, and nowhere else", () => {
    const [id] = Object.keys(whole.resource.aws_iam_openid_connect_provider ?? {});

    expect(trustOf("plan")).toEqual(
      trust(`\${aws_iam_openid_connect_provider.${id}.arn}`, "repo:acme/ml:pull_request"),
    );
  });

  test("come by the identity provider that the account has already, when the file says so", () => {
    const stack = github({ provider: "existing" });

    expect(stack.resource).not.toHaveProperty("aws_iam_openid_connect_provider");
    expect(trustOf("deploy", stack)).toEqual(
      trust(
        `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
        "repo:acme/ml:environment:production",
      ),
    );
  });
});
