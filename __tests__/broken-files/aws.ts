import { all, type BrokenFile, replaced, written } from "./broken-file";

const PLATFORM = "platform.yaml";
const ACME = "tenants/acme.yaml";
const GLOBEX = "tenants/globex.yaml";

/** Files that are right, of a platform on AWS only, with a tenant in its account and one in an account of its own. */
const VALID_FILES: Readonly<Record<string, string>> = {
  [PLATFORM]: `prefix: mlp
instance: dev
tags: { businessUnit: research }
backend: { local: { path: .state } }
aws:
  accountId: "123456789012"
  region: eu-central-1
  deployers: [arn:aws:iam::123456789012:role/terraform]
  limits: { rolesPerAccount: 2000 }
  foundation:
    addressSpace: 10.40.0.0/20
    availabilityZones: [eu-central-1a, eu-central-1b]
    logRetentionDays: 365
    github: { repository: acme/ml-platform, environment: production }
`,
  [ACME]: `tenant: acme
displayName: Acme GmbH
owner: ml@acme.example
costCenter: "4711"
aws:
  principals: [arn:aws:iam::111122223333:role/acme-sso]
  images: [763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training]
  notebooks: [{ name: research, instanceType: ml.t3.medium }]
  studio: { users: [ada, grace] }
  serving:
    - name: churn
      image: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:3
      modelData: s3://acme-models/churn/3/model.tar.gz
      instanceType: ml.m5.large
      instances: 2
  budget: { monthlyUsd: 2000, notify: [finance@acme.example] }
`,
  [GLOBEX]: `tenant: globex
displayName: Globex Corporation
owner: data@globex.example
costCenter: "5200"
aws:
  isolation: account
  accountId: "210987654321"
  deployRole: arn:aws:iam::210987654321:role/terraform
`,
};

/** Writes valid files of a platform on AWS in the place of the others, and breaks them. */
export function onAws(...steps: readonly BrokenFile["breakIn"][]): BrokenFile["breakIn"] {
  return all(...Object.entries(VALID_FILES).map(([file, text]) => written(file, text)), ...steps);
}

/** A value that is put in the place of another, and the one problem that this gives. */
type Broken = readonly [name: string, text: string, by: string, expected: string | RegExp];

function brokenIn(file: string, cases: readonly Broken[]): BrokenFile[] {
  return cases.map(([name, text, by, expected]) => ({
    name,
    breakIn: onAws(replaced(file, text, by)),
    expected: [expected],
  }));
}

const DEPLOYER = "arn:aws:iam::123456789012:role/terraform";
const PRINCIPAL = "arn:aws:iam::111122223333:role/acme-sso";
const IMAGES = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training";
const IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:3";
const MODEL = "s3://acme-models/churn/3/model.tar.gz";
const notARole = 'is not the ARN of an IAM role; use one such as "arn:aws:iam::111122223333:role/acme-sso"';

