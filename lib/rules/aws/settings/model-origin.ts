import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

/** Where a model comes from, and how names there tell tenants apart. Others than tenants' have no such names. */
const ORIGINS = [
  {
    argument: "model_data_url",
    owner: /^s3:\/\/([a-z0-9-]*?[a-z0-9])--data-[a-z0-9]{5}\//,
    own: { type: "aws_s3_bucket", argument: "bucket", owner: /^([a-z0-9-]*?[a-z0-9])--data-[a-z0-9]{5}$/ },
  },
  {
    argument: "image",
    owner: /^\d{12}\.dkr\.ecr\.[^/]+\/([^/]+\/[^/]+)\/images[:@]/,
    own: { type: "aws_ecr_repository", argument: "name", owner: /^([^/]+\/[^/]+)\/images$/ },
  },
] as const;

const CONTAINERS = ["primary_container?", "container?"] as const;

const modelFrom = (bucket: string) => ({
  resource: {
    aws_s3_bucket: { example: { bucket: "mlp-dev-acme--data-aaaaa" } },
    aws_sagemaker_model: { example: { primary_container: { model_data_url: `s3://${bucket}/model.tar.gz` } } },
  },
});

/** Models of others may be shared, from buckets and repositories that are no tenant's. */
export const MODEL_ORIGIN: Rule = {
  id: "aws-model-origin",
  severity: "critical",
  title: "No model comes from another tenant's bucket or repository.",
  reason: "The other tenant decides what runs with this one's role and sees its requests.",
  fix: "copy it to a bucket or repository of the tenant, or to one that is shared",
  source: "Amazon SageMaker API Reference: ContainerDefinition",
  controls: ["MCSB DS-2"],
  example: { wrong: modelFrom("mlp-dev-acme-eu--data-bbbbb"), right: modelFrom("mlp-dev-acme--data-aaaaa") },
  *check(stack) {
    for (const model of stack.resources("aws_sagemaker_model")) {
      for (const origin of ORIGINS) yield* foreign(stack, model, origin);
    }
  },
};

function* foreign(stack: Stack, model: Resource, { argument, owner, own }: (typeof ORIGINS)[number]) {
  const owners = stack.resources(own.type).flatMap(({ content }) => ownerIn(content[own.argument], own.owner) ?? []);
  for (const container of CONTAINERS) {
    for (const { argument: place, value } of valuesAt(model.content, `${container}.${argument}`)) {
      const other = ownerIn(value, owner);
      if (other === undefined || owners.length === 0 || owners.includes(other)) continue;
      yield {
        resource: model,
        argument: place,
        found: value,
        must: `must not be of ${other}: this is ${owners.join()}`,
      };
    }
  }
}

function ownerIn(value: unknown, form: RegExp): string | undefined {
  return typeof value === "string" ? form.exec(value)?.[1] : undefined;
}
