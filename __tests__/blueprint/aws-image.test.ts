import { otherRepositories, parseImage, repositoryArn } from "../../lib/blueprint/aws-image";
import { type Content, awsPlatform, awsTenant, blueprintOf, PLATFORM_ACCOUNT, TENANT_ACCOUNT } from "../support/files";
import { awsTenantConfig } from "./configs";

const REGISTRY = `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com`;
const DEEP_LEARNING = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training";
const DEEP_LEARNING_ARN = "arn:aws:ecr:eu-central-1:763104351884:repository/pytorch-training";
const OWN = `arn:aws:ecr:eu-central-1:${PLATFORM_ACCOUNT}:repository/mlp-dev/acme/`;

const model = (name: string, image: string) => ({ name, image, instanceType: "ml.m5.large" });
const others = (aws: Content) => otherRepositories(awsTenantConfig(awsTenant("acme", { aws })), OWN);

test.each([
  [":churn-3", ":churn-3"],
  [`@sha256:${"0".repeat(64)}`, `@sha256:${"0".repeat(64)}`],
  ["", ""],
])("An image that ends in %j has its account, region, repository and version read.", (ending, version) => {
  expect(parseImage(`${REGISTRY}/mlp-dev/acme/images${ending}`)).toEqual({
    repository: { accountId: PLATFORM_ACCOUNT, region: "eu-central-1", name: "mlp-dev/acme/images" },
    version,
  });
});

test("What is no image is never read as one.", () => {
  expect(() => parseImage("docker.io/acme/churn:1")).toThrow('"docker.io/acme/churn:1" is not an image of Amazon ECR');
});

test.each([
  [`${REGISTRY}/churn`, `arn:aws:ecr:eu-central-1:${PLATFORM_ACCOUNT}:repository/churn`],
  [DEEP_LEARNING, DEEP_LEARNING_ARN],
  ["727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b", "arn:aws-cn:ecr:cn-north-1:727897471807:repository/a/b"],
  ["442386744353.dkr.ecr.us-gov-west-1.amazonaws.com/a", "arn:aws-us-gov:ecr:us-gov-west-1:442386744353:repository/a"],
])("The ARN of %s has the account, the region and the partition of its host.", (text, arn) => {
  expect(repositoryArn(parseImage(text).repository)).toBe(arn);
});

test("A tenant takes images from the repositories of images and of serving, each once and sorted.", () => {
  const found = others({
    images: [DEEP_LEARNING, `${REGISTRY}/zoo`],
    serving: [
      model("churn", `${REGISTRY}/base:1`),
      model("fraud", `${REGISTRY}/base:2`),
      model("a", `${DEEP_LEARNING}:2`),
    ],
  });

  expect(found).toEqual([
    `arn:aws:ecr:eu-central-1:${PLATFORM_ACCOUNT}:repository/base`,
    `arn:aws:ecr:eu-central-1:${PLATFORM_ACCOUNT}:repository/zoo`,
    DEEP_LEARNING_ARN,
  ]);
});

test("The order in the file changes nothing.", () => {
  expect(others({ images: [`${REGISTRY}/zoo`, DEEP_LEARNING] })).toEqual(
    others({ images: [DEEP_LEARNING, `${REGISTRY}/zoo`] }),
  );
});

test("The tenant's own repository is none of the others.", () => {
  expect(others({ serving: [model("churn", `${REGISTRY}/mlp-dev/acme/images:1`)] })).toEqual([]);
});

test("In an account of its own, a tenant's repositories are those of that account.", () => {
  const own = `${TENANT_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images`;
  const shared = `${REGISTRY}/shared/base`;
  const { aws } = blueprintOf(awsPlatform(), [
    awsTenant("acme", {
      aws: { isolation: "account", accountId: TENANT_ACCOUNT, serving: [model("churn", `${own}:1`)], images: [shared] },
    }),
  ]);

  expect(aws?.tenants[0]?.repository).toEqual({
    name: "mlp-dev/acme/images",
    pattern: `arn:aws:ecr:eu-central-1:${TENANT_ACCOUNT}:repository/mlp-dev/acme/*`,
    others: [`arn:aws:ecr:eu-central-1:${PLATFORM_ACCOUNT}:repository/shared/base`],
  });
});