const platform: readonly Broken[] = [
  [
    "The account is a number.",
    '"123456789012"',
    "123456789012",
    'platform.yaml:6:14 aws.accountId: expected text, got the number 123456789012; put it in quotes: "123456789012"',
  ],
  [
    "The account has eleven digits.",
    '"123456789012"',
    '"12345678901"',
    'platform.yaml:6:14 aws.accountId: "12345678901" is not an AWS account id; use twelve digits in quotes, such as "123456789012"',
  ],
  [
    "The region is one on Azure.",
    "region: eu-central-1",
    "region: westeurope",
    /^platform\.yaml:7:11 aws\.region: "westeurope" is not an AWS region; use one such as "eu-central-1"$/m,
  ],
  [
    "The partition is not that of the region.",
    "  deployers:",
    "  partition: aws-cn\n  deployers:",
    "platform.yaml:8:14 aws.partition: is not that of eu-central-1; write aws",
  ],
  [
    "A user runs terraform.",
    DEPLOYER,
    "arn:aws:iam::123456789012:user/ada",
    `platform.yaml:8:15 aws.deployers[0]: "arn:aws:iam::123456789012:user/ada" ${notARole}; users, groups and whole accounts are not accepted`,
  ],
  [
    "A role runs terraform twice.",
    `[${DEPLOYER}]`,
    `[${DEPLOYER}, ${DEPLOYER}]`,
    `platform.yaml:8:57 aws.deployers[1]: "${DEPLOYER}" is already entry 1 of this list; remove one`,
  ],
  [
    "A role of a tenant runs terraform.",
    DEPLOYER,
    "arn:aws:iam::123456789012:role/mlp-dev-acme--exec",
    "platform.yaml:8:15 aws.deployers[0]: \"arn:aws:iam::123456789012:role/mlp-dev-acme--exec\" is a role of tenant acme, and whoever runs terraform changes every tenant's policies and boundary; use a role that is no tenant's",
  ],
  [
    "A role of another partition runs terraform.",
    DEPLOYER,
    "arn:aws-cn:iam::123456789012:role/terraform",
    'platform.yaml:8:15 aws.deployers[0]: "arn:aws-cn:iam::123456789012:role/terraform" is in the partition aws-cn, and the platform in aws: no role reaches another partition; use a role of aws',
  ],
  [
    "A quota is misspelt.",
    "rolesPerAccount",
    "rolePerAccount",
    'platform.yaml:9:13 aws.limits.rolePerAccount: "rolePerAccount" is not a limit; did you mean "rolesPerAccount"?',
  ],
  [
    "A quota of Azure is raised on AWS.",
    "rolesPerAccount",
    "linksPerZone",
    /^platform\.yaml:9:13 aws\.limits\.linksPerZone: "linksPerZone" is not a limit; known: rolesPerAccount, /,
  ],
  [
    "A quota is lowered.",
    "rolesPerAccount: 2000",
    "rolesPerAccount: 500",
    "platform.yaml:9:30 aws.limits.rolesPerAccount: 500 is below AWS's own 1000; a limit can only be raised",
  ],
  [
    "The network is too small.",
    "10.40.0.0/20",
    "10.40.0.0/25",
    'platform.yaml:11:19 aws.foundation.addressSpace: "10.40.0.0/25" is too small; use a range from /16 to /24',
  ],
  [
    "The network is Docker's.",
    "10.40.0.0/20",
    "172.17.0.0/20",
    "platform.yaml:11:19 aws.foundation.addressSpace: 172.17.0.0/20 touches 172.17.0.0/16, which is reserved: Docker's bridge on SageMaker's instances uses it; use another private range",
  ],
  [
    "A zone is of another region.",
    "eu-central-1b]",
    "eu-west-1b]",
    'platform.yaml:12:40 aws.foundation.availabilityZones[1]: "eu-west-1b" is not a zone of eu-central-1; use one such as "eu-central-1a"',
  ],
  [
    "A zone is named twice.",
    "eu-central-1b]",
    "eu-central-1a]",
    'platform.yaml:12:40 aws.foundation.availabilityZones[1]: "eu-central-1a" is in the list already; use another zone',
  ],
  [
    "There is one zone only.",
    "[eu-central-1a, eu-central-1b]",
    "[eu-central-1a]",
    /^platform\.yaml:12:24 aws\.foundation\.availabilityZones: /,
  ],
  [
    "An endpoint is one that every tenant has.",
    "    logRetentionDays",
    "    endpoints: [sts]\n    logRetentionDays",
    /^platform\.yaml:13:17 aws\.foundation\.endpoints\[0\]: "sts" is not /,
  ],
  [
    "Logs are kept for a month.",
    "logRetentionDays: 365",
    "logRetentionDays: 30",
    /^platform\.yaml:13:23 aws\.foundation\.logRetentionDays: expected one of 365, 400, .*, got the number 30$/,
  ],
  [
    "Every repository of an owner deploys.",
    "acme/ml-platform",
    '"acme/*"',
    'platform.yaml:14:27 aws.foundation.github.repository: "acme/*" is not a repository of GitHub; use one such as "acme/ml-platform"',
  ],
  [
    "Every environment deploys.",
    "production",
    '"*"',
    'platform.yaml:14:58 aws.foundation.github.environment: "*" is not the name of a GitHub environment; use letters, digits, spaces and any of _ . -',
  ],
  [
    "A tag has a value that AWS does not take.",
    "research",
    "R&D",
    'platform.yaml:3:23 tags.businessUnit: "R&D" has "&", and becomes a tag on AWS; use letters, digits, spaces and any of _ . : / = + - @',
  ],
  [
    "A tag is AWS's own.",
    "businessUnit",
    '"aws:unit"',
    'platform.yaml:3:9 tags["aws:unit"]: "aws:unit" is not a name that AWS takes for a tag; use up to 128 letters, digits, spaces and any of _ . : / = + - @, and no "aws:" at its beginning',
  ],
];

