import { KEY_PURPOSE } from "../../../../lib/rules/aws/settings/key-purpose";
import { SECURITY_GROUP_PURPOSE } from "../../../../lib/rules/aws/settings/security-group-purpose";
import { found } from "./found";

const key = (id: string) => `\${aws_kms_key.${id}.arn}`;
const KEYS = { aws_kms_key: { tenant: {}, trail: {}, logs: {} } };

/** What is encrypted in the stack of a tenant with an account of its own. */
function encrypted({ notebook = "tenant", trail = "trail", trailBucket = "trail", group = "logs" } = {}) {
  const encryption = (id: string) => ({
    rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id: key(id) } }],
  });
  return {
    ...KEYS,
    aws_sagemaker_notebook_instance: { example: { kms_key_id: key(notebook) } },
    aws_ecr_repository: { example: { encryption_configuration: [{ kms_key: key("tenant") }] } },
    aws_sns_topic: { example: { kms_master_key_id: key("tenant") } },
    aws_cloudtrail: { example: { kms_key_id: key(trail), s3_bucket_name: "mlp-dev--trail-aaaaa" } },
    aws_s3_bucket: { trail: { bucket: "mlp-dev--trail-aaaaa" } },
    aws_s3_bucket_logging: { trail: { bucket: "mlp-dev--trail-aaaaa" } },
    aws_s3_bucket_server_side_encryption_configuration: {
      trail: { bucket: "mlp-dev--trail-aaaaa", ...encryption(trailBucket) },
    },
    aws_cloudwatch_log_group: {
      trail: { name: "/aws/cloudtrail/x", kms_key_id: key("logs") },
      studio: { name: "/aws/sagemaker/studio", kms_key_id: key(group) },
      endpoint: { name: "/aws/sagemaker/Endpoints/x", kms_key_id: key("tenant") },
    },
  };
}

test("A stack in which each key has one purpose is right.", () => {
  expect(found([KEY_PURPOSE], encrypted())).toEqual([]);
});

test.each([
  ["a notebook with the key of log groups", { notebook: "logs" }, "aws_sagemaker_notebook_instance.example kms_key_id"],
  ["a notebook with the key of the trail", { notebook: "trail" }, "aws_sagemaker_notebook_instance.example kms_key_id"],
  ["a trail with the tenant's key", { trail: "tenant" }, "aws_cloudtrail.example kms_key_id"],
  ["a log group with the tenant's key", { group: "tenant" }, "aws_cloudwatch_log_group.studio kms_key_id"],
  [
    "the trail's bucket with the tenant's key",
    { trailBucket: "tenant" },
    "aws_s3_bucket_server_side_encryption_configuration.trail rule.apply_server_side_encryption_by_default.kms_master_key_id",
  ],
])("The rule about keys tells of %s, and of nothing else.", (_, change, place) => {
  expect(found([KEY_PURPOSE], encrypted(change))).toEqual([`${place} aws-key-purpose`]);
});

test("Two keys that serve one purpose are told where there are fewer of one.", () => {
  const repositories = Object.fromEntries(
    ["a", "b", "c"].map((id) => [id, { encryption_configuration: [{ kms_key: key(id === "c" ? "logs" : "tenant") }] }]),
  );

  expect(found([KEY_PURPOSE], { ...KEYS, aws_ecr_repository: repositories })).toEqual([
    "aws_ecr_repository.c encryption_configuration.kms_key aws-key-purpose",
  ]);
});

test("A key that is no reference is left to other rules.", () => {
  expect(found([KEY_PURPOSE], { ...KEYS, aws_sns_topic: { example: { kms_master_key_id: "alias/aws/sns" } } })).toEqual(
    [],
  );
});

test("An endpoint in the tenant's security group is told, and not the tenant's compute.", () => {
  const group = (id: string) => [`\${aws_security_group.${id}.id}`];
  const stack = {
    aws_security_group: { compute: {}, endpoints: {} },
    aws_vpc_endpoint: {
      kms: { security_group_ids: group("endpoints") },
      sts: { security_group_ids: group("endpoints") },
      logs: { security_group_ids: group("compute") },
    },
    aws_sagemaker_notebook_instance: { example: { security_groups: group("compute") } },
  };

  expect(found([SECURITY_GROUP_PURPOSE], stack)).toEqual([
    "aws_vpc_endpoint.logs security_group_ids aws-security-group-purpose",
  ]);
});
