import { z } from "zod";
import { instanceType } from "./aws-fields";
import { image } from "./aws-image";
import { across } from "./cross-checks";
import { environmentVariables } from "./environment-variables";
import { identifier } from "./fields";
import { text } from "./text-form";

/** Most instances that an endpoint may be given by a file. The account's quota is often lower. */
const MAX_INSTANCES = 100;

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
    environment: environmentVariables.default({}).meta({
      description: "Environment variables of the container. Never secrets.",
    }),
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
  ({ instances, scaling: bounds }) => {
    const max: unknown = typeof bounds === "object" && bounds !== null && "max" in bounds ? bounds.max : undefined;
    return typeof max === "number" && typeof instances === "number" && max < instances
      ? [{ path: ["scaling", "max"], message: `${max} is below instances, ${instances}; use ${instances} or more` }]
      : [];
  },
);

/** A model behind an endpoint, as written in a file. */
export type ServingConfig = z.output<typeof serving>;
