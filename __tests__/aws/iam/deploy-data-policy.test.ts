import { deployDataPolicy } from "../../../lib/aws/iam/deploy-data-policy";
import { deployBlueprint } from "../../support/deploy-blueprint";
import { may, TAGS, tagsAs } from "../../support/iam/deploy-roles";
import { wholeAwsPlatform } from "../../support/iam/whole-files";
import { synthStack } from "../../support/synth";
import { statementOf } from "../../support/tenant-scope";

test("The deploy role makes keys with a tenant's tags, and none without.", () => {
  const { tenant, ...platformTags } = TAGS;

  expect(may("deploy", "kms:CreateKey", "*", { known: tagsAs("aws:RequestTag", { tenant, ...platformTags }) })).toBe(
    true,
  );
  expect(may("deploy", "kms:CreateKey", "*", { known: tagsAs("aws:RequestTag", platformTags) })).toBe(false);
  expect(may("deploy", "kms:CreateKey", "*")).toBe(false);
});

test("A key that was just made is started without its tags, which KMS may not know yet.", () => {
  expect(statementOf(deployDataPolicy(deployBlueprint()), "StartKeys").Condition).toBeUndefined();
});

describe("states in S3", () => {
  const KEY = "arn:aws:kms:eu-central-1:123456789012:key/state";
  const stack = synthStack("aws-foundation", {
    ...wholeAwsPlatform(),
    backend: { s3: { bucket: "acme-tfstate", region: "eu-central-1", kmsKeyId: KEY } },
  });
  const state = (name: string) => `arn:aws:s3:::acme-tfstate/mlp/dev/${name}/terraform.tfstate`;

  test.each(["s3:GetObject", "s3:PutObject"])("of tenants are the deploy role's: %s", (action) => {
    expect(may("deploy", action, state("tenant-acme"), { stack })).toBe(true);
  });

  test("are encrypted with their own key by it, as S3 asks for it", () => {
    const via = (service: string) => ({ known: { "kms:ViaService": [`${service}.eu-central-1.amazonaws.com`] } });

    expect(may("deploy", "kms:GenerateDataKey", KEY, { stack, ...via("s3") })).toBe(true);
    expect(may("deploy", "kms:GenerateDataKey", KEY, { stack, ...via("ssm") })).toBe(false);
    expect(may("deploy", "kms:GenerateDataKey", KEY, { stack })).toBe(false);
  });

  test("of the foundation are not", () => {
    expect(may("deploy", "s3:GetObject", state("aws-foundation"), { stack })).toBe(false);
  });
});
