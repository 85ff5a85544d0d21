import { TenantRepository } from "../../../lib/aws/tenant/tenant-repository";
import { synthAws } from "../../support/aws-stack";
import { type Arguments, onlyResource } from "../../support/synth";

const ROLES = ["arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec"];
const stackOf = (retiring: boolean) =>
  synthAws(
    (scope) =>
      new TenantRepository(scope, "repository", {
        name: "mlp-dev/acme/images",
        keyArn: "arn:aws:kms:eu-central-1:123456789012:key/1",
        roleArns: ROLES,
        retiring,
      }),
  );

const stack = stackOf(false);

test("A tag always means the same image, and an image is scanned when it arrives.", () => {
  expect(onlyResource(stack, "aws_ecr_repository")).toMatchObject({
    image_tag_mutability: "IMMUTABLE",
    image_scanning_configuration: { scan_on_push: true },
  });
});

test("Images are encrypted with the tenant's key.", () => {
  expect(onlyResource(stack, "aws_ecr_repository")).toMatchObject({
    encryption_configuration: [{ encryption_type: "KMS", kms_key: "arn:aws:kms:eu-central-1:123456789012:key/1" }],
  });
});

test("Its policy denies everything to everybody but the given roles, and allows nothing by itself.", () => {
  const { policy } = onlyResource(stack, "aws_ecr_repository_policy");

  expect(JSON.parse(policy as string)).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "PrincipalsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "ecr:*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": ROLES } },
      },
    ],
  });
});

test("Images that have lost their tag do not stay for ever; those with a tag do.", () => {
  const { policy } = onlyResource(stack, "aws_ecr_lifecycle_policy");
  const { rules } = JSON.parse(policy as string) as { rules: Arguments[] };

  expect(rules).toMatchObject([
    { selection: { tagStatus: "untagged", countType: "sinceImagePushed" }, action: { type: "expire" } },
  ]);
});

test("It is protected against deletion until the tenant retires, and then goes with all its images.", () => {
  expect(onlyResource(stack, "aws_ecr_repository")).toMatchObject({ lifecycle: { prevent_destroy: true } });
  expect(onlyResource(stack, "aws_ecr_repository")).not.toHaveProperty("force_delete");
  expect(onlyResource(stackOf(true), "aws_ecr_repository")).toMatchObject({
    force_delete: true,
    lifecycle: { prevent_destroy: false },
  });
});
