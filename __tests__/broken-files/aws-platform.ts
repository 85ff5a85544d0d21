import { ACME, type Broken, brokenIn, DEPLOYER, GLOBEX, NOT_A_ROLE, onAws, PLATFORM } from "./aws-files";
import { type BrokenFile, replaced, written } from "./broken-file";

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
    `platform.yaml:8:15 aws.deployers[0]: "arn:aws:iam::123456789012:user/ada" ${NOT_A_ROLE}; users, groups and whole accounts are not accepted`,
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

const withTenants: readonly BrokenFile[] = [
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
];

/** Platforms whose file says of AWS what cannot be, alone or with what tenants have. */
export const AWS_PLATFORM: readonly BrokenFile[] = [...brokenIn(PLATFORM, platform), ...withTenants];