const acme: readonly Broken[] = [
  [
    "A principal is a whole account.",
    PRINCIPAL,
    "arn:aws:iam::111122223333:root",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::111122223333:root" ${notARole}; users, groups and whole accounts are not accepted`,
  ],
  [
    "A principal is every role.",
    PRINCIPAL,
    '"arn:aws:iam::111122223333:role/*"',
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::111122223333:role/*" ${notARole}; users, groups and whole accounts are not accepted`,
  ],
  [
    "A principal is named twice on AWS.",
    `[${PRINCIPAL}]`,
    `[${PRINCIPAL}, ${PRINCIPAL}]`,
    `${ACME}:6:57 aws.principals[1]: "${PRINCIPAL}" is already entry 1 of this list; remove one`,
  ],
  [
    "A principal is another tenant's role.",
    PRINCIPAL,
    "arn:aws:iam::210987654321:role/mlp-dev-globex--exec",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::210987654321:role/mlp-dev-globex--exec" is a role of tenant globex, which would act as this tenant too; use the role that people or a pipeline sign in to`,
  ],
  [
    "A principal is the tenant's own role.",
    PRINCIPAL,
    "arn:aws:iam::123456789012:role/mlp-dev-acme--exec",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::123456789012:role/mlp-dev-acme--exec" is a role of this tenant itself; use the role that people or a pipeline sign in to`,
  ],
  [
    "A principal has the path of the platform's roles.",
    PRINCIPAL,
    "arn:aws:iam::123456789012:role/mlp-dev/people",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::123456789012:role/mlp-dev/people" is a role of the platform, which would act as this tenant too; use the role that people or a pipeline sign in to`,
  ],
  [
    "A principal has a name like the platform's roles.",
    PRINCIPAL,
    "arn:aws:iam::123456789012:role/mlp-dev-people",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::123456789012:role/mlp-dev-people" has a name like those of this platform's own roles, which begin with "mlp-dev-"; use the role that people or a pipeline sign in to`,
  ],
  [
    "A principal is of another partition.",
    PRINCIPAL,
    "arn:aws-us-gov:iam::111122223333:role/sso",
    `${ACME}:6:16 aws.principals[0]: "arn:aws-us-gov:iam::111122223333:role/sso" is in the partition aws-us-gov, and the platform in aws: no role reaches another partition; use a role of aws`,
  ],
  [
    "More principals are named than a trust policy takes.",
    `[${PRINCIPAL}]`,
    `[${Array.from({ length: 50 }, (_, index) => `arn:aws:iam::111122223333:role/acme-${index}`).join(", ")}]`,
    `${ACME}:6:15 aws.principals: has 50 roles of 2040 characters together, and the trust policy of the user role has room for 1918; name fewer roles, which more people share`,
  ],
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
  [
    "The cost center has a value that AWS does not take.",
    '"4711"',
    "R&D",
    `${ACME}:4:13 costCenter: "R&D" has "&", and becomes a tag on AWS; use letters, digits, spaces and any of _ . : / = + - @`,
  ],
  [
    "The owner has an address that AWS does not take.",
    "ml@acme.example",
    "o'hara@acme.example",
    `${ACME}:3:8 owner: "o'hara@acme.example" has "'", and becomes a tag on AWS; use letters, digits, spaces and any of _ . : / = + - @`,
  ],
  [
    "A key is misspelt on AWS.",
    "  notebooks:",
    "  notebook:",
    `${ACME}:8:3 aws.notebook: unknown key "notebook"; did you mean "notebooks"?`,
  ],
  [
    "A tenant in the platform's account names an account.",
    "  images:",
    '  accountId: "333333333333"\n  images:',
    `${ACME}:7:14 aws.accountId: is for isolation: account only; in the platform's account terraform uses the platform's role. Remove it`,
  ],
  [
    "A tenant in the platform's account names a deploy role.",
    "  images:",
    "  deployRole: arn:aws:iam::123456789012:role/deploy\n  images:",
    `${ACME}:7:15 aws.deployRole: is for isolation: account only; in the platform's account terraform uses the platform's role. Remove it`,
  ],
];

const globex: readonly Broken[] = [
  [
    "A tenant with an account of its own names none.",
    '  accountId: "210987654321"\n  deployRole: arn:aws:iam::210987654321:role/terraform\n',
    "",
    `${GLOBEX}:5:1 aws.accountId: is required with isolation: account: the tenant's own account`,
  ],
  [
    "A tenant's own account is the platform's.",
    '"210987654321"\n  deployRole: arn:aws:iam::210987654321:role/terraform',
    '"123456789012"',
    `${GLOBEX}:7:14 aws.accountId: "123456789012" is the platform's (platform.yaml:6:14), and isolation: account is for an account of the tenant's own; use another account, or isolation: shared-account`,
  ],
  [
    "A deploy role is in another account.",
    "arn:aws:iam::210987654321:role/terraform",
    DEPLOYER,
    `${GLOBEX}:8:15 aws.deployRole: "${DEPLOYER}" is in account 123456789012; use a role of the tenant's own account, 210987654321`,
  ],
  [
    "A deploy role is in another partition.",
    "arn:aws:iam::210987654321:role/terraform",
    "arn:aws-cn:iam::210987654321:role/terraform",
    `${GLOBEX}:8:15 aws.deployRole: "arn:aws-cn:iam::210987654321:role/terraform" is in the partition aws-cn, and the platform in aws: no role reaches another partition; use a role of aws`,
  ],
  [
    "A deploy role is the tenant's own.",
    "arn:aws:iam::210987654321:role/terraform",
    "arn:aws:iam::210987654321:role/mlp-dev-globex--user",
    `${GLOBEX}:8:15 aws.deployRole: "arn:aws:iam::210987654321:role/mlp-dev-globex--user" is a role of tenant globex, and whoever runs terraform changes every tenant's policies and boundary; use a role that is no tenant's`,
  ],
  [
    "A kind of isolation is one of Azure's.",
    "isolation: account",
    "isolation: dedicated",
    /^tenants\/globex\.yaml:6:14 aws\.isolation: "dedicated" is not one of shared-account, account/,
  ],
];

const severalFiles: readonly BrokenFile[] = [
  {
    name: "Nobody runs terraform.",
    breakIn: onAws(
      replaced(PLATFORM, `[${DEPLOYER}]`, "[]"),
      replaced(PLATFORM, "    github: { repository: acme/ml-platform, environment: production }\n", ""),
    ),
    expected: [
      "platform.yaml:8:14 aws.deployers: needs an entry, or foundation.github: tenants' buckets admit whoever runs terraform by name, and nobody else",
    ],
  },
  {
    name: "Workflows of GitHub, who alone run terraform, may not take a deploy role.",
    breakIn: onAws(replaced(PLATFORM, `[${DEPLOYER}]`, "[]")),
    expected: [
      `${GLOBEX}:8:15 aws.deployRole: "arn:aws:iam::210987654321:role/terraform" is no role that the deploy role of foundation.github may take; use "arn:aws:iam::210987654321:role/mlp-dev--deploy", or name whoever runs terraform for this tenant in deployers of the platform's file`,
    ],
  },
  {
    name: "The network has too few addresses for the notebooks.",
    breakIn: onAws(
      replaced(PLATFORM, "10.40.0.0/20", "10.40.0.0/24"),
      replaced(
        ACME,
        "[{ name: research, instanceType: ml.t3.medium }]",
        `[${Array.from({ length: 100 }, (_, index) => `{ name: n${index}, instanceType: ml.t3.medium }`).join(", ")}]`,
      ),
    ),
    expected: [
      "platform.yaml:11:19 aws.foundation.addressSpace: 10.40.0.0/24 has 118 addresses in 2 zones (123456789012) for 124 that the files take; use a larger range or more zones, or give tenants an account of their own: the range cannot change later",
    ],
  },
  {
    name: "The platform's account has more policies than IAM takes.",
    breakIn: onAws(
      replaced(PLATFORM, "10.40.0.0/20", "10.40.0.0/16"),
      ...Array.from({ length: 300 }, (_, index) =>
        written(
          `tenants/t${index}.yaml`,
          `tenant: t${index}\ndisplayName: T\nowner: a@t.example\ncostCenter: "1"\naws: {}\n`,
        ),
      ),
    ),
    expected: [
      /^platform\.yaml:9:3 aws\.limits\.policiesPerAccount: 15\d\d customer managed policies of IAM in one account \(123456789012\), and the limit policiesPerAccount is 1500; give tenants an account of their own .*aws\.limits\.policiesPerAccount$/,
    ],
  },
  {
    name: "Two tenants have one account.",
    breakIn: onAws(
      written(
        "tenants/initech.yaml",
        'tenant: initech\ndisplayName: Initech\nowner: a@initech.example\ncostCenter: "1"\naws: { isolation: account, accountId: "210987654321" }\n',
      ),
    ),
    expected: [
      /^tenants\/initech\.yaml:5:39 aws\.accountId: "210987654321" is that of tenant globex \(tenants\/globex\.yaml:7:14\), and /,
    ],
  },
  {
    name: "A tenant on AWS has the name of the platform's own folder.",
    breakIn: onAws(
      written(
        "tenants/platform.yaml",
        'tenant: platform\ndisplayName: P\nowner: a@p.example\ncostCenter: "1"\naws: {}\n',
      ),
    ),
    expected: [
      `tenants/platform.yaml:1:9 tenant: "platform" is the folder of the platform's own images in ECR; use another id, also as the file's name`,
    ],
  },
  {
    name: "A tenant is on AWS and the platform is not.",
    breakIn: written(
      "tenants/initech.yaml",
      'tenant: initech\ndisplayName: Initech\nowner: a@initech.example\ncostCenter: "1"\naws: {}\n',
    ),
    expected: ["tenants/initech.yaml:5:1 aws: is not in the platform's file; add aws there, or remove it here"],
  },
];

/** Platforms and tenants whose files say of AWS what cannot be. */
export const AWS: readonly BrokenFile[] = [
  ...brokenIn(PLATFORM, platform),
  ...brokenIn(ACME, acme),
  ...brokenIn(GLOBEX, globex),
  ...severalFiles,
];
