import type { Construct, IConstruct } from "constructs";
import { type TerraformMetaArguments, Token } from "../../terraform/cdktf";
import { refusal } from "../refusal";
import { AzapiUpdateResource } from "../update-resource";
import { ML_API_VERSION } from "./api-version";

/** Percentage of the requests that each deployment takes, keyed by the deployment's name. */
export type Traffic = Readonly<Record<string, number>>;

/**
 * The part of ARM type `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01` that says where
 * requests go.
 */
export interface OnlineEndpointTrafficBody {
  /** Properties of the endpoint. */
  readonly properties: {
    /** Percentages by deployment. */
    readonly traffic: Traffic;
    /** Percentages of the live requests that are copied, by deployment. */
    readonly mirrorTraffic?: Traffic;
  };
}

/** Props of an {@link OnlineEndpointTraffic}. */
export interface OnlineEndpointTrafficProps extends TerraformMetaArguments {
  /** ARM id of the endpoint. */
  readonly endpointId: string;
  /**
   * Whole percentages that add up to 100, or to 0 for an endpoint that answers nothing. An empty map and any other sum
   * are refused; a map with a token among its values is not checked.
   *
   * Name every deployment of the endpoint, a retired one with 0: the map is merged into the one that Azure has, so a
   * deployment that is left out keeps its share.
   */
  readonly traffic: Traffic;
  /**
   * Whole percentages of the live requests that deployments without live traffic get copies of: 50 at most in all, and
   * to one deployment (Learn, "Perform safe rollout of new deployments"). By default Azure keeps what it has, and so it
   * does for a deployment that is not named; an empty map is left out.
   */
  readonly mirrorTraffic?: Traffic;
}

const MOST_MIRRORED = 50;

/**
 * Which deployments of an endpoint take its requests. Make it depend on those deployments: Azure refuses a name that it
 * does not know.
 */
export class OnlineEndpointTraffic extends AzapiUpdateResource<OnlineEndpointTrafficBody> {
  public constructor(scope: Construct, id: string, props: OnlineEndpointTrafficProps) {
    const { endpointId, traffic, mirrorTraffic = {}, ...meta } = props;
    super(scope, id, {
      ...meta,
      type: `Microsoft.MachineLearningServices/workspaces/onlineEndpoints@${ML_API_VERSION}`,
      resourceId: endpointId,
      body: { properties: { traffic, ...(Object.keys(mirrorTraffic).length === 0 ? {} : { mirrorTraffic }) } },
    });
    checkTraffic(this, traffic);
    checkMirror(this, traffic, mirrorTraffic);
  }
}

function checkTraffic(construct: IConstruct, traffic: Traffic): void {
  const shares = Object.values(traffic);
  if (shares.some((share) => Token.isUnresolved(share))) return;
  if (shares.length === 0) throw refusal(construct, "the traffic names no deployment, which would change nothing");
  if (!shares.every((share) => Number.isInteger(share) && share >= 0)) {
    throw refusal(construct, `the traffic must be whole percentages, not ${shares.join(", ")}`);
  }
  const sum = shares.reduce((total, share) => total + share);
  if (sum !== 0 && sum !== 100) throw refusal(construct, `the traffic adds up to ${sum}; it must be 100, or 0`);
}

function checkMirror(construct: IConstruct, traffic: Traffic, mirrorTraffic: Traffic): void {
  const targets = Object.entries(mirrorTraffic).filter(([, share]) => share !== 0);
  if (targets.some(([, share]) => Token.isUnresolved(share))) return;
  const [first, second] = targets;
  if (first === undefined) return;
  const [name, share] = first;
  if (second !== undefined)
    throw refusal(construct, `traffic is mirrored to ${name} and ${second[0]}; one can have it`);
  if (!Number.isInteger(share) || share < 0 || share > MOST_MIRRORED) {
    throw refusal(construct, `the mirrored traffic must be a whole percentage up to ${MOST_MIRRORED}, not ${share}`);
  }
  if ((traffic[name] ?? 0) !== 0)
    throw refusal(construct, `${name} has live traffic, and can have no mirrored traffic`);
}
