import type { ServingConfig } from "../config/aws-serving";
import type { AwsPlatform } from "../config/platform";
import type { AwsTenant } from "../config/tenant";
import type { AwsAccount } from "./aws-account";
import { type AlarmBlueprint, endpointAlarms } from "./aws-alarms";
import { foundationOf } from "./aws-foundation";
import { invocationsUrl } from "./aws-hosts";
import { awsName, awsPrefix } from "./aws-names";
import { shortHash } from "./hash";
import { hasLocalStorage } from "./local-storage";
import type { Owner } from "./names";

/** A model as SageMaker runs it. Nothing of it can change: another model has another name. */
export interface ModelBlueprint {
  /** A hash of everything below and of the network that it runs in. */
  readonly version: string;
  /** Its name, which ends in its version. */
  readonly name: string;
  /** The container, in ECR. */
  readonly image: string;
  /** The archive in S3. Absent when the model is in the image. */
  readonly modelData?: string;
  /** Environment variables of the container. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How the number of an endpoint's instances follows the load. */
export interface ScalingBlueprint {
  /** The name of the policy. */
  readonly policy: string;
  /** The fewest and the most instances. */
  readonly instances: { readonly min: number; readonly max: number };
  /** Requests a minute that one instance should get on average. */
  readonly invocationsPerInstance: number;
}

/** A model behind an endpoint. */
export interface ServingBlueprint {
  /** Its name in the tenant's file. */
  readonly key: string;
  /** The endpoint's name, which never changes. */
  readonly endpoint: string;
  /** Where the endpoint is called. */
  readonly invocationsUrl: string;
  /** The model. */
  readonly model: ModelBlueprint;
  /** What the names of the endpoint's configurations begin with: each change makes another one. */
  readonly configurationPrefix: string;
  /** The name of the variant, the only one. */
  readonly variant: string;
  /** The instance type, such as ml.m5.large. */
  readonly instanceType: string;
  /** How many instances there are, or the fewest. */
  readonly instances: number;
  /** Whether its volumes are encrypted with the tenant's key. Disks of the instance itself are encrypted by the instance. */
  readonly volumeKey: boolean;
  /** Percentage of requests and answers that are kept, and the folder of the bucket. Absent when none are. */
  readonly capture?: { readonly percent: number; readonly folder: string };
  /** The endpoint's log group. */
  readonly logGroup: string;
  /** Days that its logs are kept. */
  readonly logRetentionDays: number;
  /** Its alarms. */
  readonly alarms: readonly AlarmBlueprint[];
  /** How it scales. Absent when it does not. */
  readonly scaling?: ScalingBlueprint;
}

/**
 * Most characters of a name prefix: Terraform puts 26 behind it, and SageMaker takes 63 (terraform-provider-aws,
 * `sagemaker.validPrefix`).
 */
const MAX_PREFIX = 37;

/** The models of a tenant behind endpoints, in the order of the file. */
export function servingBlueprints(
  platform: AwsPlatform,
  owner: Owner,
  account: AwsAccount,
  { serving, alerts }: Pick<AwsTenant["aws"], "serving" | "alerts">,
): ServingBlueprint[] {
  const { range, zones } = foundationOf(platform, owner, account);
  return serving.map((config) => {
    const { name: key, instanceType, instances, capturePercent } = config;
    const endpoint = awsName("sagemaker", owner, key);
    const scaling = scalingBlueprint(owner, config);
    return {
      key,
      endpoint,
      invocationsUrl: invocationsUrl(account, endpoint),
      model: modelBlueprint(owner, config, [range, ...zones]),
      configurationPrefix: configurationPrefix(owner, key),
      variant: "main",
      instanceType,
      instances,
      volumeKey: !hasLocalStorage(instanceType),
      ...(capturePercent === 0 ? {} : { capture: { percent: capturePercent, folder: `capture/${key}` } }),
      logGroup: `/aws/sagemaker/Endpoints/${endpoint}`,
      logRetentionDays: platform.aws.foundation.logRetentionDays,
      alarms: endpointAlarms(key, owner, alerts),
      ...(scaling === undefined ? {} : { scaling }),
    };
  });
}

/** What the names of an endpoint's configurations begin with. The owner's prefix is never cut: policies rest on it. */
export function configurationPrefix(owner: Owner, key: string): string {
  const whole = awsPrefix(owner);
  if (whole.length >= MAX_PREFIX) throw new Error(`"${whole}" leaves no room for the name of a configuration`);
  return `${whole}${key}-`.slice(0, MAX_PREFIX);
}

/**
 * @param network what the model's subnets and security group are made anew with: a model can neither move nor be made
 * anew under its name while it is in use
 */
function modelBlueprint(
  owner: Owner,
  { name: key, image, modelData, environment }: ServingConfig,
  network: readonly string[],
): ModelBlueprint {
  const variables = Object.entries(environment).sort(([one], [other]) => (one < other ? -1 : 1));
  const version = shortHash(JSON.stringify([image, modelData ?? null, variables, network]));
  return {
    version,
    name: awsName("sagemaker", owner, `${key}-${version}`),
    image,
    ...(modelData === undefined ? {} : { modelData }),
    environment,
  };
}

function scalingBlueprint(
  owner: Owner,
  { name: key, instances, scaling }: ServingConfig,
): ScalingBlueprint | undefined {
  if (scaling === undefined) return undefined;
  return {
    policy: awsName("scalingPolicy", owner, `${key}-requests`),
    instances: { min: instances, max: scaling.max },
    invocationsPerInstance: scaling.invocationsPerInstance,
  };
}
