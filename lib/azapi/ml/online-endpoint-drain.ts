import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { AzapiResourceAction } from "../resource-action";
import type { Tags } from "../taggable-resource";
import { ML_API_VERSION } from "./api-version";
import { type OnlineEndpoint, type OnlineEndpointBody, onlineEndpointBody } from "./online-endpoint";
import { tagsOf } from "./online-endpoint-settings";
import type { Traffic } from "./online-endpoint-traffic";

/** The whole of an endpoint: Azure Resource Manager takes a part of it for the rest being gone. */
export interface DrainedEndpointBody extends OnlineEndpointBody {
  /** Region of the workspace. */
  readonly location: string;
  /** Tags of the endpoint. */
  readonly tags: Tags;
  /** Its identity, which cannot be changed. */
  readonly identity: {
    readonly type: "UserAssigned";
    readonly userAssignedIdentities: Readonly<Record<string, object>>;
  };
  /** The endpoint's own properties, and no traffic. */
  readonly properties: OnlineEndpointBody["properties"] & { readonly traffic: Traffic };
}

/** Props of an {@link OnlineEndpointDrain}. */
export interface OnlineEndpointDrainProps extends TerraformMetaArguments {
  /** The endpoint whose traffic ends. */
  readonly endpoint: OnlineEndpoint;
}

/**
 * Takes all traffic from an endpoint when Terraform removes this construct, live and mirrored: Azure deletes no
 * deployment that has live traffic (Learn, "Perform safe rollout of new deployments"). Make it depend on the
 * deployments, so that it is removed before them. Until then it does nothing.
 */
export class OnlineEndpointDrain extends AzapiResourceAction<DrainedEndpointBody> {
  public constructor(scope: Construct, id: string, { endpoint, ...meta }: OnlineEndpointDrainProps) {
    const { location, identityId, description } = endpoint.settings;
    const { kind, properties } = onlineEndpointBody(description);
    super(scope, id, {
      ...meta,
      type: `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@${ML_API_VERSION}`,
      resourceId: endpoint.id,
      method: "PUT",
      when: "destroy",
      ignoreNotFound: true,
      body: {
        kind,
        location,
        tags: tagsOf(endpoint),
        identity: { type: "UserAssigned", userAssignedIdentities: { [identityId]: {} } },
        properties: { ...properties, traffic: {} },
      },
    });
  }
}
