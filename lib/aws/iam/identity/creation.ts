import { LOCAL_STORAGE_FAMILIES } from "../../../blueprint/local-storage";
import { type Conditions, type PolicyDocument, policy, type Statement } from "../policy";
import { type NamedType, ownNamed, ownStudio, type TenantScope } from "../tenant-scope";

/** Jobs, models and endpoints of SageMaker that a tenant makes by itself, with its own tag and everything that secures them. */
export function creationPolicy(scope: TenantScope): PolicyDocument {
  return policy(...creation(scope), tagging(scope));
}

/** What of SageMaker is made with the tenant's tag, and on which conditions beside that. */
interface Creation {
  readonly Sid: string;
  /** The actions, without `sagemaker:`. */
  readonly actions: readonly string[];
  /** The types of what they make and look at. */
  readonly types: readonly NamedType[];
  /** Parameters that must be true. Default: none. */
  readonly on?: readonly string[];
  /** Parameters that must be given. Which values they may have, the boundary says. Default: none. */
  readonly given?: readonly string[];
  /** Whether it has volumes, which the tenant's key encrypts wherever they take a key. Default: false. */
  readonly volumes?: boolean;
}

const NETWORK = ["VpcSubnets", "VpcSecurityGroupIds"];

const CREATIONS: readonly Creation[] = [
  // FSBP SageMaker.5: a model's container reaches nothing.
  { Sid: "CreateModel", actions: ["CreateModel"], types: ["model"], on: ["NetworkIsolation"], given: NETWORK },
  {
    Sid: "CreateJob",
    actions: ["CreateProcessingJob", "CreateTrainingJob"],
    types: ["processing-job", "training-job"],
    on: ["InterContainerTrafficEncryption"],
    given: [...NETWORK, "OutputKmsKeyArn"],
    volumes: true,
  },
  {
    Sid: "CreateTransformJob",
    actions: ["CreateTransformJob"],
    types: ["transform-job"],
    given: ["ModelArn", "OutputKmsKeyArn"],
    volumes: true,
  },
  {
    Sid: "CreateEndpointConfig",
    actions: ["CreateEndpointConfig"],
    types: ["endpoint-config"],
    given: ["ModelArn"],
    volumes: true,
  },
  { Sid: "CreateEndpoint", actions: ["CreateEndpoint"], types: ["endpoint", "endpoint-config"] },
];

const CREATED_TYPES = [...new Set(CREATIONS.flatMap(({ types }) => types))];

/** Instances with disks of their own, which encrypt themselves: SageMaker refuses a key for their volumes. */
const LOCAL_DISKS = LOCAL_STORAGE_FAMILIES.map((family) => `ml.${family}.*`);

function creation(scope: TenantScope): Statement[] {
  const tagged = { StringEquals: { "aws:RequestTag/tenant": scope.tenant.tenant } };
  return CREATIONS.flatMap(({ Sid, actions, types, on = [], given = [], volumes = false }) => {
    const allowed = (suffix: string, encryption: Conditions): Statement => ({
      Sid: `${Sid}${suffix}`,
      Effect: "Allow",
      Action: actions.map((action) => `sagemaker:${action}`),
      Resource: ownNamed(scope, types),
      Condition: { ...tagged, ...each("Bool", on, "true"), ...each("Null", given, "false"), ...encryption },
    });
    if (!volumes) return [allowed("", {})];
    return [
      allowed("", { ArnEquals: { "sagemaker:VolumeKmsKeyArn": scope.keyArn } }),
      allowed("OnLocalDisks", { "ForAnyValue:StringLike": { "sagemaker:InstanceTypes": LOCAL_DISKS } }),
    ];
  });
}

/** One condition for several keys of SageMaker; nothing for none. */
function each(operator: string, keys: readonly string[], value: string): Conditions {
  if (keys.length === 0) return {};
  return { [operator]: Object.fromEntries(keys.map((key) => [`sagemaker:${key}`, value])) };
}

/** Making something with tags takes this right as well. The key is there then only, so that nothing is tagged later. */
function tagging(scope: TenantScope): Statement {
  return {
    Sid: "TagWhatIsMade",
    Effect: "Allow",
    Action: "sagemaker:AddTags",
    Resource: [...ownNamed(scope, CREATED_TYPES), ...ownStudio(scope, ["app"])],
    Condition: { Null: { "sagemaker:TaggingAction": "false" } },
  };
}
