import { Serving } from "../../../lib/aws/tenant/serving";
import { awsTenantOf, ENVIRONMENT, synthAws, tenantResources } from "../../support/aws-stack";
import { addressOf, allBefore } from "../../support/references";
import { type Arguments, onlyResource, resourcesByPath, resourcesOf, type StackJson } from "../../support/synth";
import type { Content } from "../../support/files";

const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images";

function stackOf(changes: Content = {}, aws: Content = {}): StackJson {
  const serving = [{ name: "churn", image: `${IMAGE}:3`, instanceType: "ml.m5.large", ...changes }];
  const tenant = awsTenantOf({ aws: { serving, ...aws } });
  return synthAws((scope) => {
    const resources = tenantResources(scope, tenant);
    for (const each of tenant.serving) new Serving(scope, `serving-${each.key}`, { serving: each, resources });
  });
}

const stack = stackOf();
const at = (path: string, of = stack) => addressOf(of, `serving-churn/${path}`);
const configurationOf = (of: StackJson) => onlyResource(of, "aws_sagemaker_endpoint_configuration");
const endpoint = onlyResource(stack, "aws_sagemaker_endpoint");
const modelAddress = (of: StackJson) => Object.keys(resourcesOf(of, "aws_sagemaker_model"))[0];

describe("a model", () => {
  const model = onlyResource(stack, "aws_sagemaker_model");

  test("reaches nothing by itself, and stands in the tenant's network", () => {
    expect(model).toMatchObject({
      enable_network_isolation: true,
      vpc_config: { subnets: ENVIRONMENT.subnetIds, security_group_ids: ["sg-0000000000000002"] },
    });
  });

  test("has its image from ECR, as SageMaker and not as its network reaches it", () => {
    expect(model).toMatchObject({
      primary_container: { image: `${IMAGE}:3`, image_config: { repository_access_mode: "Platform" } },
    });
  });

  test("has an archive when the file names one", () => {
    const named = onlyResource(stackOf({ modelData: "s3://models/churn.tar.gz" }), "aws_sagemaker_model");

    expect(named).toMatchObject({ primary_container: { model_data_url: "s3://models/churn.tar.gz" } });
    expect(model.primary_container).not.toHaveProperty("model_data_url");
  });

  test("is made when the tenant's role may read what it is made of", () => {
    expect(allBefore(stack, `aws_sagemaker_model.${modelAddress(stack) ?? ""}`)).toContain(addressOf(stack, "ready"));
  });

  test.each<[string, Content]>([
    ["image", { image: `${IMAGE}:4` }],
    ["archive", { modelData: "s3://models/churn.tar.gz" }],
    ["variable", { environment: { THRESHOLD: "0.5" } }],
  ])("with another %s is another resource, so that a change can be undone after a rollback", (_, changes) => {
    expect(modelAddress(stackOf(changes))).not.toBe(modelAddress(stack));
  });

  test("is the same when only its endpoint changes", () => {
    const changed = stackOf({ instances: 3, instanceType: "ml.m5.xlarge", capturePercent: 0 });

    expect(resourcesOf(changed, "aws_sagemaker_model")).toEqual(resourcesOf(stack, "aws_sagemaker_model"));
  });
});

describe("the configuration of an endpoint", () => {
  const configuration = configurationOf(stack);

  test("is made before the endpoint leaves the one that it has, under a name of its own", () => {
    expect(configuration).toMatchObject({
      name_prefix: "mlp-dev-acme--churn-",
      lifecycle: { create_before_destroy: true },
    });
    expect(configuration).not.toHaveProperty("name");
  });

  test("has one variant, which nobody can sign in to", () => {
    expect(configuration.production_variants).toEqual([
      {
        variant_name: "main",
        model_name: `\${aws_sagemaker_model.${modelAddress(stack) ?? ""}.name}`,
        instance_type: "ml.m5.large",
        initial_instance_count: 2,
        initial_variant_weight: 1,
      },
    ]);
  });

  test("encrypts volumes with the tenant's key", () => {
    expect(configuration.kms_key_arn).toMatch(/^arn:aws:kms:/);
  });

  test("names no key where SageMaker refuses one: on instances with disks of their own", () => {
    expect(configurationOf(stackOf({ instanceType: "ml.g5.xlarge" }))).not.toHaveProperty("kms_key_arn");
  });

  test("keeps requests and answers in the tenant's bucket, under the tenant's key", () => {
    expect(configuration.data_capture_config).toMatchObject({
      enable_capture: true,
      initial_sampling_percentage: 10,
      destination_s3_uri: expect.stringMatching(/^s3:\/\/mlp-dev-acme--data-[a-z2-7]{5}\/capture\/churn$/) as string,
      kms_key_id: configuration.kms_key_arn,
      capture_options: [{ capture_mode: "Input" }, { capture_mode: "Output" }],
    });
  });

  test("keeps none of them when the file says so", () => {
    expect(configurationOf(stackOf({ capturePercent: 0 }))).not.toHaveProperty("data_capture_config");
  });
});

