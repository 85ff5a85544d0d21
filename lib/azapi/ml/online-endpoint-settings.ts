import type { Construct } from "constructs";
import { Lazy, type TerraformMetaArguments } from "../../terraform/cdktf";
import type { Tags } from "../taggable-resource";
import { AzapiUpdateResource } from "../update-resource";
import { ML_API_VERSION } from "./api-version";
import { type OnlineEndpoint, type OnlineEndpointBody, onlineEndpointBody } from "./online-endpoint";

/**
 * The part of ARM type `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01` that may change while an
 * endpoint serves, but for the traffic.
 */
export interface OnlineEndpointSettingsBody extends Pick<OnlineEndpointBody, "properties"> {
  /** The tags of the endpoint. One that the body no longer has stays on the endpoint: tags are merged too. */
  readonly tags: Tags;
}

/** Props of an {@link OnlineEndpointSettings}. */
export interface OnlineEndpointSettingsProps extends TerraformMetaArguments {
  /** The endpoint whose settings these are. */
  readonly endpoint: OnlineEndpoint;
}

/**
 * Keeps the settings and tags of an endpoint as they should be without a word about its traffic: azapi reads the endpoint,
 * merges these keys into it and writes the result, traffic included. A plan sees when somebody changed one elsewhere.
 */
export class OnlineEndpointSettings extends AzapiUpdateResource<OnlineEndpointSettingsBody> {
  public constructor(scope: Construct, id: string, { endpoint, ...meta }: OnlineEndpointSettingsProps) {
    const { properties } = onlineEndpointBody(endpoint.settings.description);
    super(scope, id, {
      ...meta,
      type: `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@${ML_API_VERSION}`,
      resourceId: endpoint.id,
      body: { properties, tags: tagsOf(endpoint) },
      responseExportValues: ["properties.provisioningState"],
    });
  }
}

/** The tags that an endpoint should have, with those of its stack: an aspect adds them later. */
export function tagsOf(endpoint: OnlineEndpoint): Tags {
  return Lazy.anyValue({ produce: () => endpoint.tagsInput }) as unknown as Tags;
}
