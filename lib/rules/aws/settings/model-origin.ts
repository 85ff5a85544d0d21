import { valuesAt } from "../../blocks";
import { perStack } from "../../per-stack";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { matchesAction } from "../iam/glob";
import { policyTexts } from "../iam/stack-policies";
import { accountOf } from "../policies/account";

/** A kind of places that models come from. */
interface Origin {
  /** Where a container names one. A block whose name ends in "?" need not be there. */
  readonly arguments: readonly string[];
  /** The place within such a value, as ARNs end in it. */
  readonly read: (value: string) => string | undefined;
  /** Places in the ARNs of policies, which may be patterns. */
  readonly inPolicies: RegExp;
  /** The places that the stack has itself. */
  readonly own: (stack: Stack) => readonly string[];
}

/** S3 takes s3://bucket/key, https://s3.region.amazonaws.com/bucket/key and https://bucket.s3.region.amazonaws.com/key. */
const BUCKETS: readonly RegExp[] = [
  /^s3:\/\/([^/]+)\//,
  /^https:\/\/s3[.-][a-z0-9.-]+\/([^/]+)\//,
  /^https:\/\/([a-z0-9.-]+?)\.s3[.-][a-z0-9.-]+\//,
];

const ORIGINS: readonly Origin[] = [
  {
    arguments: [
      "model_data_url",
      "model_data_source?.s3_data_source?.s3_uri",
      "additional_model_data_source?.s3_data_source?.s3_uri",
    ],
    read: (value) => BUCKETS.map((form) => form.exec(value)?.[1]).find((bucket) => bucket !== undefined),
    inPolicies: /:s3:::([^/"]+)\//g,
    own: (stack) => stack.resources("aws_s3_bucket").map(({ content }) => String(content.bucket)),
  },
  {
    arguments: ["image"],
    read: (value) => {
      const [, account = "", name] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(value) ?? [];
      return name === undefined ? undefined : `${account}:repository/${name}`;
    },
    inPolicies: /:ecr:[^:"]*:(\d{12}:repository\/[^"]+)"/g,
    own: (stack) =>
      stack
        .resources("aws_ecr_repository")
        .map(({ content }) => `${accountOf(stack) ?? "*"}:repository/${String(content.name)}`),
  },
];

const CONTAINERS = ["primary_container?", "container?"] as const;

const modelFrom = (bucket: string) => ({
  resource: {
    aws_s3_bucket: { example: { bucket: "mlp-dev-acme--data-aaaaa" } },
    aws_sagemaker_model: { example: { primary_container: { model_data_url: `s3://${bucket}/model.tar.gz` } } },
  },
});

/** Models of others may be shared, from buckets and repositories that the tenant's file names: its policies name them too. */
export const MODEL_ORIGIN: Rule = {
  id: "aws-model-origin",
  severity: "critical",
  title: "Models come from the stack's bucket and repository, or from what its policies name.",
  reason: "Whoever owns the other bucket or repository decides what runs with the tenant's role and sees its requests.",
  fix: "copy it to a bucket or repository of the tenant, or to a shared one that the tenant's file names",
  source: "Amazon SageMaker API Reference: ContainerDefinition",
  controls: ["MCSB DS-2"],
  example: { wrong: modelFrom("mlp-dev-acme-eu--data-bbbbb"), right: modelFrom("mlp-dev-acme--data-aaaaa") },
  *check(stack) {
    for (const [index, origin] of ORIGINS.entries()) {
      const paths = CONTAINERS.flatMap((container) => origin.arguments.map((argument) => `${container}.${argument}`));
      for (const resource of stack.resources("aws_sagemaker_model")) {
        for (const { argument, value } of paths.flatMap((path) => valuesAt(resource.content, path))) {
          const place = typeof value === "string" ? origin.read(value) : undefined;
          const known = knownPlaces(stack)[index] ?? [];
          if (place === undefined || known.length === 0 || known.some((one) => matchesAction(one, place))) continue;
          const must = "must be of the tenant, or of what the policies of its roles name";
          yield { resource, argument, found: value, must };
        }
      }
    }
  },
};

/** The places of each kind that a stack has or names in policies. */
const knownPlaces = perStack((stack) =>
  ORIGINS.map(({ own, inPolicies }) => [
    ...own(stack),
    ...policyTexts(stack).flatMap((text) => [...text.matchAll(inPolicies)].flatMap(([, place]) => place ?? [])),
  ]),
);
