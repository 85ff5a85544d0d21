import { text } from "./text-form";

/** The host of a registry of ECR. Those of China have an ending of their own (General Reference, "Amazon ECR endpoints"). */
const REGISTRY = String.raw`\d{12}\.dkr\.ecr\.(cn-[a-z0-9-]+\.amazonaws\.com\.cn|(?!cn-)[a-z0-9-]+\.amazonaws\.com)`;
/** The name of a repository (Amazon ECR API Reference, "CreateRepository"). */
const REPOSITORY = String.raw`[a-z0-9]+([._/-][a-z0-9]+)*`;
/** What names one image of a repository, or what should. */
const VERSION = String.raw`(:[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})`;
/** The longest name of an image that SageMaker takes (API reference, "ContainerDefinition"). */
const LONGEST = 255;

/** An image in a registry of ECR, with a tag or a digest. */
export function image() {
  return text({
    what: "an image of Amazon ECR with a tag or a digest",
    use: 'one such as "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:churn-3"',
    pattern: new RegExp(`^${REGISTRY}/${REPOSITORY}${VERSION}$`),
    max: LONGEST,
  });
}

/** A repository in a registry of ECR, without a tag. */
export function imageRepository() {
  return text({
    what: "a repository of Amazon ECR",
    use: 'one such as "123456789012.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training", without a tag',
    pattern: new RegExp(`^${REGISTRY}/${REPOSITORY}$`),
    max: LONGEST,
    mend: (value) => value.replace(/^https:\/\//, "").replace(new RegExp(`${VERSION}$`), ""),
  });
}
