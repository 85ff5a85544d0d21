import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import type { SagemakerEndpoint } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import type { SagemakerEndpointConfiguration } from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import { Construct } from "constructs";
import type { ScalingBlueprint } from "../../blueprint/aws-serving";
import type { TerraformResource } from "../../terraform/cdktf";

/** Seconds between two steps down, and between two steps up. */
const COOLDOWN = { in: 300, out: 60 };

/** An endpoint whose number of instances follows the load. */
export interface EndpointScalingProps {
  /** How it scales. */
  readonly scaling: ScalingBlueprint;
  /** The endpoint. */
  readonly endpoint: SagemakerEndpoint;
  /** Its configuration. */
  readonly configuration: SagemakerEndpointConfiguration;
  /** The name of its variant. */
  readonly variant: string;
}

/**
 * Autoscaling of an endpoint by requests per instance.
 *
 * SageMaker refuses an update that changes the instance type while the variant is a target of autoscaling, and scales
 * nothing during any update (Developer Guide, "Update endpoints that use auto scaling"). So another configuration takes
 * the target away; Terraform does that before it updates the endpoint, and makes it anew after. Whatever the number of
 * instances was, an update starts with the fewest.
 */
export class EndpointScaling extends Construct {
  constructor(scope: Construct, id: string, { scaling, endpoint, configuration, variant }: EndpointScalingProps) {
    super(scope, id);
    // The name of another configuration, and not a change of this one's tags. A target takes its policies with it.
    const lifecycle = { replaceTriggeredBy: [`${addressOf(configuration)}.name`] };
    const target = new AppautoscalingTarget(this, "target", {
      serviceNamespace: "sagemaker",
      scalableDimension: "sagemaker:variant:DesiredInstanceCount",
      resourceId: `endpoint/${endpoint.name}/variant/${variant}`,
      minCapacity: scaling.instances.min,
      maxCapacity: scaling.instances.max,
      lifecycle,
    });
    new AppautoscalingPolicy(this, "policy", {
      name: scaling.policy,
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: scaling.invocationsPerInstance,
        predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
        scaleInCooldown: COOLDOWN.in,
        scaleOutCooldown: COOLDOWN.out,
      },
      lifecycle,
    });
  }
}

/** CDKTF writes a resource in `replace_triggered_by` as a template, which Terraform refuses there. */
function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
