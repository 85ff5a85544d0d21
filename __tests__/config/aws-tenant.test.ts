import { awsTenant } from "../../lib/config/aws-tenant";
import type { Content } from "../support/files";
import { findings } from "./findings";

const NOTEBOOK = { name: "research", instanceType: "ml.t3.medium" };
const findingsOf = (content: Content) => findings(awsTenant, content);

test("A tenant is in the platform's account with nothing but its own key, bucket and role, unless its file says more.", () => {
  expect(awsTenant.parse({})).toEqual({
    isolation: "shared-account",
    principals: [],
    images: [],
    notebooks: [],
    serving: [],
    alerts: { latencyMs: 2000, errorsPerMinute: 5 },
    bucketFromVpcOnly: false,
  });
});

test("A notebook has 20 GiB and stops itself after an hour, unless the file says otherwise.", () => {
  expect(awsTenant.parse({ notebooks: [NOTEBOOK] }).notebooks).toEqual([
    { ...NOTEBOOK, volumeGiB: 20, idleMinutes: 60 },
  ]);
});

test.each(["accountId", "deployRole"])("%s is refused in the platform's account.", (field) => {
  const values = { accountId: "210987654321", deployRole: "arn:aws:iam::210987654321:role/deploy" };

  expect(findingsOf({ [field]: values[field as keyof typeof values] })).toEqual([
    `${field}: is for isolation: account only; in the platform's account terraform uses the platform's role. Remove it`,
  ]);
});

test("An account of the tenant's own must be named.", () => {
  expect(findingsOf({ isolation: "account" })).toEqual([
    "accountId: is required with isolation: account: the tenant's own account",
  ]);
  expect(findingsOf({ isolation: "account", accountId: "210987654321" })).toEqual([]);
});

test.each([
  ["a user", "arn:aws:iam::111122223333:user/ada"],
  ["a whole account", "arn:aws:iam::111122223333:root"],
  ["an account id", "111122223333"],
  ["a federation provider", "arn:aws:iam::111122223333:saml-provider/idp"],
])("%s cannot take the user role.", (_, arn) => {
  expect(findingsOf({ principals: [arn] })).toEqual([
    expect.stringMatching(/^principals\[0\]: .* is not the ARN of an IAM role; use one such as/),
  ]);
});

test.each([
  ["t3.medium", 'notebooks[0].instanceType: "t3.medium" is not an instance type of SageMaker; use "ml.t3.medium"'],
  ["ml.T3.medium", 'notebooks[0].instanceType: "ml.T3.medium" has upper-case letters; use "ml.t3.medium"'],
])("The instance type %s is refused with what was meant.", (instanceType, finding) => {
  expect(findingsOf({ notebooks: [{ ...NOTEBOOK, instanceType }] })).toEqual([finding]);
});

test.each([
  ["volumeGiB", 4],
  ["volumeGiB", 16_385],
  ["idleMinutes", 9],
  ["idleMinutes", 1441],
  ["name", "a".repeat(21)],
])("A notebook with %s %j is refused.", (field, value) => {
  expect(findingsOf({ notebooks: [{ ...NOTEBOOK, [field]: value }] })).toHaveLength(1);
});

test.each([
  ["principals", "arn:aws:iam::111122223333:role/acme-sso"],
  ["images", "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training"],
])("%s that are named twice are refused.", (field, value) => {
  expect(findingsOf({ [field]: [value, value] })).toEqual([
    expect.stringMatching(/^\w+\[1\]: .* is already entry 1 of this list; remove one$/),
  ]);
});

test("Whoever is told of the budget twice is refused.", () => {
  expect(findingsOf({ budget: { monthlyUsd: 1, notify: ["a@acme.example", "a@acme.example"] } })).toEqual([
    'budget.notify[1]: "a@acme.example" is already entry 1 of this list; remove one',
  ]);
});

test("Two notebooks of one name are refused, and a person of Studio named twice.", () => {
  expect(findingsOf({ notebooks: [NOTEBOOK, NOTEBOOK], studio: { users: ["ada", "ada"] } })).toEqual([
    'notebooks[1].name: "research" is already used by entry 1 of this list; use another',
    'studio.users[1]: "ada" is already entry 1 of this list; remove one',
  ]);
});

test("Studio without anybody is refused.", () => {
  expect(findingsOf({ studio: { users: [] } })).toHaveLength(1);
});

test.each([
  ["monthlyUsd", 0],
  ["monthlyUsd", 1.5],
  ["notify", Array.from({ length: 10 }, (_, index) => `p${index}@acme.example`)],
])("A budget with %s %j is refused: AWS tells ten people, of whom one is the owner.", (field, value) => {
  expect(findingsOf({ budget: { monthlyUsd: 100, [field]: value } })).toHaveLength(1);
});
