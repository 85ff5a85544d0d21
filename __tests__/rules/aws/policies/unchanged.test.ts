import fc from "fast-check";
import { editPolicy, type EditedStatement, resourceOf, rulesFor, sampleStack } from "./edits";

const STACK = "tenant-acme";
const HARMLESS: readonly (readonly [string, string, string, (statements: EditedStatement[]) => void])[] = [
  ["statements in another order", "aws_iam_policy", "boundary", (statements) => statements.reverse()],
  ["another Sid", "aws_s3_bucket_policy", "bucket", ([first]) => Object.assign(first ?? {}, { Sid: "Renamed" })],
  [
    "a list for a single action",
    "aws_s3_bucket_policy",
    "bucket",
    ([first]) => Object.assign(first ?? {}, { Action: ["s3:PutObject"] }),
  ],
  [
    "one more Deny",
    "aws_kms_key",
    "key",
    (statements) =>
      statements.push({
        Sid: "More",
        Effect: "Deny",
        Principal: "*",
        Action: ["kms:ScheduleKeyDeletion"],
        Resource: "*",
      } as EditedStatement),
  ],
  ["one right less", "aws_iam_policy", "use", (statements) => statements.splice(0, 1)],
  [
    "a right on the tenant's own",
    "aws_iam_policy",
    "data",
    (statements) =>
      statements.push({
        Sid: "More",
        Effect: "Allow",
        Action: ["s3:GetObjectTagging"],
        Resource: "arn:aws:s3:::mlp-dev-acme--data-nqoal/*",
      } as unknown as EditedStatement),
  ],
];

test.each(HARMLESS)("Nothing is told of %s.", (_, type, id, edit) => {
  const changed = sampleStack(STACK);
  editPolicy(resourceOf(changed, type, id), edit);

  expect(rulesFor(STACK, changed)).toEqual([]);
});

test("No rule throws, whatever stands in a policy or in what is beside it.", () => {
  const texts = fc.constantFrom(
    "*",
    "s3:*",
    "sagemaker:CreateModel",
    "arn:aws:s3:::x/*",
    "${aws_x.y.arn}",
    "__proto__",
    "",
  );
  const leaf = fc.oneof(texts, fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const field = fc.oneof(leaf, fc.array(leaf), fc.dictionary(texts, fc.oneof(leaf, fc.dictionary(texts, leaf))));
  const fields = ["Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"];
  const statement = fc.record(Object.fromEntries(fields.map((name) => [name, field])), { requiredKeys: [] });
  const types = ["aws_iam_policy", "aws_kms_key", "aws_s3_bucket_policy", "aws_vpc_endpoint", "aws_sns_topic_policy"];
  const names = ["bucket", "name", "path", "permissions_boundary", "lifecycle"];
  const beside = fc.record(Object.fromEntries(names.map((name) => [name, field])), { requiredKeys: [] });
  fc.assert(
    fc.property(
      statement,
      fc.constantFrom("Allow", "Deny", undefined),
      fc.constantFrom(...types),
      beside,
      (of, Effect, type, other) => {
        const policy = JSON.stringify({
          Version: "2012-10-17",
          Statement: [Effect === undefined ? of : { ...of, Effect }],
        });
        const resource = {
          aws_iam_role: {
            a: other,
            b: {
              permissions_boundary: "${aws_iam_policy.c.arn}",
              path: "/mlp-dev/tenant/acme/",
              name: "mlp-dev-acme--x",
            },
          },
          aws_s3_bucket: { a: other },
          [type]: { c: { ...other, policy } },
        };
        rulesFor("tenant-acme", JSON.parse(JSON.stringify({ resource, provider: { aws: other } })));
      },
    ),
    { numRuns: 300 },
  );
});
