import { type Call, type Json, arnOf, textOf } from "./call";
import type { Gap, Remedy } from "./gap";
import { keepTags } from "./tags";

/** A kind of resource of which moto forgets something, or which it cannot update. */
interface Forgotten {
  /** As in the names of its operations. */
  readonly kind: string;
  /** The parameter with its name. */
  readonly name: string;
  /** The fields of its description that moto forgets, from the parameters of its creation. */
  readonly created: (input: Json) => Json;
  /** The fields of its description that an update sets. Default: moto knows the update, or there is none. */
  readonly updated?: (input: Json) => Json;
}

/** The remedies for such a kind: what is created and updated is laid over what moto describes. */
function remembered(forgotten: Forgotten): Readonly<Record<string, Remedy>> {
  const { kind, name, created, updated } = forgotten;
  const key = (call: Call) => keyOf(forgotten, call);
  const remedies: Record<string, Remedy> = {
    [`Create${kind}`]: {
      amend(answer, call, memory) {
        memory.set(kind, key(call), given(created(call.input)));
        return answer;
      },
    },
    [`Describe${kind}`]: {
      amend: (answer, call, memory) => ({ ...answer, ...memory.get(kind, key(call)) }),
    },
    [`Delete${kind}`]: {
      amend(answer, call, memory) {
        memory.delete(kind, key(call));
        return answer;
      },
    },
  };
  if (updated === undefined) return remedies;
  return {
    ...remedies,
    [`Update${kind}`]: {
      answer(call, memory) {
        memory.merge(kind, key(call), given(updated(call.input)));
        return { json: { [`${kind}Arn`]: arnOf(call, `${kind.toLowerCase()}/${textOf(call.input, name)}`) } };
      },
    },
  };
}

function keyOf({ name }: Forgotten, call: Call): string {
  return arnOf(call, textOf(call.input, name));
}

/** The fields that were given: JSON has no undefined. */
function given(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Models. */
export const MODELS: Gap = {
  service: "sagemaker",
  lacks: "a model's EnableNetworkIsolation is forgotten",
  effect: "the second plan replaces every model",
  does: "remembers it",
  remedies: remembered({
    kind: "Model",
    name: "ModelName",
    created: ({ EnableNetworkIsolation }) => ({ EnableNetworkIsolation }),
  }),
};

/** Notebook instances. */
export const NOTEBOOKS: Gap = {
  service: "sagemaker",
  lacks:
    "a notebook's InstanceMetadataServiceConfiguration and PlatformIdentifier are forgotten; UpdateNotebookInstance is missing",
  effect: "the second plan changes every notebook; changing one fails (500)",
  does: "remembers them, and what is updated",
  remedies: remembered({
    kind: "NotebookInstance",
    name: "NotebookInstanceName",
    created: ({ InstanceMetadataServiceConfiguration, PlatformIdentifier }) => ({
      InstanceMetadataServiceConfiguration,
      PlatformIdentifier,
    }),
    updated: ({ LifecycleConfigName, ...rest }) => ({
      ...rest,
      NotebookInstanceLifecycleConfigName: LifecycleConfigName,
    }),
  }),
};

const ENDPOINT_CONFIG: Forgotten = {
  kind: "EndpointConfig",
  name: "EndpointConfigName",
  created: ({ DataCaptureConfig }) => ({ DataCaptureConfig }),
};

/** Endpoint configurations. */
export const ENDPOINT_CONFIGS: Gap = {
  service: "sagemaker",
  lacks: "DescribeEndpointConfig invents a DataCaptureConfig where none was given",
  effect: "the second plan replaces every endpoint configuration without data capture",
  does: "answers with the one that was given, or none",
  remedies: {
    ...remembered(ENDPOINT_CONFIG),
    DescribeEndpointConfig: {
      amend({ DataCaptureConfig: _invented, ...answer }, call, memory) {
        return { ...answer, ...memory.get(ENDPOINT_CONFIG.kind, keyOf(ENDPOINT_CONFIG, call)) };
      },
    },
  },
};

/** Endpoints. */
export const ENDPOINTS: Gap = {
  service: "sagemaker",
  lacks: "UpdateEndpoint is missing; an endpoint's DeploymentConfig is forgotten",
  effect: "changing an endpoint fails (500); the second plan changes every endpoint with a deployment policy",
  does: "remembers both",
  remedies: remembered({
    kind: "Endpoint",
    name: "EndpointName",
    created: ({ DeploymentConfig }) => ({ LastDeploymentConfig: DeploymentConfig }),
    updated: ({ EndpointConfigName, DeploymentConfig }) => ({
      EndpointConfigName,
      LastDeploymentConfig: DeploymentConfig,
    }),
  }),
};

const LIFECYCLE_CONFIG: Forgotten = {
  kind: "NotebookInstanceLifecycleConfig",
  name: "NotebookInstanceLifecycleConfigName",
  created: ({ NotebookInstanceLifecycleConfigName }) => ({ NotebookInstanceLifecycleConfigName }),
  updated: ({ OnCreate, OnStart }) => ({ OnCreate, OnStart }),
};

/** Lifecycle configurations of notebooks. */
export const LIFECYCLE_CONFIGS: Gap = {
  service: "sagemaker",
  lacks: "lifecycle configurations of notebooks have no tags, and cannot be updated or listed",
  effect: "applying and changing them fails (500)",
  does: "keeps what they are created and updated with",
  remedies: {
    ...remembered(LIFECYCLE_CONFIG),
    CreateNotebookInstanceLifecycleConfig: {
      amend(answer, call, memory) {
        keepTags(memory, textOf(answer, "NotebookInstanceLifecycleConfigArn"), call.input);
        memory.set(LIFECYCLE_CONFIG.kind, keyOf(LIFECYCLE_CONFIG, call), given(LIFECYCLE_CONFIG.created(call.input)));
        return answer;
      },
    },
    ListNotebookInstanceLifecycleConfigs: {
      answer: (call, memory) => ({
        json: { NotebookInstanceLifecycleConfigs: memory.list(LIFECYCLE_CONFIG.kind, arnOf(call, "")) },
      }),
    },
  },
};
