import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { awsPlatform } from "../../support/files";
import { verdict } from "../../support/iam/evaluator";
import type { Asker, ContextValue } from "../../support/iam/request";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const foundation = (changes: Parameters<typeof awsPlatform>[0] = {}) =>
  synthStack("aws-foundation", awsPlatform(changes));
const stack = foundation();

const policyAt = (json: StackJson, type: string, path: string) =>
  JSON.parse(String(resourcesByPath(json, type)[path]?.policy)) as PolicyDocument;

const BUCKET = String(resourcesByPath(stack, "aws_s3_bucket")["foundation/trail/bucket/bucket"]?.bucket);
const TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/mlp-dev-trail";
const CLOUDTRAIL = { service: "cloudtrail.amazonaws.com" };
const ADMIN = { roleArn: "arn:aws:iam::123456789012:role/admin" };
const everything: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
};

describe("the audit trail", () => {
  const trail = onlyResource(stack, "aws_cloudtrail");

  test("records every region and what is of none, and shows whether it was changed", () => {
    expect(trail).toMatchObject({
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
    });
  });

  test("has a name that CloudTrail takes: no two dashes in a row", () => {
    expect(trail.name).toBe("mlp-dev-trail");
  });

  test("is encrypted with a key of its own", () => {
    expect(trail.kms_key_id).toBe(`\${${addressOf(stack, "foundation/trail/key/key")}.arn}`);
  });

  test("records the use of objects in every tenant's bucket, and not what it writes itself", () => {
    const selectors = trail.advanced_event_selector as { field_selector: { field: string }[] }[];

    expect(selectors.map(({ field_selector: fields }) => fields.at(-1))).toEqual([
      { field: "eventCategory", equals: ["Management"] },
      {
        field: "resources.ARN",
        starts_with: ["arn:aws:s3:::mlp-dev-"],
        not_starts_with: [
          `arn:aws:s3:::${BUCKET}/`,
          expect.stringMatching(/^arn:aws:s3:::mlp-dev--access-logs-.{5}\/$/),
        ],
      },
    ]);
  });

  test("begins when its bucket and its role are ready", () => {
    const before = allBefore(stack, addressOf(stack, "foundation/trail/trail"));

    expect(before).toContain(addressOf(stack, "foundation/trail/bucket/policy"));
    expect(before).toContain(addressOf(stack, "foundation/trail/role/logs"));
  });

  test("is written to its log group by this trail only", () => {
    const role = resourcesByPath(stack, "aws_iam_role")["foundation/trail/role/role"];

    expect(JSON.parse(String(role?.assume_role_policy))).toMatchObject({
      Statement: [
        {
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" }, ArnLike: { "aws:SourceArn": TRAIL } },
        },
      ],
    });
  });
});

describe("the bucket of the trail", () => {
  const lets = (asker: Asker, action: string, known: Record<string, ContextValue> = {}, json = stack) =>
    verdict(
      { identity: [everything], resource: policyAt(json, "aws_s3_bucket_policy", "foundation/trail/bucket/policy") },
      {
        asker,
        action,
        resource: `arn:aws:s3:::${BUCKET}/AWSLogs/123456789012/CloudTrail/x`,
        context: {
          known: {
            "aws:securetransport": ["true"],
            "aws:principalisawsservice": [String("service" in asker)],
            ...known,
          },
          others: "absent",
        },
      },
    );

  test("is written to by the trail, and by no other trail", () => {
    const acl = { "s3:x-amz-acl": ["bucket-owner-full-control"] };

    expect(lets(CLOUDTRAIL, "s3:PutObject", { ...acl, "aws:sourcearn": [TRAIL] })).toBe(true);
    expect(lets(CLOUDTRAIL, "s3:PutObject", { ...acl, "aws:sourcearn": [`${TRAIL}-2`] })).toBe(false);
  });

  test.each(["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"])(
    "keeps what is in it from whoever may do everything: no %s",
    (action) => {
      expect(lets(ADMIN, action)).toBe(false);
    },
  );

  test("is read by whom IAM allows it", () => {
    expect(lets(ADMIN, "s3:GetObject")).toBe(true);
  });

  test("can be emptied when the stack is on its way out", () => {
    expect(lets(ADMIN, "s3:DeleteObject", {}, foundation({ lifecycle: "retiring" }))).toBe(true);
  });

  test("writes who read it to the bucket of access logs, once that one takes it", () => {
    const logging = addressOf(stack, "foundation/trail/bucket/access-logs");

    expect(allBefore(stack, logging)).toContain(addressOf(stack, "foundation/access-logs/policy"));
  });
});

describe("the key of the trail", () => {
  const lets = (asker: Asker, action: string, known: Record<string, ContextValue>) =>
    verdict(
      { identity: [everything], resource: policyAt(stack, "aws_kms_key", "foundation/trail/key/key") },
      { asker, action, resource: "*", context: { known, others: "absent" } },
    );
  const CONTEXT = "kms:encryptioncontext:aws:cloudtrail:arn";

  test("encrypts for the trail, and for no other trail", () => {
    const asks = (arn: string) =>
      lets(CLOUDTRAIL, "kms:GenerateDataKey", { "aws:sourcearn": [arn], [CONTEXT]: [TRAIL] });

    expect(asks(TRAIL)).toBe(true);
    expect(asks(`${TRAIL}-2`)).toBe(false);
  });

  test("decrypts the trail for whom IAM allows it, and nothing else", () => {
    expect(lets(ADMIN, "kms:Decrypt", { [CONTEXT]: [TRAIL] })).toBe(true);
    expect(lets(ADMIN, "kms:Decrypt", {})).toBe(false);
  });
});
