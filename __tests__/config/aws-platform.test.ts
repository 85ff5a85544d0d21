import { awsPlatform } from "../../lib/config/aws-platform";
import type { Content } from "../support/files";
import { findings } from "./findings";

const ROLE = "arn:aws:iam::123456789012:role/terraform";
const GITHUB = { repository: "acme/ml-platform", environment: "production" };

const platform = (changes: Content = {}, foundation: Content = {}): Content => ({
  accountId: "123456789012",
  region: "eu-central-1",
  deployers: [ROLE],
  foundation: { addressSpace: "10.40.0.0/20", ...foundation },
  ...changes,
});
const findingsOf = (changes: Content, foundation: Content = {}) => findings(awsPlatform, platform(changes, foundation));

test("A platform is in the partition aws and keeps logs for a year, with no endpoints beside those that all need.", () => {
  expect(awsPlatform.parse(platform())).toMatchObject({
    partition: "aws",
    limits: {},
    foundation: { endpoints: [], logRetentionDays: 365 },
  });
});

test.each([
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["eu-central-1", "aws"],
])("The region %s is in the partition %s and in no other.", (region, partition) => {
  const others = ["aws", "aws-cn", "aws-us-gov"].filter((other) => other !== partition);

  expect(findingsOf({ region, partition })).toEqual([]);
  for (const other of others) {
    expect(findingsOf({ region, partition: other })).toEqual([
      `partition: is not that of ${region}; write ${partition}`,
    ]);
  }
});

test.each<[field: string, value: unknown, finding: string]>([
  ["accountId", "12345", '"12345" is not an AWS account id; use twelve digits in quotes, such as "123456789012"'],
  ["region", "eu-central-1a", '"eu-central-1a" is not an AWS region; use "eu-central-1"'],
  ["region", "EU-CENTRAL-1", '"EU-CENTRAL-1" has upper-case letters; use "eu-central-1"'],
])("The %s %j is refused with what to write.", (field, value, finding) => {
  expect(findingsOf({ [field]: value })[0]).toBe(`${field}: ${finding}`);
});

test.each([
  ["a user", "arn:aws:iam::123456789012:user/ada"],
  ["a whole account", "arn:aws:iam::123456789012:root"],
  ["every role of an account", "arn:aws:iam::123456789012:role/*"],
  ["a session", "arn:aws:sts::123456789012:assumed-role/terraform/ada"],
  ["everybody", "*"],
])("%s is nobody who runs terraform.", (_, arn) => {
  expect(findingsOf({ deployers: [arn] })).toEqual([
    expect.stringContaining("is not the ARN of an IAM role; use one such as"),
  ]);
});

test.each([ROLE, "arn:aws-us-gov:iam::123456789012:role/path/to/Terraform_1"])(
  "The role %s may run terraform.",
  (arn) => {
    expect(findingsOf({ deployers: [arn] })).toEqual([]);
  },
);

test("A role that is named twice is refused.", () => {
  expect(findingsOf({ deployers: [ROLE, ROLE] })).toEqual([
    `deployers[1]: "${ROLE}" is already entry 1 of this list; remove one`,
  ]);
});

test("Without a role that runs terraform the platform is refused: nobody could change the tenants' buckets.", () => {
  expect(findingsOf({ deployers: [] })).toEqual([
    "deployers: needs an entry, or foundation.github: tenants' buckets admit whoever runs terraform by name, and nobody else",
  ]);
  expect(findingsOf({ deployers: [] }, { github: GITHUB })).toEqual([]);
});

test.each([
  ["10.40.0.0/16", []],
  ["10.40.0.0/24", []],
  ["10.40.0.0/25", [expect.stringContaining("is too small; use a range from /16 to /24")]],
  ["10.40.0.0/15", [expect.stringContaining("use a range from /16 to /24")]],
])("Of the network %s is found: %j.", (addressSpace, expected) => {
  expect(findingsOf({}, { addressSpace })).toEqual(expected);
});

test.each<[zones: string[], expected: unknown[]]>([
  [["eu-central-1a", "eu-central-1b"], []],
  [
    ["eu-central-1a", "eu-west-1b"],
    ['foundation.availabilityZones[1]: "eu-west-1b" is not a zone of eu-central-1; use one such as "eu-central-1a"'],
  ],
  [
    ["eu-central-1a", "eu-central-1a"],
    ['foundation.availabilityZones[1]: "eu-central-1a" is in the list already; use another zone'],
  ],
])("Of the zones %j is found: %j.", (availabilityZones, expected) => {
  expect(findingsOf({}, { availabilityZones })).toEqual(expected);
});

test.each([1, 5])("A network in %d zones is refused.", (count) => {
  const availabilityZones = ["a", "b", "c", "d", "e"].slice(0, count).map((zone) => `eu-central-1${zone}`);

  expect(findingsOf({}, { availabilityZones })).toHaveLength(1);
});

test.each([30, 364, 366])("Logs are not kept for %d days: a year at least, and what CloudWatch knows.", (days) => {
  expect(findingsOf({}, { logRetentionDays: days })).toHaveLength(1);
});

test.each(["acme/ml-platform", "acme@123456/ml-platform@456789"])("Workflows of %s may deploy.", (repository) => {
  expect(findingsOf({}, { github: { ...GITHUB, repository } })).toEqual([]);
});

test.each([
  [{ repository: "acme" }, 'foundation.github.repository: "acme" is not a repository of GitHub'],
  [{ repository: "acme@x/ml" }, 'foundation.github.repository: "acme@x/ml" is not a repository of GitHub'],
  [{ repository: "acme/*" }, 'foundation.github.repository: "acme/*" is not a repository of GitHub'],
  [{ environment: "*" }, 'foundation.github.environment: "*" is not the name of a GitHub environment'],
  [{ environment: "a:b" }, 'foundation.github.environment: "a:b" is not the name of a GitHub environment'],
])("Workflows of %j are refused, for the trust in them must be exact.", (changes, finding) => {
  expect(findingsOf({}, { github: { ...GITHUB, ...changes } })).toEqual([expect.stringContaining(finding)]);
});
