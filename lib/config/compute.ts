import { z } from "zod";
import { across, uniqueBy } from "./cross-checks";
import { guid, identifier } from "./fields";
import { quote } from "./problem";
import { text } from "./text-form";
import { vmSize } from "./vm-size";

/** The name of the cluster that builds images in every workspace; no other cluster can have it. */
export const IMAGE_BUILD_CLUSTER = "image-build";

/**
 * The name of a cluster: 3 to 24 characters, and a letter after the last hyphen (Learn, "Create an Azure Machine Learning
 * compute cluster").
 */
function clusterName() {
  return text({
    what: "a name of lower-case letters, digits and single hyphens that begins with a letter and has one after its last hyphen",
    use: 'one such as "cpu" or "gpu-a100"',
    pattern: /^(?!.*-[0-9]+$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    min: 3,
    max: 24,
    mend: (value) =>
      value
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
  }).refine((name) => name !== IMAGE_BUILD_CLUSTER, {
    error: `"${IMAGE_BUILD_CLUSTER}" is the cluster that builds images in every workspace; use another name`,
  });
}

const cluster = across(
  z.strictObject({
    name: clusterName().meta({
      description:
        "The cluster's name, unique in the workspace: what jobs name as their compute. Renaming replaces it.",
    }),
    vmSize: vmSize().meta({
      description: "The size of a node, such as Standard_DS3_v2. Changing it replaces the cluster.",
    }),
    maxNodes: z.int().min(1).meta({ description: "The most nodes that run at once." }),
    minNodes: z.int().min(0).default(0).meta({
      description: "Nodes that always run, and always cost money. Default: 0.",
    }),
    idleMinutes: z.int().min(1).default(15).meta({
      description: "Minutes without a job after which a node is released. Default: 15.",
    }),
    priority: z.enum(["dedicated", "low-priority"]).default("dedicated").meta({
      description:
        "dedicated (default), or low-priority: cheaper nodes that Azure may take back in the middle of a job.",
    }),
  }),
  ({ minNodes, maxNodes }) =>
    typeof minNodes === "number" && typeof maxNodes === "number" && minNodes > maxNodes
      ? [{ path: ["minNodes"], message: `${quote(minNodes)} is more than maxNodes, which is ${quote(maxNodes)}` }]
      : [],
);

const instance = z.strictObject({
  name: identifier({ max: 20 }).meta({
    description:
      "The instance's name within the tenant. Its name in Azure adds the tenant and a hash, for it must be unique in the region. Renaming replaces it.",
  }),
  vmSize: vmSize().meta({ description: "Its size, such as Standard_DS3_v2. Changing it replaces the instance." }),
  user: guid().meta({
    description: "Object id of the one Entra user who works on it. Changing it replaces the instance.",
  }),
  idleMinutes: z.int().min(15).max(4320).default(60).meta({
    description: "Minutes without activity after which it is shut down, 15 to 4320 (three days). Default: 60.",
  }),
});

/** The compute of a dedicated tenant: clusters that jobs run on, and instances that people work on. */
export const compute = z.strictObject({
  clusters: uniqueBy(z.array(cluster), "name").default([]).meta({
    description: "Clusters for training jobs. They scale down to minNodes when idle.",
  }),
  instances: uniqueBy(z.array(instance), "name").default([]).meta({
    description: "Compute instances, each for one person.",
  }),
});

/** The compute of a tenant as written in a file, with its defaults. */
export type ComputeConfig = z.output<typeof compute>;
