import {
  MonitorAutoscaleSetting,
  type MonitorAutoscaleSettingProfileRule,
} from "@cdktf/provider-azurerm/lib/monitor-autoscale-setting";
import type { Construct } from "constructs";
import type { OnlineDeployment } from "../../azapi/ml/online-deployment";
import type { ScalingBlueprint } from "../../blueprint/deployment";
import type { AzureProviders } from "../azure-providers";

/** What scales, and how. */
export interface DeploymentScalingProps {
  /** The stack's providers: one of them is for the workspace's subscription. */
  readonly providers: AzureProviders;
  /** The deployment whose number of instances changes. */
  readonly deployment: OnlineDeployment;
  /** The bounds of that number, and the load at which it changes. */
  readonly scaling: ScalingBlueprint;
  /** Region of the deployment. */
  readonly location: string;
  /** The group of the deployment's workspace, and its subscription: the setting stands beside what it scales. */
  readonly workspace: { readonly resourceGroupName: string; readonly subscriptionId: string };
}

/** A step of scaling: what happens when the load has been on one side of a bound for a while. */
interface Step {
  readonly operator: "GreaterThan" | "LessThan";
  readonly direction: "Increase" | "Decrease";
  /** How many instances come or go. */
  readonly instances: number;
  /** How long the load is averaged over: ISO 8601. */
  readonly window: string;
  /** How long nothing else happens afterwards: ISO 8601. */
  readonly cooldown: string;
}

/**
 * Out as Learn, "Autoscale online endpoints in Azure Machine Learning", has it: by two, for new instances take minutes to
 * come. In by one, and later: an instance too many costs less than one too few.
 */
const OUT: Step = { operator: "GreaterThan", direction: "Increase", instances: 2, window: "PT5M", cooldown: "PT5M" };
const IN: Step = { operator: "LessThan", direction: "Decrease", instances: 1, window: "PT10M", cooldown: "PT15M" };

/** Changes the number of a deployment's instances by the CPU load on them. */
export class DeploymentScaling extends MonitorAutoscaleSetting {
  constructor(scope: Construct, id: string, props: DeploymentScalingProps) {
    const { providers, deployment, scaling, location, workspace } = props;
    const { name, min, max, cpu } = scaling;
    super(scope, id, {
      ...providers.inSubscription(workspace.subscriptionId),
      name,
      resourceGroupName: workspace.resourceGroupName,
      location,
      targetResourceId: deployment.id,
      enabled: true,
      profile: [
        {
          name: "cpu",
          // The default is what Azure returns to when it cannot read the metric.
          capacity: { minimum: min, maximum: max, default: min },
          rule: [rule(deployment.id, cpu.outAbove, OUT), rule(deployment.id, cpu.inBelow, IN)],
        },
      ],
    });
  }
}

function rule(deploymentId: string, threshold: number, step: Step): MonitorAutoscaleSettingProfileRule {
  return {
    metricTrigger: {
      metricName: "CpuUtilizationPercentage",
      metricResourceId: deploymentId,
      operator: step.operator,
      threshold,
      statistic: "Average",
      timeAggregation: "Average",
      timeGrain: "PT1M",
      timeWindow: step.window,
    },
    scaleAction: {
      type: "ChangeCount",
      direction: step.direction,
      value: step.instances,
      cooldown: step.cooldown,
    },
  };
}
