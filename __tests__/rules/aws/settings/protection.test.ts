import { PROTECTION } from "../../../../lib/rules/aws/settings/protection";
import { found } from "./found";

const kept = { lifecycle: { prevent_destroy: true } };
const lifted = { lifecycle: { prevent_destroy: false } };

const stack = (key: object, bucket: object) => ({ aws_kms_key: { key }, aws_s3_bucket: { bucket } });

test.each([
  ["everything is kept", stack(kept, kept)],
  ["everything may go, with what is in it", stack(lifted, { ...lifted, force_destroy: true })],
  ["what is kept is so in blocks that are lists", stack({ lifecycle: [{ prevent_destroy: "true" }] }, kept)],
])("A stack where %s is right.", (_, resources) => {
  expect(found(PROTECTION, resources)).toEqual([]);
});

test.each([
  ["may go", lifted],
  ["says nothing", { lifecycle: {} }],
  ["leaves it to an expression", { lifecycle: { prevent_destroy: "${var.keep}" } }],
])("A bucket that %s beside a key that is kept is told.", (_, bucket) => {
  expect(found(PROTECTION, stack(kept, bucket))).toEqual([
    "aws_s3_bucket.bucket lifecycle.prevent_destroy aws-protection-destroy",
  ]);
});

test("A bucket without a lifecycle block beside a key that is kept is told.", () => {
  expect(found(PROTECTION, stack(kept, {}))).toEqual(["aws_s3_bucket.bucket lifecycle aws-protection-destroy"]);
});

test("A bucket that is kept and would be emptied is told.", () => {
  expect(found(PROTECTION, stack(kept, { ...kept, force_destroy: true }))).toEqual([
    "aws_s3_bucket.bucket force_destroy aws-protection-emptied",
  ]);
});
