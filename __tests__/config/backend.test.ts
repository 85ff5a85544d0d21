import { backend } from "../../lib/config/backend";
import { findings } from "./findings";

const subscriptionId = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
const azurerm = { subscriptionId, tenantId: subscriptionId, resourceGroup: "tfstate", storageAccount: "acmetfstate" };
const s3 = { bucket: "acme-tfstate", region: "eu-central-1" };

test.each<[kind: string, value: object]>([
  ["local", { local: {} }],
  ["azurerm", { azurerm }],
  ["s3", { s3: { ...s3, kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/0b8f3c2d" } }],
  ["cloud", { cloud: { organization: "acme", hostname: "terraform.acme.example" } }],
])("%s is accepted.", (_, value) => {
  expect(findings(backend, value)).toEqual([]);
});

test("The folder of local state is .state unless the file says otherwise.", () => {
  expect(backend.parse({ local: {} })).toEqual({ local: { path: ".state" } });
});

test("No backend is refused.", () => {
  expect(findings(backend, {})).toEqual(["needs one of local, azurerm, s3, cloud"]);
});

test("Two backends are refused.", () => {
  expect(findings(backend, { local: {}, s3 })).toEqual(["s3: cannot stand beside local; keep one of them"]);
});

test.each(["/var/state", "../state", "state/../..", "a//b", "~/state", "state/", "C:\\state", "my state"])(
  "The folder %j of local state is refused.",
  (path) => {
    expect(findings(backend, { local: { path } })).toEqual([
      `local.path: ${JSON.stringify(path)} is not a relative folder below the project; use one such as ".state"`,
    ]);
  },
);

test.each<[field: string, value: object, finding: string]>([
  [
    "resource group",
    { azurerm: { ...azurerm, resourceGroup: "a." } },
    'azurerm.resourceGroup: "a." is not the name of a resource group; use letters, digits and any of _ . ( ) -, but no dot at the end',
  ],
  [
    "storage account",
    { azurerm: { ...azurerm, storageAccount: "acme-state" } },
    'azurerm.storageAccount: "acme-state" is not the name of a storage account; use 3 to 24 lower-case letters and digits',
  ],
  [
    "bucket",
    { s3: { ...s3, bucket: "acme_state" } },
    's3.bucket: "acme_state" is not the name of an S3 bucket; use 3 to 63 lower-case letters, digits, dots and hyphens',
  ],
  [
    "region",
    { s3: { ...s3, region: "Frankfurt" } },
    's3.region: "Frankfurt" is not an AWS region; use one such as "eu-central-1"',
  ],
  [
    "key",
    { s3: { ...s3, kmsKeyId: "alias/state" } },
    's3.kmsKeyId: "alias/state" is not the ARN of a KMS key; use one such as "arn:aws:kms:eu-central-1:111122223333:key/<id>"',
  ],
  [
    "organization",
    { cloud: { organization: "a b" } },
    'cloud.organization: "a b" is not the name of an HCP Terraform organization; use 3 to 40 letters, digits, "_" and "-"',
  ],
  [
    "host",
    { cloud: { organization: "acme", hostname: "https://acme" } },
    'cloud.hostname: "https://acme" is not a host name; use one such as "terraform.acme.example"',
  ],
])("A %s of another form is refused with the fix.", (_, value, finding) => {
  expect(findings(backend, value)).toEqual([finding]);
});
