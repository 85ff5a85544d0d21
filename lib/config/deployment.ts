import { z } from "zod";
import { across, type CrossFinding } from "./cross-checks";
import { asset } from "./deployment-asset";
import { environmentVariables } from "./environment-variables";
import { identifier, line } from "./fields";
import { instanceCount, scaling } from "./scaling";
import { text } from "./text-form";

/** The longest that Azure lets a request take, in seconds (Learn, "Manage and increase quotas and limits"). */
const LONGEST_REQUEST = 180;

const scoringCode = z.strictObject({
  asset: asset("codes").meta({
    description: "The code: name:version of a code asset of the workspace, or the full id of one in a registry.",
  }),
  scoringScript: text({
    what: "the path of a Python file within the code",
    use: 'one such as "score.py"',
    pattern: /^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*\.py$/,
    max: 256,
  }).meta({ description: "The file in it that has the functions init and run, such as score.py." }),
});

const seconds = (what: string, azure: string) =>
  z
    .int()
    .min(1)
    .optional()
    .meta({ description: `${what}, in seconds. Default: ${azure}.` });
const times = (what: string, azure: string) =>
  z
    .int()
    .min(1)
    .optional()
    .meta({ description: `${what}. Default: ${azure}.` });

/** When a container is asked, and how often. The defaults are those of Learn, "CLI (v2) managed online deployment YAML
 * schema". */
const probe = z.strictObject({
  initialDelaySeconds: seconds("How long to wait before the first probe", "Azure's, which is 10"),
  periodSeconds: seconds("How long to wait between two probes", "Azure's, which is 10"),
  timeoutSeconds: seconds("How long one probe may take", "Azure's, which is 2"),
  failureThreshold: times("How many probes in a row must fail before it counts", "Azure's, which is 30"),
  successThreshold: times("How many probes in a row must succeed before it counts", "Azure's, which is 1"),
});

const requests = z.strictObject({
  maxConcurrentPerInstance: z
    .int()
    .min(1)
    .optional()
    .meta({ description: "How many requests an instance works on at once. Default: Azure's, which is 1." }),
  timeoutSeconds: z
    .int()
    .min(1)
    .max(LONGEST_REQUEST)
    .optional()
    .meta({ description: "How long a request may take, 1 to 180 seconds. Default: Azure's, which is 5." }),
});

/** The collections that the data collector makes by itself, and those that model monitoring knows by name. */
const COLLECTIONS = ["model_inputs", "model_outputs", "request", "response"] as const;

const dataCollection = z.strictObject({
  collect: z
    .array(z.enum(COLLECTIONS))
    .min(1, { error: "is empty; name what to collect, or leave dataCollection out" })
    .refine((list) => new Set(list).size === list.length, { error: "names something twice; keep it once" })
    .meta({
      description:
        "What is kept: request and response are whole payloads; model_inputs and model_outputs are what the scoring script hands to a Collector of that name.",
    }),
  samplingPercent: z
    .int()
    .min(1)
    .max(100)
    .default(100)
    .meta({ description: "How many of a hundred requests are kept. Default: 100." }),
});

const fields = z.strictObject({
  name: identifier({ min: 3, max: 32 }).meta({
    description: "The deployment's name within the endpoint, such as blue. Renaming it makes another one.",
  }),
  description: line().optional().meta({ description: "What is special about it, for people. Default: none." }),
  model: asset("models").optional().meta({
    description:
      "The model: name:version in the workspace, which must be registered before, or azureml://registries/<registry>/models/<name>/versions/<version>. Leave it out if the environment's image has it.",
  }),
  environment: asset("environments").optional().meta({
    description:
      "The environment: name:version in the workspace, or the full id of one in a registry. Leave it out for an MLflow model, which brings its own.",
  }),
  code: scoringCode.optional().meta({
    description: "The code that answers requests. Leave it out if the model or the environment's image brings it.",
  }),
  instanceType: text({
    what: "the name of a VM size",
    use: 'one such as "Standard_DS3_v2"',
    pattern: /^Standard_[A-Za-z0-9_]+$/,
    max: 64,
  }).meta({ description: "The VM size of the instances, such as Standard_DS3_v2." }),
  instances: instanceCount().optional().meta({
    description: "How many instances run, 1 to 50. Default: 2. Leave it out beside scaling.",
  }),
  scaling: scaling.optional().meta({
    description: "How many instances run by the load on them. Default: always the same number.",
  }),
  requests: requests.optional().meta({ description: "How requests are taken." }),
  liveness: probe
    .optional()
    .meta({ description: "Whether the container still lives. Default: probed by Azure's defaults." }),
  readiness: probe
    .optional()
    .meta({ description: "Whether the container can take requests. Default: probed by Azure's defaults." }),
  startup: probe
    .optional()
    .meta({ description: "Whether the application in the container has started. Default: as Azure sees fit." }),
  environmentVariables: environmentVariables(
    "let the endpoint's identity sign in, or give it a right to the key vault and name the vault's secret here",
  )
    .optional()
    .meta({ description: "Environment variables of the container. Never secrets." }),
  dataCollection: dataCollection.optional().meta({
    description:
      "Keeps data of requests in the workspace's storage account, where the endpoint's identity may write then. Dedicated tenants only. Default: nothing is kept.",
  }),
  modelMountPath: text({
    what: "an absolute path of folders",
    use: 'one such as "/var/models"',
    pattern: /^(?!.*\.\.)(\/[\w.-]+)+$/,
    max: 256,
  })
    .optional()
    .meta({ description: "Where the model is mounted, for an image that brings its own server. Default: Azure's." }),
});

/** A model that runs behind an endpoint. */
export const deployment = across(fields, (value) => [...withoutContent(value), ...countedTwice(value)]);

/** A deployment as written in a file. */
export type DeploymentConfig = z.output<typeof deployment>;

/** A probe as written in a file. */
export type ProbeConfig = z.output<typeof probe>;

function withoutContent({ model, environment }: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (model !== undefined || environment !== undefined) return [];
  return [{ path: [], message: "needs a model, an environment, or both: there is nothing to run" }];
}

function countedTwice({ instances, scaling: given }: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (instances === undefined || given === undefined) return [];
  return [
    { path: ["instances"], message: "cannot stand beside scaling, which says how many there are; keep one of them" },
  ];
}
