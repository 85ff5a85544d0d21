import { all, type BrokenFile, replaced, written } from "./broken-file";

/** The platform's file. */
export const PLATFORM = "platform.yaml";
/** The file of a tenant in the platform's account. */
export const ACME = "tenants/acme.yaml";
/** The file of a tenant in an account of its own. */
export const GLOBEX = "tenants/globex.yaml";

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
export type Broken = readonly [name: string, text: string, by: string, expected: string | RegExp];

/** Cases that each break one file of a platform on AWS in one place. */
export function brokenIn(file: string, cases: readonly Broken[]): BrokenFile[] {
  return cases.map(([name, text, by, expected]) => ({
    name,
    breakIn: onAws(replaced(file, text, by)),
    expected: [expected],
  }));
}

/** Who runs terraform in these files. */
export const DEPLOYER = "arn:aws:iam::123456789012:role/terraform";
/** What is told of text in the place of a role's ARN. */
export const NOT_A_ROLE = 'is not the ARN of an IAM role; use one such as "arn:aws:iam::111122223333:role/acme-sso"';
