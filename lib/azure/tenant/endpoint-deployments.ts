import { Construct } from "constructs";
import { OnlineDeployment } from "../../azapi/ml/online-deployment";
import type { OnlineEndpoint } from "../../azapi/ml/online-endpoint";
import { OnlineEndpointDrain } from "../../azapi/ml/online-endpoint-drain";
import { OnlineEndpointTraffic } from "../../azapi/ml/online-endpoint-traffic";
import type { DeploymentBlueprint } from "../../blueprint/deployment";
import type { Principal } from "../../blueprint/principal";
import { DATA_COLLECTION_GRANTS } from "../../blueprint/roles";
import type { TrafficBlueprint } from "../../blueprint/traffic";
import { dependable, type ITerraformDependable } from "../../terraform/cdktf";
import { RolePropagation } from "../role-propagation";
import { Grants, type GrantScopes } from "../workspace/grants";
import { DeploymentScaling, type DeploymentScalingProps } from "./deployment-scaling";
import { deploymentSettings } from "./deployment-settings";

/** The deployments of an endpoint, and how requests are split between them. */
export interface EndpointDeploymentsProps extends Pick<DeploymentScalingProps, "providers" | "location"> {
  /** The endpoint. */
  readonly endpoint: OnlineEndpoint;
  /** The endpoint's settings: Azure takes one change of an endpoint at a time. */
  readonly settings: ITerraformDependable;
  /** What runs behind it, in the order of the file. */
  readonly deployments: readonly DeploymentBlueprint[];
  /** How requests are split between the deployments. */
  readonly traffic: TrafficBlueprint;
  /** The endpoint's identity, under which the deployments run. */
  readonly identity: Principal;
  /** The workspace's resources, on which the identity gets a right when a deployment collects data. */
  readonly workspace: GrantScopes & DeploymentScalingProps["workspace"];
}

/**
 * What runs behind an endpoint. The deployments come after the endpoint's roles, and the traffic after the deployments:
 * Azure knows no name of a deployment that is not there. On the way back the traffic ends first.
 */
export class EndpointDeployments extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: EndpointDeploymentsProps,
  ) {
    super(scope, id);
    const { endpoint, deployments, traffic } = props;
    const collectionAllowed = deployments.some(collectsData) ? [this.allowCollection()] : [];
    const made = deployments.map((deployment) =>
      this.addDeployment(deployment, collectsData(deployment) ? collectionAllowed : []),
    );
    new OnlineEndpointDrain(this, "drain", { endpoint, dependsOn: made });
    new OnlineEndpointTraffic(this, "traffic", {
      endpointId: endpoint.id,
      traffic: traffic.live,
      mirrorTraffic: traffic.mirrored,
      dependsOn: made,
      // A newer API version writes the endpoint without traffic. As a text: CDKTF writes a construct here in a form that
      // Terraform refuses.
      lifecycle: { replaceTriggeredBy: [dependable(endpoint)] },
    });
  }

  private addDeployment(deployment: DeploymentBlueprint, dependsOn: ITerraformDependable[]): OnlineDeployment {
    const { providers, endpoint, settings, location, workspace } = this.props;
    const { name, instances, scaling } = deployment;
    const made = new OnlineDeployment(this, `deployment-${name}`, {
      name,
      location,
      endpointId: endpoint.id,
      capacity: instances,
      settings: deploymentSettings(deployment),
      dependsOn: [settings, ...dependsOn],
      // The number is the autoscaler's from then on.
      ...(scaling === undefined ? {} : { lifecycle: { ignoreChanges: ["body.sku.capacity"] } }),
    });
    if (scaling !== undefined) {
      new DeploymentScaling(this, `scaling-${name}`, { providers, deployment: made, scaling, location, workspace });
    }
    return made;
  }

  /** With a wait of its own: that for the endpoint's roles is over when collection is turned on later. */
  private allowCollection(): ITerraformDependable {
    const { identity, workspace } = this.props;
    const { assignments } = new Grants(this, "collection-grants", identity, DATA_COLLECTION_GRANTS, workspace);
    return new RolePropagation(this, "collection-grants-known", assignments);
  }
}

function collectsData({ dataCollection }: DeploymentBlueprint): boolean {
  return dataCollection !== undefined;
}
