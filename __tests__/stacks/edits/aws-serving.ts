import { type Edit, each, under } from "./edit";

const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:churn-4";

/** Autoscaling of an endpoint, which is taken away while the endpoint is updated. */
const RESCALED = each(under("aws/serving-churn/scaling", "policy", "target"), "lifecycle.replace_triggered_by");

/** Edits of models behind endpoints on AWS. */
export const AWS_SERVING_EDITS: readonly Edit[] = [
  {
    title: "another endpoint",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving.unshift({ name: "basket", image: IMAGE, instanceType: "ml.m5.large" });
    },
    changes: {
      "tenant-acme": {
        added: [
          "aws/names/endpoint--basket",
          ...under(
            "aws/serving-basket",
            "alarms/errors",
            "alarms/latency",
            "configuration",
            "endpoint",
            "logs",
            "model-ttjfh",
          ),
        ],
        outputs: ["aws_endpoint_names", "aws_endpoint_urls"],
      },
    },
  },
  {
    title: "an endpoint less",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving.shift();
    },
    changes: {
      "tenant-acme": {
        removed: [
          "aws/names/endpoint--churn",
          ...under(
            "aws/serving-churn",
            "alarms/errors",
            "alarms/latency",
            "configuration",
            "endpoint",
            "logs",
            "model-2tiip",
            "scaling/policy",
            "scaling/target",
          ),
        ],
        changed: { "aws/roles/boundary": ["policy"], "aws/roles/data": ["policy"] },
        outputs: ["aws_endpoint_names", "aws_endpoint_urls"],
      },
    },
  },
  {
    title: "the first endpoint",
    edit: ({ tenants }) => {
      tenants["acme-eu"].aws.serving = [
        {
          name: "churn",
          image: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme-eu/images:1",
          instanceType: "ml.m5.large",
        },
      ];
    },
    changes: {
      "tenant-acme-eu": {
        added: [
          "aws/alarms/ml-eu@acme.example",
          "aws/names/endpoint--churn",
          ...under(
            "aws/serving-churn",
            "alarms/errors",
            "alarms/latency",
            "configuration",
            "endpoint",
            "logs",
            "model-r3lyn",
          ),
        ],
        outputs: ["aws_endpoint_names", "aws_endpoint_urls"],
      },
    },
  },
  {
    title: "another version of an image",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].image = IMAGE;
    },
    changes: {
      "tenant-acme": {
        added: ["aws/serving-churn/model-xmgsm"],
        removed: ["aws/serving-churn/model-2tiip"],
        replaced: {
          "aws/serving-churn/configuration": ["production_variants"],
          ...RESCALED,
        },
      },
    },
  },
  {
    title: "another archive of a model",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].modelData = "s3://shared-models/churn/4/model.tar.gz";
    },
    changes: {
      "tenant-acme": {
        added: ["aws/serving-churn/model-hxdqp"],
        removed: ["aws/serving-churn/model-2tiip"],
        changed: { "aws/roles/boundary": ["policy"], "aws/roles/data": ["policy"] },
        replaced: {
          "aws/serving-churn/configuration": ["production_variants"],
          ...RESCALED,
        },
      },
    },
  },
  {
    title: "another environment variable of a model",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[1].environment = { OPTION_MAX_ROLLING_BATCH_SIZE: "32" };
    },
    changes: {
      "tenant-acme": {
        added: ["aws/serving-captions/model-pzd2v"],
        removed: ["aws/serving-captions/model-45ftb"],
        replaced: { "aws/serving-captions/configuration": ["production_variants"] },
      },
    },
  },
  {
    title: "larger instances of an endpoint",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].instanceType = "ml.m5.xlarge";
    },
    changes: {
      "tenant-acme": {
        replaced: {
          "aws/serving-churn/configuration": ["production_variants"],
          ...RESCALED,
        },
      },
    },
  },
  {
    title: "more instances of an endpoint that scales",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].instances = 3;
    },
    changes: {
      "tenant-acme": {
        replaced: {
          "aws/serving-churn/configuration": ["production_variants"],
          ...RESCALED,
        },
      },
    },
  },
  {
    title: "a second instance of an endpoint",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[1].instances = 2;
    },
    changes: {
      "tenant-acme": {
        changed: {
          "aws/serving-captions/endpoint": [
            "deployment_config.blue_green_update_policy.traffic_routing_configuration.canary_size",
            "deployment_config.blue_green_update_policy.traffic_routing_configuration.type",
          ],
        },
        replaced: { "aws/serving-captions/configuration": ["production_variants"] },
      },
    },
  },
  {
    title: "an endpoint that begins to scale",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[1].scaling = { max: 3 };
    },
    changes: {
      "tenant-acme": { added: ["aws/serving-captions/scaling/policy", "aws/serving-captions/scaling/target"] },
    },
  },
  {
    title: "an endpoint that does not scale any more",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.serving[0].scaling;
    },
    changes: { "tenant-acme": { removed: ["aws/serving-churn/scaling/policy", "aws/serving-churn/scaling/target"] } },
  },
  {
    title: "an endpoint that may scale further",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].scaling.max = 10;
    },
    changes: {
      "tenant-acme": {
        changed: { "aws/serving-churn/scaling/target": ["max_capacity"] },
      },
    },
  },
  {
    title: "an endpoint whose instances take more load",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].scaling.invocationsPerInstance = 1200;
    },
    changes: {
      "tenant-acme": {
        changed: { "aws/serving-churn/scaling/policy": ["target_tracking_scaling_policy_configuration.target_value"] },
      },
    },
  },
  {
    title: "no capture of requests",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[0].capturePercent = 0;
    },
    changes: {
      "tenant-acme": {
        replaced: {
          "aws/serving-churn/configuration": ["data_capture_config"],
          ...RESCALED,
        },
      },
    },
  },
  {
    title: "capture of requests",
    edit: ({ tenants }) => {
      tenants.acme.aws.serving[1].capturePercent = 20;
    },
    changes: { "tenant-acme": { replaced: { "aws/serving-captions/configuration": ["data_capture_config"] } } },
  },
  {
    title: "alarms at another latency",
    edit: ({ tenants }) => {
      tenants.acme.aws.alerts.latencyMs = 800;
    },
    changes: {
      "tenant-acme": {
        changed: {
          "aws/serving-captions/alarms/latency": ["alarm_description", "threshold"],
          "aws/serving-churn/alarms/latency": ["alarm_description", "threshold"],
        },
      },
    },
  },
];
