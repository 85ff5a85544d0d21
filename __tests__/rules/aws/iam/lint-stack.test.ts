import { EXEMPTIONS } from "../../../../lib/rules/aws/iam/exemptions";
import { IAM_RULES } from "../../../../lib/rules/aws/iam/iam-rules";
import { lintStack } from "../../../../lib/rules/aws/iam/lint-stack";
import { checkStack } from "../../../../lib/rules/check-stack";
import { formatFinding } from "../../../../lib/rules/finding";
import { Stack } from "../../../../lib/rules/stack";

type Block = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const statement = (changes: object = {}) => ({
  Sid: "Models",
  Effect: "Allow",
  Action: "sagemaker:DescribeModel",
  Resource: "arn:aws:sagemaker:eu-central-1:123456789012:model/mlp-dev-acme--*",
  ...changes,
});
const policyText = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const OPEN = policyText(statement({ Resource: "*" }));
const BOUNDARY = { permissions_boundary: "${aws_iam_policy.boundary.arn}" };
const TRUST = policyText({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:role/x" }, Action: "sts:AssumeRole" });
const found = (resource: Block, data: Block = {}) =>
  lintStack(new Stack("example", { resource, data })).filter(({ rule }) => rule.startsWith("aws-iam-"));
const rules = (resource: Block, data: Block = {}) =>
  checkStack("example", { resource, data }, IAM_RULES).map(({ rule }) => rule.id);

describe("the policies of a stack", () => {
  test("are those of every argument that holds one", () => {
    const wrong = policyText(statement({ Action: "sagemaker:Nothing" }));
    const LIMITED = { permissions_boundary: "${aws_iam_policy.a.arn}" };
    const everywhere = {
      aws_iam_policy: { a: { policy: wrong } },
      aws_iam_role: { a: { assume_role_policy: wrong, inline_policy: [{ name: "x", policy: wrong }], ...LIMITED } },
      aws_iam_role_policy: { a: { policy: wrong } },
      aws_kms_key: { a: { policy: wrong } },
      aws_s3_bucket_policy: { a: { policy: wrong } },
      aws_ecr_repository_policy: { a: { policy: wrong } },
      aws_sns_topic: { a: { policy: wrong } },
      aws_sns_topic_policy: { a: { policy: wrong } },
      aws_vpc_endpoint: { a: { policy: wrong } },
      aws_cloudwatch_log_resource_policy: { a: { policy_document: wrong } },
    };

    const addresses = lintStack(new Stack("example", { resource: everywhere }));

    expect([...new Set(addresses.map(({ resource }) => resource.address))].sort()).toEqual(
      Object.keys(everywhere)
        .map((type) => `${type}.a`)
        .sort(),
    );
    expect(
      addresses.filter(({ resource }) => resource.address === "aws_iam_role.a").map(({ argument }) => argument),
    ).toEqual(expect.arrayContaining(["assume_role_policy", "inline_policy[0].policy"]));
  });

  test("are grants, unless a role has them as its boundary", () => {
    const role = { a: { assume_role_policy: TRUST, ...BOUNDARY } };

    expect(rules({ aws_iam_policy: { boundary: { policy: OPEN } } })).toEqual(["aws-iam-unscoped-resource"]);
    expect(rules({ aws_iam_policy: { boundary: { policy: OPEN } }, aws_iam_role: role })).toEqual([]);
  });

  test("are boundaries by their ARN as well, which a role of another stack may name", () => {
    const role = { a: { assume_role_policy: TRUST, permissions_boundary: "arn:aws:iam::1:policy/mlp/limit" } };
    const named = { b: { policy: OPEN, path: "/mlp/", name: "limit" } };

    expect(found({ aws_iam_policy: named, aws_iam_role: role })).toEqual([]);
  });

  test("are both when a boundary is attached to a role too", () => {
    const role = { a: { assume_role_policy: TRUST, ...BOUNDARY } };
    const attachment = { a: { role: "a", policy_arn: "${aws_iam_policy.boundary.arn}" } };

    expect(
      rules({
        aws_iam_policy: { boundary: { policy: OPEN } },
        aws_iam_role: role,
        aws_iam_role_policy_attachment: attachment,
      }),
    ).toEqual(["aws-iam-unscoped-resource"]);
  });

  test("must be JSON in the stack itself", () => {
    const policy = "${data.aws_iam_policy_document.a.json}";

    expect(found({ aws_iam_policy: { a: { policy } } })).toEqual([
      expect.objectContaining({ rule: "aws-iam-opaque-policy", value: policy }),
    ]);
  });

  test("must be there where a resource is there for its policy", () => {
    expect(rules({ aws_iam_policy: { a: {} } })).toEqual(["aws-iam-opaque-policy"]);
    expect(rules({ aws_iam_policy: { a: { policy: null } } })).toEqual(["aws-iam-opaque-policy"]);
    expect(rules({ aws_vpc_endpoint: { a: {} } })).toEqual([]);
  });

  test("are nobody's while a role lacks the boundary that one of them may be", () => {
    const policy = { limit: { policy: OPEN } };

    expect(rules({ aws_iam_policy: policy, aws_iam_role: { a: { assume_role_policy: TRUST } } })).toEqual([
      "aws-iam-role-boundary",
    ]);
  });

  test("must stand where the lint looks for them", () => {
    expect(found({ aws_new_thing: { a: { resource_policy: OPEN } } })).toEqual([
      expect.objectContaining({ rule: "aws-iam-stray-policy", argument: "resource_policy" }),
    ]);
  });

  test("may hold references of Terraform, also with quotes in them", () => {
    const policy = policyText(statement({ Resource: "REFERENCE" })).replace("REFERENCE", '${aws_thing.x["a"].arn}');

    expect(found({ aws_iam_policy: { a: { policy } } })).toEqual([]);
  });

  test("may hold variables of IAM, which are escaped for Terraform", () => {
    const tagged = (variable: string) => ({
      aws_iam_policy: {
        a: { policy: policyText(statement({ Resource: `arn:aws:s3:::${variable}`, Action: "s3:ListBucket" })) },
      },
    });

    expect(rules(tagged("$${aws:PrincipalTag/tenant}--x"))).toEqual([]);
    expect(rules(tagged("$${aws:PrincipalTag/tenant}*"))).toEqual(["aws-iam-variable-before-wildcard"]);
    expect(rules(tagged("${aws:PrincipalTag/tenant}--x"))).toEqual(["aws-iam-bare-variable"]);
  });
});

describe("the size of a policy", () => {
  const sizes = (reference: string, count: number, data: Block = {}) => {
    const policy = policyText(statement({ Resource: [...Array<string>(count).fill(reference), "${aws_x.y.z}"] }));
    const { value } =
      found({ aws_iam_policy: { a: { policy } } }, data).find(({ rule }) => rule === "aws-iam-policy-size") ?? {};
    return value === undefined ? undefined : Number(value.split(" ")[0]);
  };

  test("counts each reference as the longest text that it can stand for", () => {
    const lengthOf = (reference: string, data: Block = {}) =>
      (sizes(reference, 401, data) ?? 0) - (sizes(reference, 400, data) ?? 0) - '"",'.length;

    expect(lengthOf("${aws_kms_key.key.arn}")).toBe(87);
    expect(lengthOf("${aws_sagemaker_domain.studio.id}")).toBe(14);
    expect(lengthOf("${aws_security_group.compute.id}")).toBe(20);
    expect(lengthOf("${aws_thing.other.thing}")).toBe(90);
  });

  test("counts a parameter by what the foundation publishes under its name", () => {
    const data = { aws_ssm_parameter: { a: { name: "/mlp/dev/foundation/subnet-id/eu-central-1a" } } };
    const reference = "${data.aws_ssm_parameter.a.insecure_value}";

    expect((sizes(reference, 401, data) ?? 0) - (sizes(reference, 400, data) ?? 0)).toBe(24 + '"",'.length);
  });

  test("counts the dollar that Terraform takes away once", () => {
    const variable = "$${aws:username}";

    expect((sizes(variable, 401) ?? 0) - (sizes(variable, 400) ?? 0)).toBe(variable.length - 1 + '"",'.length);
  });
});

describe("a stack", () => {
  test.each([
    ["aws-iam-role-boundary", { aws_iam_role: { a: { assume_role_policy: TRUST } } }],
    ["aws-iam-user", { aws_iam_user: { a: {} } }],
    ["aws-iam-user", { aws_iam_access_key: { a: {} } }],
    ["aws-iam-user", { aws_iam_group_membership: { a: {} } }],
    [
      "aws-iam-managed-by-aws",
      { aws_iam_role_policy_attachment: { a: { policy_arn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" } } },
    ],
    [
      "aws-iam-managed-by-aws",
      { aws_iam_role_policy_attachments_exclusive: { a: { policy_arns: ["arn:aws-cn:iam::aws:policy/x"] } } },
    ],
    [
      "aws-iam-managed-by-aws",
      {
        aws_iam_role: {
          a: { assume_role_policy: TRUST, managed_policy_arns: ["arn:aws:iam::aws:policy/x"], ...BOUNDARY },
        },
      },
    ],
  ] as [string, Block][])("breaks %s", (rule, resource) => {
    const boundary = { policy: policyText({ Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" }) };

    expect(rules({ aws_iam_policy: { boundary }, ...resource })).toEqual([rule]);
  });

  test("has no policy that only Terraform knows", () => {
    expect(rules({}, { aws_iam_policy_document: { a: {} } })).toEqual(["aws-iam-policy-document"]);
  });

  test("may have a role whose boundary denies everything", () => {
    const deny = { assume_role_policy: TRUST, permissions_boundary: "arn:aws:iam::aws:policy/AWSDenyAll" };

    expect(rules({ aws_iam_role: { a: deny } })).toEqual([]);
  });

  test("without anything of AWS has no findings", () => {
    expect(rules({ azurerm_thing: { a: { policy: "x" } } })).toEqual([]);
    expect(rules({})).toEqual([]);
  });

  test("is told with the address, the statement, the value and the fix", () => {
    const stack = { resource: { aws_iam_policy: { open: { policy: OPEN } } } };

    expect(checkStack("tenant-acme", stack, IAM_RULES).map(formatFinding)).toEqual([
      expect.stringMatching(
        /^tenant-acme\/aws_iam_policy\.open policy Statement "Models" is "\*" but must name resources, .*; name .*$/,
      ),
    ]);
  });

  test("is told of a statement without a Sid by its place", () => {
    const stack = {
      resource: { aws_iam_policy: { open: { policy: policyText(statement({ Sid: "", Resource: "*" })) } } },
    };

    expect(checkStack("tenant-acme", stack, IAM_RULES).map(({ argument }) => argument)).toEqual(["policy statement 1"]);
  });
});

describe("an exemption", () => {
  const SSE = "s3:x-amz-server-side-encryption";
  const denied = (Sid: string, missing = `${SSE}-aws-kms-key-id`) => {
    const Condition = { Null: { [SSE]: "false", [missing]: "true" } };
    const statements = { Sid, Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*", Condition };
    return { a: { policy: policyText(statements) } };
  };
  const isTold = (resource: Block) => found(resource).some(({ rule }) => rule === "aws-iam-several-negated-keys");

  test("holds for its rule, its kind of resource and its values only, whatever the Sid is", () => {
    expect(isTold({ aws_s3_bucket_policy: denied("NotAwsKey") })).toBe(false);
    expect(isTold({ aws_s3_bucket_policy: denied("Other") })).toBe(false);
    expect(isTold({ aws_s3_bucket_policy: denied("NotAwsKey", "s3:x-amz-acl") })).toBe(true);
    expect(isTold({ aws_sns_topic_policy: denied("NotAwsKey") })).toBe(true);
  });

  test("has a reason", () => {
    expect(EXEMPTIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
