import { z } from "zod";
import { instanceType } from "./aws-fields";
import { image } from "./aws-image";
import { across, type CrossFinding, valueAt } from "./cross-checks";
import { environmentVariables } from "./environment-variables";
import { identifier } from "./fields";
import { quote } from "./problem";
import { text } from "./text-form";

/** Most instances that an endpoint may be given by a file. The account's quota is often lower. */
const MAX_INSTANCES = 100;

/** Instance types that SageMaker scales no endpoint of (Developer Guide, "Register a model"). */
const BURSTABLE = /^ml\.t\d/;

/** Environment variables that a container may have, and how long each name and value may be (API reference, "ContainerDefinition"). */
const MOST_VARIABLES = 100;
const MOST_BYTES = 1024;

/** An object in S3, not a folder. A policy names it, so neither "*" nor "?" may be in its key. */
const object = text({
  what: "an object in S3",
  use: 'one such as "s3://<bucket>/models/churn/3/model.tar.gz"',
  pattern: /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[\w!.()'/=+@-]*[\w!.()'=+@-]$/,
  max: 1024,
});

const scaling = z.strictObject({
  max: z.int().min(1).max(MAX_INSTANCES).meta({ description: "The most instances; the fewest is instances." }),
  invocationsPerInstance: z.int().min(1).default(600).meta({
    description: "Requests a minute that one instance should get on average. Default: 600.",
  }),
});

/** A model behind an endpoint. */
export const serving = across(
  z.strictObject({
    name: identifier({ max: 20 }).meta({ description: "The endpoint's name within the tenant." }),
    image: image().meta({ description: "The container that serves the model, in ECR, with a tag or a digest." }),
    modelData: object.optional().meta({
      description: "The model's archive in S3, which the container finds unpacked. Default: it is in the image.",
    }),
    environment: environmentVariables(
      "a model on SageMaker has no network that it could use one on; put what it needs into its archive or its image",
    )
      .default({})
      .meta({ description: "Environment variables of the container. Never secrets." }),
    instanceType: instanceType().meta({ description: "The instance type, such as ml.m5.large." }),
    instances: z.int().min(1).max(MAX_INSTANCES).default(2).meta({
      description: "How many instances, in different zones when there are two or more. Default: 2.",
    }),
    scaling: scaling.optional().meta({ description: "How far the number grows with the load. Default: it does not." }),
    capturePercent: z.int().min(0).max(100).default(10).meta({
      description:
        "Percentage of requests and answers that are kept in the tenant's bucket, to watch the model's quality. Default: 10.",
    }),
  }),
  (value) => [...againstScaling(value), ...tooMuchEnvironment(value.environment)],
);

type Unchecked = Readonly<Record<string, unknown>>;

function againstScaling({ instances, instanceType: type, scaling: bounds }: Unchecked): CrossFinding[] {
  const findings: CrossFinding[] = [];
  const max = valueAt(bounds, "max");
  if (typeof max === "number" && typeof instances === "number" && max < instances) {
    const message = `${max} is below instances, ${instances}; use ${instances} or more`;
    findings.push({ path: ["scaling", "max"], message });
  }
  if (bounds !== undefined && typeof type === "string" && BURSTABLE.test(type)) {
    const message = `${quote(type)} does not scale: SageMaker refuses it for instances that save up for bursts; use one such as "ml.m5.large", or remove scaling`;
    findings.push({ path: ["instanceType"], message });
  }
  return findings;
}

function tooMuchEnvironment(environment: unknown): CrossFinding[] {
  if (typeof environment !== "object" || environment === null) return [];
  const variables = Object.entries(environment);
  const long = variables.filter(([name, value]) => [name, value].some((text) => bytes(text) > MOST_BYTES));
  return [
    ...(variables.length > MOST_VARIABLES
      ? [{ path: ["environment"], message: `has ${variables.length} variables; SageMaker takes ${MOST_VARIABLES}` }]
      : []),
    ...long.map(([name]) => ({
      path: ["environment", name],
      message: `is longer than the ${MOST_BYTES} bytes that SageMaker takes of a name and of a value; put it into the model's archive`,
    })),
  ];
}

function bytes(text: unknown): number {
  return typeof text === "string" ? Buffer.byteLength(text) : 0;
}

/** A model behind an endpoint, as written in a file. */
export type ServingConfig = z.output<typeof serving>;