describe("an endpoint", () => {
  const deploymentOf = (of: StackJson) => onlyResource(of, "aws_sagemaker_endpoint").deployment_config as Arguments;

  test("tries one new instance before all of them, and keeps the old ones for a while", () => {
    expect(deploymentOf(stack).blue_green_update_policy).toEqual({
      traffic_routing_configuration: {
        type: "CANARY",
        canary_size: { type: "INSTANCE_COUNT", value: 1 },
        wait_interval_in_seconds: 600,
      },
      termination_wait_in_seconds: 600,
    });
  });

  test("with a single instance cannot try one first: it may be half of the fleet at most", () => {
    expect(deploymentOf(stackOf({ instances: 1 })).blue_green_update_policy).toMatchObject({
      traffic_routing_configuration: { type: "ALL_AT_ONCE" },
      termination_wait_in_seconds: 600,
    });
  });

  test("goes back to the old ones when one of its alarms fires", () => {
    const alarms = ["latency", "errors"].map((key) => `\${${at(`alarms/${key}`)}.alarm_name}`);

    expect(deploymentOf(stack).auto_rollback_configuration).toEqual({
      alarms: alarms.map((alarm_name) => ({ alarm_name })),
    });
  });

  test("fails the apply when SageMaker went back, before anything that is in use is deleted", () => {
    expect(endpoint.lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.endpoint_config_name == ${at("configuration")}.name)}`,
          error_message: expect.stringContaining("mlp-dev-acme--churn") as string,
        },
      ],
    });
  });

  test("finds its log group there, with a key and an end", () => {
    expect(onlyResource(stack, "aws_cloudwatch_log_group")).toMatchObject({
      name: "/aws/sagemaker/Endpoints/mlp-dev-acme--churn",
      kms_key_id: expect.stringMatching(/^arn:aws:kms:/) as string,
      retention_in_days: 365,
    });
    expect(endpoint.depends_on).toEqual([at("logs")]);
  });
});

describe("the alarms of an endpoint", () => {
  const alarms = resourcesByPath(
    stackOf({}, { alerts: { latencyMs: 300, errorsPerMinute: 2 } }),
    "aws_cloudwatch_metric_alarm",
  );

  test("watch its slowest requests, in microseconds", () => {
    expect(alarms["serving-churn/alarms/latency"]).toMatchObject({
      metric_name: "ModelLatency",
      extended_statistic: "p95",
      threshold: 300_000,
      period: 900,
    });
    expect(alarms["serving-churn/alarms/latency"]).not.toHaveProperty("statistic");
  });

  test("watch its errors, as many as the file allows a minute in all of the window", () => {
    expect(alarms["serving-churn/alarms/errors"]).toMatchObject({
      metric_name: "Invocation5XXErrors",
      statistic: "Sum",
      threshold: 30,
      period: 900,
    });
  });

  test.each(Object.keys(alarms))(
    "%s is about this endpoint, tells the tenant's topic, and is quiet without requests",
    (path) => {
      expect(alarms[path]).toMatchObject({
        namespace: "AWS/SageMaker",
        dimensions: { EndpointName: "mlp-dev-acme--churn", VariantName: "main" },
        comparison_operator: "GreaterThanThreshold",
        treat_missing_data: "notBreaching",
        alarm_actions: ["arn:aws:sns:eu-central-1:123456789012:mlp-dev-acme--alerts"],
        ok_actions: ["arn:aws:sns:eu-central-1:123456789012:mlp-dev-acme--alerts"],
      });
    },
  );
});

describe("the scaling of an endpoint", () => {
  const scaled = stackOf({ instances: 2, scaling: { max: 6, invocationsPerInstance: 120 } });
  const target = onlyResource(scaled, "aws_appautoscaling_target");
  const policy = onlyResource(scaled, "aws_appautoscaling_policy");

  test("is between the file's numbers, by requests per instance", () => {
    expect(target).toMatchObject({
      service_namespace: "sagemaker",
      scalable_dimension: "sagemaker:variant:DesiredInstanceCount",
      resource_id: `endpoint/\${${at("endpoint", scaled)}.name}/variant/main`,
      min_capacity: 2,
      max_capacity: 6,
    });
    expect(policy).toMatchObject({
      policy_type: "TargetTrackingScaling",
      target_tracking_scaling_policy_configuration: {
        target_value: 120,
        predefined_metric_specification: { predefined_metric_type: "SageMakerVariantInvocationsPerInstance" },
      },
    });
  });

  test("is taken away before each update of the endpoint, which SageMaker refuses otherwise, and made anew after", () => {
    for (const { lifecycle } of [target, policy]) {
      expect(lifecycle).toEqual({ replace_triggered_by: [`${at("configuration", scaled)}.name`] });
    }
  });

  test("is not there unless the file asks for it", () => {
    expect(resourcesOf(stack, "aws_appautoscaling_target")).toEqual({});
  });
});
