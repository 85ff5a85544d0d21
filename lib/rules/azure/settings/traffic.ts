import { maps, valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";

const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const TRAFFIC = "body.properties.traffic";
const MIRROR = "body.properties.mirrorTraffic";
const MOST_MIRRORED = 50;

/** Where requests to online endpoints go. */
export const TRAFFIC_SHARES: Rule = {
  id: "azure-ml-endpoint-traffic",
  severity: "medium",
  title: "The traffic of an online endpoint is whole percentages that add up to 100, or to 0.",
  reason: "No plan looks into the body of an update, and Azure refuses it when deployments were changed already.",
  source: "Learn: Perform safe rollout of new deployments for real-time inference",
  controls: ["MCSB PV-2"],
  fix: "set traffic to whole percentages that add up to 100, and mirror 50 at most to one deployment without traffic",
  example: { wrong: example({ blue: 100, green: 50 }), right: example({ blue: 90, green: 10 }) },
  check: (stack) => stack.resources(ENDPOINT).flatMap(violations),
};

function violations(resource: Resource): Violation[] {
  const [traffic] = valuesAt(resource.content, TRAFFIC);
  const [mirror] = valuesAt(resource.content, MIRROR);
  const wrong = [
    { argument: TRAFFIC, found: traffic?.value, must: trafficProblem(traffic?.value, resource) },
    { argument: MIRROR, found: mirror?.value, must: mirrorProblem(mirror?.value, traffic?.value) },
  ];
  return wrong.flatMap(({ must, ...rest }) => (must === undefined ? [] : [{ resource, must, ...rest }]));
}

function trafficProblem(value: unknown, { type }: Resource): string | undefined {
  if (value === undefined) return undefined;
  const shares = sharesOf(value);
  if (shares === undefined) return "must be a map of whole percentages";
  if (type === "azapi_update_resource" && shares.length === 0)
    return "must name the deployments, or it changes nothing";
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return sum === 0 || sum === 100 ? undefined : `must add up to 100 or 0, and adds up to ${sum}`;
}

function mirrorProblem(value: unknown, traffic: unknown): string | undefined {
  if (value === undefined) return undefined;
  const mirrored = sharesOf(value)?.filter(([, share]) => share !== 0);
  if (mirrored === undefined) return "must be a map of whole percentages";
  const [first, second] = mirrored;
  if (first === undefined) return undefined;
  if (second !== undefined) return "must name one deployment";
  if (first[1] > MOST_MIRRORED) return `must be ${MOST_MIRRORED} or less`;
  const live = sharesOf(traffic) ?? [];
  return live.some(([name, share]) => name === first[0] && share !== 0)
    ? "must name a deployment without live traffic"
    : undefined;
}

/** Whole percentages by deployment; undefined when it is anything else. */
function sharesOf(value: unknown): [string, number][] | undefined {
  const [map, ...others] = maps(value);
  if (map === undefined || others.length > 0) return undefined;
  const shares = Object.entries(map);
  return shares.every(([, share]) => isPercentage(share))
    ? shares.map(([deployment, share]) => [deployment, Number(share)])
    : undefined;
}

function isPercentage(share: unknown): boolean {
  return ["number", "string"].includes(typeof share) && /^\d+$/.test(String(share)) && Number(share) <= 100;
}

function example(traffic: Readonly<Record<string, number>>) {
  const resource = { type: `${ENDPOINT}@2025-06-01`, body: { properties: { traffic } } };
  return { resource: { azapi_update_resource: { example: resource } } };
}
