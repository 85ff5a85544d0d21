import { ACME, type Broken, brokenIn } from "./aws-files";
import type { BrokenFile } from "./broken-file";

const IMAGES = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training";
const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:3";
const MODEL = "s3://acme-models/churn/3/model.tar.gz";

const acme: readonly Broken[] = [
  [
    "A repository of images has a tag.",
    IMAGES,
    `${IMAGES}:2.6`,
    `${ACME}:7:12 aws.images[0]: "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-trai…" is not a repository of Amazon ECR; use "${IMAGES}"`,
  ],
  [
    "A repository of images is not in ECR.",
    IMAGES,
    "docker.io/pytorch",
    `${ACME}:7:12 aws.images[0]: "docker.io/pytorch" is not a repository of Amazon ECR; use one such as "123456789012.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training", without a tag`,
  ],
  [
    "A repository of images is named twice.",
    `[${IMAGES}]`,
    `[${IMAGES}, ${IMAGES}]`,
    /^tenants\/acme\.yaml:7:78 aws\.images\[1\]: .* is already entry 1 of this list; remove one$/,
  ],
  [
    "A repository of images is another tenant's.",
    IMAGES,
    "210987654321.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/globex/images",
    /^tenants\/acme\.yaml:7:12 aws\.images\[0\]: .* is in a repository of tenant globex; copy it to this tenant's own, or to one that is no tenant's$/,
  ],
  [
    "A repository of images is in another region.",
    IMAGES,
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/sklearn",
    `${ACME}:7:12 aws.images[0]: "763104351884.dkr.ecr.us-east-1.amazonaws.com/sklearn" is in us-east-1, and SageMaker takes images of its own region only; use one in eu-central-1, such as a copy`,
  ],
  [
    "A notebook's instance type is one of EC2.",
    "ml.t3.medium",
    "t3.medium",
    `${ACME}:8:47 aws.notebooks[0].instanceType: "t3.medium" is not an instance type of SageMaker; use "ml.t3.medium"`,
  ],
  [
    "A notebook's name has upper-case letters.",
    "name: research",
    "name: Research",
    `${ACME}:8:23 aws.notebooks[0].name: "Research" has upper-case letters; use "research"`,
  ],
  [
    "Two notebooks have one name.",
    "[{ name: research, instanceType: ml.t3.medium }]",
    "[{ name: a, instanceType: ml.t3.medium }, { name: a, instanceType: ml.t3.medium }]",
    `${ACME}:8:64 aws.notebooks[1].name: "a" is already used by entry 1 of this list; use another`,
  ],
  [
    "A notebook never stops.",
    "ml.t3.medium }",
    "ml.t3.medium, idleMinutes: 0 }",
    `${ACME}:8:74 aws.notebooks[0].idleMinutes: 0 must be at least 10`,
  ],
  [
    "A notebook's volume is too small.",
    "ml.t3.medium }",
    "ml.t3.medium, volumeGiB: 1 }",
    `${ACME}:8:72 aws.notebooks[0].volumeGiB: 1 must be at least 5`,
  ],
  [
    "Somebody is in Studio twice.",
    "[ada, grace]",
    "[ada, ada]",
    `${ACME}:9:26 aws.studio.users[1]: "ada" is already entry 1 of this list; remove one`,
  ],
  ["Nobody is in Studio.", "[ada, grace]", "[]", /^tenants\/acme\.yaml:9:20 aws\.studio\.users: /],
  [
    "An image has no tag.",
    IMAGE,
    IMAGE.replace(":3", ""),
    /^tenants\/acme\.yaml:12:14 aws\.serving\[0\]\.image: .* is not an image of Amazon ECR with a tag or a digest; use one such as /,
  ],
  [
    "An image is another tenant's.",
    IMAGE,
    IMAGE.replace("/acme/", "/globex/"),
    /^tenants\/acme\.yaml:12:14 aws\.serving\[0\]\.image: .* is in a repository of tenant globex; copy it to this tenant's own/,
  ],
  [
    "An image is in another region.",
    IMAGE,
    IMAGE.replace("eu-central-1", "eu-west-1"),
    /^tenants\/acme\.yaml:12:14 aws\.serving\[0\]\.image: .* is in eu-west-1, and SageMaker takes images of its own region only; use one in eu-central-1/,
  ],
  [
    "A model is a folder.",
    MODEL,
    "s3://acme-models/churn/",
    `${ACME}:13:18 aws.serving[0].modelData: "s3://acme-models/churn/" is not an object in S3; use one such as "s3://<bucket>/models/churn/3/model.tar.gz"`,
  ],
  [
    "A model is a pattern.",
    MODEL,
    "s3://acme-models/churn/*",
    `${ACME}:13:18 aws.serving[0].modelData: "s3://acme-models/churn/*" is not an object in S3; use one such as "s3://<bucket>/models/churn/3/model.tar.gz"`,
  ],
  [
    "A model is in another tenant's bucket.",
    MODEL,
    "s3://mlp-dev-globex--data-abcde/m.tar.gz",
    /^tenants\/acme\.yaml:13:18 aws\.serving\[0\]\.modelData: "s3:\/\/mlp-dev-globex--data-abcde\/m\.tar\.gz" is in a bucket of tenant globex; copy it to this tenant's own, "mlp-dev-acme--data-[a-z2-7]{5}"$/,
  ],
  [
    "A model is in a bucket of the platform.",
    MODEL,
    "s3://mlp-dev--trail-abcde/m.tar.gz",
    /^tenants\/acme\.yaml:13:18 aws\.serving\[0\]\.modelData: .* is in a bucket of the platform; copy it to /,
  ],
  [
    "A model is in a bucket that only looks like the tenant's.",
    MODEL,
    "s3://mlp-dev-acme--data-aaaaa/m.tar.gz",
    /^tenants\/acme\.yaml:13:18 aws\.serving\[0\]\.modelData: .* is in "mlp-dev-acme--data-aaaaa", and this tenant's own bucket is "mlp-dev-acme--data-[a-z2-7]{5}"; use that$/,
  ],
  [
    "A model's environment has a secret in it.",
    "instances: 2",
    "environment: { API_KEY: hunter2 }",
    /^tenants\/acme\.yaml:15:31 aws\.serving\[0\]\.environment\.API_KEY: has the name of a key; files hold references, never secrets/,
  ],
  [
    "An endpoint scales to fewer instances than it has.",
    "instances: 2",
    "instances: 3\n      scaling: { max: 2 }",
    `${ACME}:16:23 aws.serving[0].scaling.max: 2 is below instances, 3; use 3 or more`,
  ],
  [
    "An endpoint of burstable instances scales.",
    "ml.m5.large\n",
    "ml.t2.medium\n      scaling: { max: 3 }\n",
    `${ACME}:14:21 aws.serving[0].instanceType: "ml.t2.medium" does not scale: SageMaker refuses it for instances that save up for bursts; use one such as "ml.m5.large", or remove scaling`,
  ],
  [
    "An environment variable is longer than SageMaker takes.",
    "instances: 2",
    `environment: { A: ${"x".repeat(1025)} }`,
    `${ACME}:15:25 aws.serving[0].environment.A: is longer than the 1024 bytes that SageMaker takes of a name and of a value; put it into the model's archive`,
  ],
  [
    "An endpoint has no instance.",
    "instances: 2",
    "instances: 0",
    `${ACME}:15:18 aws.serving[0].instances: 0 must be at least 1`,
  ],
  [
    "More than all requests are kept.",
    "instances: 2",
    "capturePercent: 101",
    `${ACME}:15:23 aws.serving[0].capturePercent: 101 must be at most 100`,
  ],
  [
    "A budget is for nothing.",
    "monthlyUsd: 2000",
    "monthlyUsd: 0",
    `${ACME}:16:25 aws.budget.monthlyUsd: 0 must be at least 1`,
  ],
  [
    "Somebody is told of a budget twice.",
    "[finance@acme.example]",
    "[finance@acme.example, finance@acme.example]",
    `${ACME}:16:62 aws.budget.notify[1]: "finance@acme.example" is already entry 1 of this list; remove one`,
  ],
  [
    "Ten people are told of a budget beside the owner.",
    "[finance@acme.example]",
    `[${Array.from({ length: 10 }, (_, index) => `p${index}@acme.example`).join(", ")}]`,
    /^tenants\/acme\.yaml:16:39 aws\.budget\.notify: /,
  ],
];

/** Tenants whose files say of images, notebooks, Studio, endpoints or the budget on AWS what cannot be. */
export const AWS_WORKLOADS: readonly BrokenFile[] = brokenIn(ACME, acme);
