import { EncryptionKey } from "../../lib/aws/encryption-key";
import { policy } from "../../lib/aws/iam/policy";
import { synthAws } from "../support/aws-stack";
import { onlyResource } from "../support/synth";

const key = (retiring: boolean) =>
  synthAws((stack) => {
    new EncryptionKey(stack, "key", { alias: "alias/mlp-dev--x", description: "x", policy: policy(), retiring });
  });

test("A key changes its material each year, and can be restored for as long as KMS allows.", () => {
  expect(onlyResource(key(false), "aws_kms_key")).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 30,
  });
});

test("KMS refuses a policy that nobody could change any more.", () => {
  expect(onlyResource(key(false), "aws_kms_key")).not.toHaveProperty("bypass_policy_lockout_safety_check");
});

test.each([
  [false, true],
  [true, false],
])("A key of a stack whose retirement is %s is kept from being destroyed: %s.", (retiring, prevented) => {
  expect(onlyResource(key(retiring), "aws_kms_key").lifecycle).toEqual({ prevent_destroy: prevented });
});

test("Its name stands on the key itself.", () => {
  const stack = key(false);
  const [id] = Object.keys(stack.resource.aws_kms_key ?? {});

  expect(onlyResource(stack, "aws_kms_alias").target_key_id).toBe(`\${aws_kms_key.${id}.key_id}`);
});
