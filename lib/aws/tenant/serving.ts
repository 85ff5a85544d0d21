import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { SagemakerEndpoint, type SagemakerEndpointDeploymentConfig } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { SagemakerEndpointConfiguration } from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import { SagemakerModel } from "@cdktf/provider-aws/lib/sagemaker-model";
import { Construct } from "constructs";
import type { ServingBlueprint } from "../../blueprint/aws-serving";
import { Op, TerraformSelf } from "../../terraform/cdktf";
import { EndpointAlarms } from "./endpoint-alarms";
import { EndpointScaling } from "./endpoint-scaling";
import type { TenantResources } from "./tenant-resources";

/**
 * Seconds that an update watches one new instance before it sends all requests to the new ones, and that the old ones stay
 * after that. Long enough for a tenth of the requests to move an alarm that looks at the slowest twentieth of 15 minutes.
 */
const BAKE_SECONDS = 600;

/** A model behind an endpoint. */
export interface ServingProps {
  /** The model and its endpoint. */
  readonly serving: ServingBlueprint;
  /** What they are made with. */
  readonly resources: TenantResources;
}

/**
 * A model behind an endpoint. The model runs without any network of its own; an update of it or of its instances goes to a
 * second fleet, and back when an alarm fires.
 */
export class Serving extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServingProps,
  ) {
    super(scope, id);
    const { serving, resources } = props;
    const model = this.addModel();
    const configuration = this.addConfiguration(model);
    const alarms = new EndpointAlarms(this, "alarms", { serving, topicArn: resources.topicArn });
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: serving.logGroup,
      retentionInDays: serving.logRetentionDays,
      kmsKeyId: resources.keyArn,
    });
    const endpoint = new SagemakerEndpoint(this, "endpoint", {
      name: serving.endpoint,
      endpointConfigName: configuration.name,
      deploymentConfig: deployment(serving, alarms.names),
      // After a rollback SageMaker says that all is well. Terraform would then delete the configuration that is in use
      // (terraform-provider-aws #48997, #46663).
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(TerraformSelf.getString("endpoint_config_name"), configuration.name),
            errorMessage: `SageMaker took the update of ${serving.endpoint} back, and the endpoint runs as before. Its alarms and its log group say why. Apply again, or undo the change.`,
          },
        ],
      },
      // SageMaker would make the log group itself, without a key and for ever.
      dependsOn: [logs],
    });

    const { scaling, variant } = serving;
    if (scaling !== undefined) new EndpointScaling(this, "scaling", { scaling, endpoint, configuration, variant });
  }

  /**
   * A model by its version. Another one is another resource and not a replacement: when an update is rolled back, both stay,
   * and undoing the change finds the first where it was. Whatever is said of a model here must be in its version, for a
   * second one cannot be made under the same name.
   */
  private addModel(): SagemakerModel {
    const { model } = this.props.serving;
    const { environment, execRoleArn, securityGroupId, ready } = this.props.resources;
    return new SagemakerModel(this, `model-${model.version}`, {
      name: model.name,
      executionRoleArn: execRoleArn,
      enableNetworkIsolation: true,
      vpcConfig: { subnets: [...environment.subnetIds], securityGroupIds: [securityGroupId] },
      primaryContainer: {
        image: model.image,
        ...(model.modelData === undefined ? {} : { modelDataUrl: model.modelData }),
        environment: { ...model.environment },
        // "Platform: the model image is hosted in Amazon ECR"; Vpc is for other registries (API reference, "ImageConfig").
        imageConfig: { repositoryAccessMode: "Platform" },
      },
      dependsOn: [...ready],
    });
  }

  private addConfiguration(model: SagemakerModel): SagemakerEndpointConfiguration {
    const { configurationPrefix, variant, instanceType, instances, volumeKey, capture } = this.props.serving;
    const { keyArn, bucket } = this.props.resources;
    return new SagemakerEndpointConfiguration(this, "configuration", {
      // Nothing of a configuration can change: another one is made before the endpoint leaves this one.
      namePrefix: configurationPrefix,
      ...(volumeKey ? { kmsKeyArn: keyArn } : {}),
      productionVariants: [
        {
          variantName: variant,
          modelName: model.name,
          instanceType,
          initialInstanceCount: instances,
          initialVariantWeight: 1,
        },
      ],
      ...(capture === undefined
        ? {}
        : {
            dataCaptureConfig: {
              enableCapture: true,
              initialSamplingPercentage: capture.percent,
              destinationS3Uri: `s3://${bucket}/${capture.folder}`,
              kmsKeyId: keyArn,
              captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
              // What has another type is kept in base64.
              captureContentTypeHeader: {
                csvContentTypes: ["text/csv"],
                jsonContentTypes: ["application/json"],
              },
            },
          }),
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

/** With two instances or more, one new instance is tried first. It may be half of the fleet at most. */
function deployment({ instances }: ServingBlueprint, alarms: readonly string[]): SagemakerEndpointDeploymentConfig {
  return {
    blueGreenUpdatePolicy: {
      trafficRoutingConfiguration: {
        waitIntervalInSeconds: BAKE_SECONDS,
        ...(instances === 1
          ? { type: "ALL_AT_ONCE" }
          : { type: "CANARY", canarySize: { type: "INSTANCE_COUNT", value: 1 } }),
      },
      terminationWaitInSeconds: BAKE_SECONDS,
    },
    autoRollbackConfiguration: { alarms: alarms.map((alarmName) => ({ alarmName })) },
  };
}
