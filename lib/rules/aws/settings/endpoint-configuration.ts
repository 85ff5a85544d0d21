import { hasLocalStorage } from "../../../blueprint/local-storage";
import { maps } from "../../blocks";
import { absent, atLeast, is, matching, present, refersTo } from "../../expectation";
import type { Selection } from "../../selection";
import { type Setting, settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const TYPE = "aws_sagemaker_endpoint_configuration";
const CREATE = "Amazon SageMaker API Reference: CreateEndpointConfig";
const CAPTURE = "Amazon SageMaker AI Developer Guide: Capture data from real-time endpoint";

/** Those with a volume that a key can encrypt: instances with disks of their own encrypt them themselves. */
const WITH_VOLUMES: Selection = {
  has: ({ content }) => {
    const types = maps(content.production_variants).map(({ instance_type: type }) => type);
    return types.length === 0 || !types.every((type) => typeof type === "string" && hasLocalStorage(type));
  },
  example: {},
};

/** What is said of variants, and of their shadows. */
function ofVariants(block: "production_variants" | "shadow_production_variants"): Setting[] {
  const name = block === "production_variants" ? "variant" : "shadow";
  const of = name === "variant" ? "variants" : "shadow variants";
  return [
    {
      id: `aws-endpoint-${name}-shell`,
      severity: "high",
      title: `Nobody opens a shell on the instances of ${of}.`,
      argument: `${block}?.enable_ssm_access`,
      must: is(false),
      mayBeAbsent: true,
      reason: "A shell on an instance sees each request, each answer and the role's credentials.",
      source: `${CREATE}, ProductionVariant, EnableSSMAccess`,
      controls: ["MCSB PA-7"],
    },
    {
      id: `aws-endpoint-${name}-model`,
      severity: "critical",
      title: `The models of ${of} are of their stack.`,
      argument: `${block}?.model_name`,
      must: refersTo(["aws_sagemaker_model"], "name"),
      reason: "A model runs with its own role: another tenant's model would answer with that tenant's rights.",
      source: `${CREATE}, ProductionVariant, ModelName`,
      controls: ["MCSB IM-7"],
    },
    {
      id: `aws-endpoint-${name}-core-dump-key`,
      severity: "medium",
      title: `Core dumps of ${of} are encrypted with a key of their stack.`,
      argument: `${block}?.core_dump_config?.kms_key_id`,
      must: OWN_KEY,
      reason: "A core dump holds requests and the model as they were in memory.",
      source: `${CREATE}, ProductionVariantCoreDumpConfig`,
      controls: ["MCSB DP-5"],
    },
  ];
}

/** Configurations of endpoints: the tenant's key, the tenant's model, and captured data in the tenant's bucket. */
export const ENDPOINT_CONFIGURATION = [
  ...settings(
    TYPE,
    [
      {
        id: "aws-endpoint-key",
        severity: "medium",
        title: "Volumes of endpoints are encrypted with a key of their stack.",
        argument: "kms_key_arn",
        must: OWN_KEY,
        reason: "With a key of AWS's nobody can take the tenant's model away by taking the key away.",
        source: `${CREATE}, KmsKeyId; CKV_AWS_98`,
        controls: ["MCSB DP-5"],
      },
    ],
    WITH_VOLUMES,
  ),
  ...settings(TYPE, [
    ...ofVariants("production_variants"),
    ...ofVariants("shadow_production_variants"),
    {
      id: "aws-endpoint-capture-enabled",
      severity: "medium",
      title: "Data capture that is set up is on.",
      argument: "data_capture_config?.enable_capture",
      must: is(true),
      reason: "Nobody would see that the model's answers get worse.",
      source: CAPTURE,
      controls: ["MCSB LT-3"],
    },
    {
      id: "aws-endpoint-capture-share",
      severity: "low",
      title: "Data capture keeps some of the requests.",
      argument: "data_capture_config?.initial_sampling_percentage",
      must: atLeast(1),
      reason: "Nobody would see that the model's answers get worse.",
      source: CAPTURE,
      controls: ["MCSB LT-3"],
    },
    {
      id: "aws-endpoint-capture-key",
      severity: "medium",
      title: "Captured data is encrypted with a key of its stack.",
      argument: "data_capture_config?.kms_key_id",
      must: OWN_KEY,
      reason: "Captured data is the tenant's requests and answers as they were.",
      source: `${CREATE}, DataCaptureConfig`,
      controls: ["MCSB DP-5"],
    },
    {
      id: "aws-endpoint-capture-destination",
      severity: "critical",
      title: "Captured data goes to a bucket of its stack.",
      argument: "data_capture_config?.destination_s3_uri",
      must: matching(
        /^s3:\/\/\$\{aws_s3_bucket\.[^{}]+\}(\/|$)/,
        "must be s3:// with a reference to an aws_s3_bucket",
        {
          right: "s3://${aws_s3_bucket.example.bucket}/capture",
          wrong: "s3://somewhere/capture",
        },
      ),
      reason: "Requests and answers of the tenant would be written to a bucket of somebody else.",
      source: `${CREATE}, DataCaptureConfig`,
      controls: ["MCSB DP-2"],
    },
    {
      id: "aws-endpoint-capture-both",
      severity: "low",
      title: "Requests and answers are captured.",
      argument: "data_capture_config?.capture_options",
      must: {
        must: 'must have "Input" and "Output" as capture_mode',
        holds: (options) => ["Input", "Output"].every((mode) => maps(options).some((one) => one.capture_mode === mode)),
        right: [{ capture_mode: "Input" }, { capture_mode: "Output" }],
        wrong: [{ capture_mode: "Input" }],
      },
      reason: "A request without its answer, or the other way round, does not show how good the model is.",
      source: CAPTURE,
      controls: ["MCSB LT-3"],
    },
    {
      id: "aws-endpoint-async-key",
      severity: "medium",
      title: "Answers of asynchronous endpoints are encrypted with a key of their stack.",
      argument: "async_inference_config?.output_config.kms_key_id",
      must: OWN_KEY,
      reason: "The answers are the tenant's data.",
      source: `${CREATE}, AsyncInferenceOutputConfig`,
      controls: ["MCSB DP-5"],
    },
    {
      id: "aws-endpoint-configuration-replaced",
      severity: "medium",
      title: "Another configuration is made before an endpoint leaves its old one.",
      argument: "lifecycle.create_before_destroy",
      must: is(true),
      reason: "Nothing of a configuration can change: Terraform would delete the one that the endpoint runs with.",
      source: "GitHub: hashicorp/terraform-provider-aws#21811; Amazon SageMaker API Reference: DeleteEndpointConfig",
      controls: ["MCSB PV-4"],
    },
    {
      id: "aws-endpoint-configuration-prefix",
      fix: "set name_prefix to the name of the endpoint, cut to 37 characters",
      severity: "medium",
      title: "Names of configurations have a prefix, which another one can have too.",
      argument: "name_prefix",
      must: present("mlp-dev-acme--churn-"),
      reason: "Policies know the tenant's configurations by it, and under a whole name no second one can be made.",
      source: "GitHub: hashicorp/terraform-provider-aws#40048; Amazon SageMaker API Reference: CreateEndpointConfig",
      controls: ["MCSB IM-7"],
    },
    {
      id: "aws-endpoint-configuration-name",
      severity: "medium",
      title: "Configurations have a prefix in place of a whole name.",
      argument: "name",
      must: absent("mlp-dev-acme--churn"),
      reason: "A second configuration cannot be made under the name of the first, which is still in use.",
      source: "GitHub: hashicorp/terraform-provider-aws#40048; Amazon SageMaker API Reference: CreateEndpointConfig",
      controls: ["MCSB PV-4"],
    },
  ]),
];
