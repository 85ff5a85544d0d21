import { ACME, type Broken, brokenIn, DEPLOYER, GLOBEX, NOT_A_ROLE, onAws } from "./aws-files";
import { type BrokenFile, written } from "./broken-file";

const PRINCIPAL = "arn:aws:iam::111122223333:role/acme-sso";

const acme: readonly Broken[] = [
  [
    "A principal is a whole account.",
    PRINCIPAL,
    "arn:aws:iam::111122223333:root",
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::111122223333:root" ${NOT_A_ROLE}; users, groups and whole accounts are not accepted`,
  ],
  [
    "A principal is every role.",
    PRINCIPAL,
    '"arn:aws:iam::111122223333:role/*"',
    `${ACME}:6:16 aws.principals[0]: "arn:aws:iam::111122223333:role/*" ${NOT_A_ROLE}; users, groups and whole accounts are not accepted`,
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

const withOthers: readonly BrokenFile[] = [
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

/** Tenants whose files say of their account, of principals or of tags on AWS what cannot be. */
export const AWS_TENANTS: readonly BrokenFile[] = [...brokenIn(ACME, acme), ...brokenIn(GLOBEX, globex), ...withOthers];
