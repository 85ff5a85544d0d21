import { z } from "zod";
import { across, type CrossFinding, uniqueBy, valueAt } from "./cross-checks";
import { deployment } from "./deployment";
import { identifier, line } from "./fields";
import { quote } from "./problem";
import { suggest } from "./suggest";

/** Most of the live traffic that may be mirrored, in percent (Learn, "Perform safe rollout of new deployments"). */
const MOST_MIRRORED = 50;

const mirror = z.strictObject({
  deployment: identifier({ min: 3, max: 32 }).meta({
    description: "The deployment that gets the copies. It must have no live traffic.",
  }),
  percent: z
    .int()
    .min(1)
    .max(MOST_MIRRORED)
    .meta({ description: "How many of a hundred requests are copied, 1 to 50." }),
});

/** An online endpoint of a tenant, with the deployments behind it and how the traffic is split between them. */
export const endpoint = across(
  z.strictObject({
    name: identifier({ max: 20 }).meta({
      description:
        "The endpoint's name within the tenant. Its name in Azure adds the tenant and a hash, for it must be unique in the region.",
    }),
    description: line().optional().meta({ description: "What the endpoint predicts, for people." }),
    deployments: uniqueBy(z.array(deployment), "name").default([]).meta({
      description: "The models that run behind the endpoint. Default: none, if they are deployed by other means.",
    }),
    traffic: z.record(z.string(), z.int().min(0).max(100)).optional().meta({
      description:
        "Percentage of the requests by deployment, 100 in all, or 0 for an endpoint that answers nothing; a deployment that is not named gets 0. Default: 100 for the only deployment. A deployment must be at 0 before it is removed.",
    }),
    mirror: mirror.optional().meta({
      description:
        "Copies of requests that a deployment gets beside the live traffic; nobody sees its answers. Default: none. Take it out and deploy before the deployment gets live traffic: Azure allows one of the two.",
    }),
  }),
  (value) => [...trafficProblems(value), ...mirrorProblems(value)],
);

/** An endpoint as written in a file. */
export type EndpointConfig = z.output<typeof endpoint>;

type Unchecked = Readonly<Record<string, unknown>>;

function trafficProblems(value: Unchecked): CrossFinding[] {
  const { traffic } = value;
  const names = deploymentNames(value);
  if (traffic === undefined) {
    if (names.length < 2) return [];
    const example = names.map((name, index) => `${name}: ${index === 0 ? 100 : 0}`).join(", ");
    return [
      { path: ["traffic"], message: `is required with several deployments; write { ${example} } or another split` },
    ];
  }
  if (typeof traffic !== "object" || traffic === null || Array.isArray(traffic)) return [];
  const shares: unknown[] = Object.values(traffic);
  const unknown = Object.keys(traffic)
    .filter((name) => !names.includes(name))
    .map((name) => ({ path: ["traffic", name], message: notADeployment(name, names) }));
  if (!shares.every((share) => typeof share === "number")) return unknown;
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum === 100 || sum === 0) return unknown;
  return [...unknown, { path: ["traffic"], message: `adds up to ${sum}; the shares must be 100 in all, or 0` }];
}

/** A deployment has either live or mirrored traffic (Learn, "Perform safe rollout of new deployments"). */
function mirrorProblems(value: Unchecked): CrossFinding[] {
  const target = valueAt(value.mirror, "deployment");
  if (typeof target !== "string") return [];
  const names = deploymentNames(value);
  const path = ["mirror", "deployment"];
  if (!names.includes(target)) return [{ path, message: notADeployment(target, names) }];
  const share = value.traffic === undefined ? 100 : (valueAt(value.traffic, target) ?? 0);
  if (share === 0) return [];
  return [
    { path, message: `${quote(target)} has live traffic, and can have mirrored traffic only without; set it to 0` },
  ];
}

function notADeployment(name: string, names: readonly string[]): string {
  const near = suggest(name, names);
  const fix = near === undefined ? `there are: ${names.join(", ") || "none"}` : `did you mean ${quote(near)}?`;
  return `${quote(name)} is not a deployment of this endpoint; ${fix}`;
}

function deploymentNames({ deployments }: Unchecked): string[] {
  if (!Array.isArray(deployments)) return [];
  return deployments.map((entry: unknown) => valueAt(entry, "name")).filter((name) => typeof name === "string");
}

/**
 * Deployments that collect data, of a tenant that shares its workspace. Azure has no role to write blobs that does not
 * also delete containers, and the shared storage account has every tenant's models in it.
 *
 * @param endpoints the list of a tenant's endpoints, which is not checked yet
 */
export function collectionInSharedStorage(endpoints: unknown): CrossFinding[] {
  if (!Array.isArray(endpoints)) return [];
  return endpoints.flatMap((entry: unknown, index) => {
    const deployments = valueAt(entry, "deployments");
    if (!Array.isArray(deployments)) return [];
    return deployments.flatMap((each: unknown, position) =>
      valueAt(each, "dataCollection") === undefined
        ? []
        : [
            {
              path: ["endpoints", index, "deployments", position, "dataCollection"],
              message:
                "is for dedicated tenants only, for whoever may write to the shared storage account reaches every tenant's models; remove it",
            },
          ],
    );
  });
}
