import { DRIFT } from "../../../../lib/rules/aws/settings/drift";
import { ENDPOINT } from "../../../../lib/rules/aws/settings/endpoint";
import { ENDPOINT_CONFIGURATION } from "../../../../lib/rules/aws/settings/endpoint-configuration";
import { ENDPOINT_LOGS } from "../../../../lib/rules/aws/settings/endpoint-logs";
import { ENDPOINT_SCALING } from "../../../../lib/rules/aws/settings/endpoint-scaling";
import { MODEL } from "../../../../lib/rules/aws/settings/model";
import { MODEL_ORIGIN } from "../../../../lib/rules/aws/settings/model-origin";
import { found } from "./found";

const CONFIGURATION = "aws_sagemaker_endpoint_configuration";

describe("The key of an endpoint's volumes", () => {
  const key = ENDPOINT_CONFIGURATION.filter(({ id }) => id === "aws-endpoint-key");
  const configuration = (...types: unknown[]) => ({
    [CONFIGURATION]: { example: { production_variants: types.map((type) => ({ instance_type: type })) } },
  });

  test.each([["ml.g5.xlarge"], ["ml.g5.xlarge", "ml.m5d.large"]])("is not asked for with %s.", (...types) => {
    expect(found(key, configuration(...types))).toEqual([]);
  });

  test.each([[["ml.m5.large"]], [["ml.m5.large", "ml.g5.xlarge"]], [[]], [[undefined]], [["${var.type}"]]])(
    "is asked for with %j.",
    (types) => {
      expect(found(key, configuration(...types))).toEqual([`${CONFIGURATION}.example kms_key_arn aws-endpoint-key`]);
    },
  );
});

describe("An endpoint whose updates begin with one instance", () => {
  const rules = [...ENDPOINT, ...ENDPOINT_SCALING].filter(({ id }) =>
    /-(endpoint-instances|scaling-minimum)$/.test(id),
  );
  const serving = (instances: unknown, least: unknown = 2, type = "CANARY") => ({
    [CONFIGURATION]: { example: { production_variants: [{ initial_instance_count: instances }] } },
    aws_sagemaker_endpoint: {
      example: {
        endpoint_config_name: `\${${CONFIGURATION}.example.name}`,
        deployment_config: { blue_green_update_policy: { traffic_routing_configuration: { type } } },
      },
    },
    aws_appautoscaling_target: {
      example: { resource_id: "endpoint/${aws_sagemaker_endpoint.example.name}/variant/main", min_capacity: least },
    },
  });

  test.each([
    [2, 2],
    ["2", "3"],
    [10, 2],
  ])("may have %j instances, and %j at least.", (instances, least) => {
    expect(found(rules, serving(instances, least))).toEqual([]);
  });

  test.each([1, 0, undefined, "${var.count}"])("has not %j instances.", (instances) => {
    expect(found(rules, serving(instances))).toEqual([
      `${CONFIGURATION}.example production_variants.initial_instance_count aws-endpoint-instances`,
    ]);
  });

  test.each([1, 0, null])("is not scaled to %j instances.", (least) => {
    expect(found(rules, serving(2, least))).toEqual([
      "aws_appautoscaling_target.example min_capacity aws-scaling-minimum",
    ]);
  });

  test("may be one whose updates go all at once, with one instance.", () => {
    expect(found(rules, serving(1, 1, "ALL_AT_ONCE"))).toEqual([]);
  });
});

test("An endpoint whose check of rollbacks is about another configuration is told.", () => {
  const told = ENDPOINT.filter(({ id }) => id === "aws-endpoint-rollback-told");
  const endpoint = {
    endpoint_config_name: `\${${CONFIGURATION}.a.name}`,
    lifecycle: { postcondition: [{ condition: `\${self.endpoint_config_name == ${CONFIGURATION}.b.name}` }] },
  };

  expect(found(told, { aws_sagemaker_endpoint: { example: endpoint } })).toEqual([
    "aws_sagemaker_endpoint.example lifecycle.postcondition.condition aws-endpoint-rollback-told",
  ]);
});

