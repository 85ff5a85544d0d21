import type { EndpointConfig } from "../config/endpoint";

/** Percentage of an endpoint's requests by the name of the deployment. */
export type Shares = Readonly<Record<string, number>>;

/** Where the requests of an endpoint with deployments go. */
export interface TrafficBlueprint {
  /** Who answers. Names every deployment: Azure keeps the old share of one that is left out. */
  readonly live: Shares;
  /**
   * Who gets copies. Names every deployment without live traffic, for the same reason, and no other: a deployment has
   * either live or mirrored traffic (Learn, "Perform safe rollout of new deployments").
   */
  readonly mirrored: Shares;
}

/** Resolves the traffic of an endpoint; undefined for one without deployments. */
export function trafficBlueprint({
  deployments,
  traffic,
  mirror,
}: Pick<EndpointConfig, "deployments" | "traffic" | "mirror">): TrafficBlueprint | undefined {
  if (deployments.length === 0) return undefined;
  const names = deployments.map(({ name }) => name);
  const shareOf = (name: string) => (traffic === undefined ? 100 : (traffic[name] ?? 0));
  const parked = names.filter((name) => shareOf(name) === 0);
  return {
    live: sharesOf(names, shareOf),
    mirrored: sharesOf(parked, (name) => (name === mirror?.deployment ? mirror.percent : 0)),
  };
}

/** By name: an order that does not change when entries are moved. */
function sharesOf(names: readonly string[], share: (name: string) => number): Shares {
  return Object.fromEntries(names.toSorted().map((name) => [name, share(name)]));
}
