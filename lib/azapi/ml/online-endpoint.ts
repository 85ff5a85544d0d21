import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { type Tags, TaggableAzapiResource } from "../taggable-resource";
import { ML_API_VERSION } from "./api-version";
import { checkOnlineName } from "./online-name";

/**
 * The body of an online endpoint: the part of ARM type
 * `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01` that this project lets a caller set.
 *
 * `keys` is missing because Azure never returns it and callers sign in with Entra ID. `traffic` is missing because it
 * names deployments, which do not exist when the endpoint is created.
 */
export interface OnlineEndpointBody {
  /** Compute that Azure manages; the other kind runs on a Kubernetes cluster. */
  readonly kind: "Managed";
  /** The endpoint's own properties. */
  readonly properties: {
    /**
     * Callers present an Entra ID token for https://ml.azure.com; keys and the workspace's own tokens are refused
     * (Learn, "Authentication and authorization for online endpoints"). The provider does not check the value.
     */
    readonly authMode: "AADToken";
    /** The endpoint is reached only through the workspace's private endpoint. The provider does not check the value. */
    readonly publicNetworkAccess: "Disabled";
    /** Text for people. */
    readonly description?: string | undefined;
  };
}

/** Props of an {@link OnlineEndpoint}. */
export interface OnlineEndpointProps extends TerraformMetaArguments {
  /**
   * Name of the endpoint, and the first label of its URL: unique among all customers in the region, 3 to 32 letters,
   * digits and single dashes, a letter first and no dash last. Any other name is refused, unless it is a token.
   */
  readonly name: string;
  /** Region of the workspace. */
  readonly location: string;
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /**
   * ARM id of the user-assigned identity with which the deployments pull images and read models. Another identity
   * replaces the endpoint.
   */
  readonly identityId: string;
  /** Text for people. By default there is none. */
  readonly description?: string | undefined;
  /** Tags of the endpoint. By default it has none. */
  readonly tags?: Tags | undefined;
}

/**
 * A managed online endpoint that only the private network reaches and only Entra ID opens.
 *
 * Its creation is retried while Azure does not know the identity or its roles yet. It serves nothing before a
 * deployment has traffic.
 *
 * It is created and deleted here, and nothing in between: azapi writes an endpoint as its body is, without the traffic,
 * and what is missing is gone then, whether a file or a pipeline had set it. An `OnlineEndpointSettings` changes it.
 */
export class OnlineEndpoint extends TaggableAzapiResource<OnlineEndpointBody> {
  /** What the endpoint was made from. */
  public readonly settings: OnlineEndpointProps;

  public constructor(scope: Construct, id: string, props: OnlineEndpointProps) {
    const { workspaceId, identityId, description, lifecycle, ...rest } = props;
    super(scope, id, {
      ...rest,
      type: `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@${ML_API_VERSION}`,
      parentId: workspaceId,
      identity: { type: "UserAssigned", identityIds: [identityId] },
      body: onlineEndpointBody(description),
      responseExportValues: ["properties.scoringUri", "properties.provisioningState"],
      replaceTriggersExternalValues: [identityId],
      retry: {
        errorMessageRegex: ["PrincipalNotFound", "AuthorizationFailed"],
        intervalSeconds: 10,
        maxIntervalSeconds: 60,
      },
      timeouts: { create: "30m" },
      lifecycle: { ...lifecycle, ignoreChanges: ["body", "tags"] },
    });
    checkOnlineName(this, props.name);
    this.settings = props;
  }

  /** The URL that scores, known after apply. */
  public get scoringUri(): string {
    return this.output("properties.scoringUri");
  }
}

/** The body of an endpoint with a description, or without one. */
export function onlineEndpointBody(description: string | undefined): OnlineEndpointBody {
  return {
    kind: "Managed",
    properties: { authMode: "AADToken", publicNetworkAccess: "Disabled", description },
  };
}
