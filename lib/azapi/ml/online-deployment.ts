import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { type Tags, TaggableAzapiResource } from "../taggable-resource";
import { ML_API_VERSION } from "./api-version";
import { checkIsoDuration } from "./iso-duration";
import type { OnlineDeploymentSettings, ProbeSettings } from "./online-deployment-settings";
import { checkOnlineName } from "./online-name";

/**
 * The body of a managed deployment: the part of ARM type
 * `Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2025-06-01` that this project sets.
 */
export interface OnlineDeploymentBody {
  /** How many instances run. Azure needs it; the provider does not miss it. */
  readonly sku: {
    /** The only size class that managed deployments have. */
    readonly name: "Default";
    /** Number of instances. */
    readonly capacity: number;
  };
  /** What runs. */
  readonly properties: OnlineDeploymentSettings & {
    /** Compute that Azure manages. */
    readonly endpointComputeType: "Managed";
    /** A fixed number of instances. The other kind, TargetUtilization, is that of Kubernetes. */
    readonly scaleSettings: {
      /** Discriminator of the scale settings. */
      readonly scaleType: "Default";
    };
  };
}

/** Props of an {@link OnlineDeployment}. */
export interface OnlineDeploymentProps extends TerraformMetaArguments {
  /**
   * Name within the endpoint, such as "blue": 3 to 32 letters, digits and single dashes, a letter first and no dash
   * last. Any other name is refused, unless it is a token.
   */
  readonly name: string;
  /** Region of the workspace. */
  readonly location: string;
  /** ARM id of the endpoint. */
  readonly endpointId: string;
  /**
   * Number of instances: at most 50 unless Azure raised it. A fifth more cores must be free in the quota, for upgrades
   * (Learn, "Manage and increase quotas and limits").
   */
  readonly capacity: number;
  /** What runs. Refused: durations that are not in the form of ISO 8601. */
  readonly settings: OnlineDeploymentSettings;
  /** Tags of the deployment. By default it has none. */
  readonly tags?: Tags | undefined;
}

/**
 * A model that runs behind an online endpoint on instances that Azure manages, under the endpoint's identity.
 *
 * Azure builds the image and allocates the instances during creation, hence its timeout of 90 minutes. It takes part of
 * the requests only once the endpoint's traffic names it.
 */
export class OnlineDeployment extends TaggableAzapiResource<OnlineDeploymentBody> {
  public constructor(scope: Construct, id: string, props: OnlineDeploymentProps) {
    const { endpointId, capacity, settings, ...rest } = props;
    super(scope, id, {
      ...rest,
      type: `Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@${ML_API_VERSION}`,
      parentId: endpointId,
      body: {
        sku: { name: "Default", capacity },
        properties: {
          appInsightsEnabled: false,
          ...settings,
          endpointComputeType: "Managed",
          scaleSettings: { scaleType: "Default" },
        },
      },
      responseExportValues: ["properties.provisioningState"],
      timeouts: { create: "90m", update: "90m", delete: "60m" },
    });
    checkOnlineName(this, props.name);
    checkIsoDuration(this, "requestSettings.requestTimeout", settings.requestSettings?.requestTimeout);
    this.checkProbe("livenessProbe", settings.livenessProbe);
    this.checkProbe("readinessProbe", settings.readinessProbe);
    this.checkProbe("startupProbe", settings.startupProbe);
  }

  private checkProbe(name: string, probe: ProbeSettings | undefined): void {
    checkIsoDuration(this, `${name}.initialDelay`, probe?.initialDelay);
    checkIsoDuration(this, `${name}.period`, probe?.period);
    checkIsoDuration(this, `${name}.timeout`, probe?.timeout);
  }
}