test("An alarm about another endpoint takes no update back.", () => {
  const all = ENDPOINT.filter(({ id }) => id === "aws-endpoint-rollback-alarms");
  const stack = {
    aws_cloudwatch_metric_alarm: { a: { dimensions: { EndpointName: "a" } }, b: { dimensions: { EndpointName: "b" } } },
    aws_sagemaker_endpoint: {
      a: {
        name: "a",
        deployment_config: {
          auto_rollback_configuration: { alarms: [{ alarm_name: "${aws_cloudwatch_metric_alarm.a.alarm_name}" }] },
        },
      },
    },
  };

  expect(found(all, stack)).toEqual([]);
});

test("The log group of another endpoint is none of this one.", () => {
  const stack = {
    aws_sagemaker_endpoint: { example: { name: "a" } },
    aws_cloudwatch_log_group: { b: { name: "/aws/sagemaker/Endpoints/b" } },
  };

  expect(found(ENDPOINT_LOGS, stack)).toEqual(["aws_sagemaker_endpoint.example aws-endpoint-log-group"]);
});

describe("A model", () => {
  const SHARED = [
    "arn:aws:s3:::shared-models/*",
    "arn:aws:ecr:eu-central-1:763104351884:repository/djl-inference",
    "arn:aws:ecr:eu-central-1:123456789012:repository/mlp-dev/platform/*",
  ];
  const own = {
    aws_s3_bucket: { data: { bucket: "mlp-dev-acme--data-aaaaa" } },
    aws_ecr_repository: { images: { name: "mlp-dev/acme/images" } },
    aws_iam_role_policy: { data: { policy: JSON.stringify({ Statement: [{ Effect: "Allow", Resource: SHARED }] }) } },
  };
  const model = (container: object) => ({ ...own, aws_sagemaker_model: { example: container } });
  const registry = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

  test.each([
    ["its own data", { model_data_url: "s3://mlp-dev-acme--data-aaaaa/m.tar.gz" }],
    ["shared data", { model_data_url: "s3://shared-models/m.tar.gz" }],
    ["an image of AWS", { image: `763104351884.dkr.ecr.eu-central-1.amazonaws.com/djl-inference:0.33.0` }],
    ["its own image", { image: `${registry}/mlp-dev/acme/images:1` }],
    ["the platform's image", { image: `${registry}/mlp-dev/platform/base:1` }],
  ])("may have %s.", (_, container) => {
    expect(found([MODEL_ORIGIN], model({ primary_container: container }))).toEqual([]);
  });

  test.each([
    ["primary_container", { model_data_url: "s3://mlp-dev-acme-eu--data-bbbbb/m.tar.gz" }, "model_data_url"],
    [
      "primary_container",
      { model_data_url: "https://s3.eu-central-1.amazonaws.com/others/m.tar.gz" },
      "model_data_url",
    ],
    ["primary_container", { model_data_url: "https://others.s3.eu-central-1.amazonaws.com/m.gz" }, "model_data_url"],
    [
      "primary_container",
      { model_data_source: [{ s3_data_source: [{ s3_uri: "s3://others/model/" }] }] },
      "model_data_source.s3_data_source.s3_uri",
    ],
    ["primary_container", { image: `999999999999.dkr.ecr.eu-central-1.amazonaws.com/djl-inference:0.33.0` }, "image"],
    ["primary_container", { image: `${registry}/mlp-dev/acme-eu/images:1` }, "image"],
    ["container", { image: `${registry}/mlp-dev/acme-eu/images@sha256:${"0".repeat(64)}` }, "image"],
  ])("whose %s has %j of somebody else is told.", (block, container, argument) => {
    expect(found([MODEL_ORIGIN], model({ [block]: [container] }))).toEqual([
      `aws_sagemaker_model.example ${block}.${argument} aws-model-origin`,
    ]);
  });

  test.each(["latest", "", "${var.tag}"])("with an image of the tag %j is told.", (tag) => {
    const rules = MODEL.filter(({ id }) => id === "aws-model-image");

    expect(
      found(rules, model({ primary_container: { image: `${registry}/mlp-dev/acme/images:${tag}` } })),
    ).toHaveLength(1);
  });
});

test.each([[["all"]], [["policy"]], [["subnet_ids"]]])("A bucket of which Terraform ignores %j is told.", (ignored) => {
  expect(found(DRIFT, { aws_s3_bucket: { example: { lifecycle: [{ ignore_changes: ignored }] } } })).toEqual([
    "aws_s3_bucket.example lifecycle.ignore_changes aws-drift-ignored",
  ]);
});
