import { TRAIL } from "../../../../lib/rules/aws/settings/trail";
import { found } from "./found";

const SELECTORS = TRAIL.filter(({ id }) => id === "aws-trail-management" || id === "aws-trail-objects");
const PREFIX = "arn:aws:s3:::mlp-dev-";

const management = { field: "eventCategory", equals: ["Management"] };
const data = { field: "eventCategory", equals: ["Data"] };
const objects = { field: "resources.type", equals: ["AWS::S3::Object"] };
const arns = {
  field: "resources.ARN",
  starts_with: [PREFIX],
  not_starts_with: [`${PREFIX}-trail-aaaaa/`, `${PREFIX}-access-logs-bbbbb/`],
};

const trail = (...selectors: object[][]) => ({
  aws_cloudtrail: { example: { advanced_event_selector: selectors.map((fields) => ({ field_selector: fields })) } },
});

test("A trail of settings, and of the objects of all tenants, is right.", () => {
  expect(found(SELECTORS, trail([management], [data, objects, arns]))).toEqual([]);
});

test.each([
  ["has no settings", trail([data, objects, arns])],
  [
    "has changes of settings only",
    trail([management, { field: "readOnly", equals: ["false"] }], [data, objects, arns]),
  ],
  [
    "leaves a service out",
    trail([management, { field: "eventSource", not_equals: ["kms.amazonaws.com"] }], [data, objects]),
  ],
])("A trail that %s is told.", (_, stack) => {
  expect(found(SELECTORS, stack)).toEqual(["aws_cloudtrail.example advanced_event_selector aws-trail-management"]);
});

test.each([
  ["has no objects", trail([management])],
  ["has functions only", trail([management], [data, { ...objects, equals: ["AWS::Lambda::Function"] }, arns])],
  ["has writes only", trail([management], [data, objects, arns, { field: "readOnly", equals: ["false"] }])],
  [
    "has the objects of one tenant",
    trail([management], [data, objects, { ...arns, starts_with: [`${PREFIX}acme--data-aaaaa/`] }]),
  ],
  ["has the platform's objects alone", trail([management], [data, objects, { ...arns, starts_with: [`${PREFIX}-`] }])],
  [
    "leaves a tenant out",
    trail(
      [management],
      [data, objects, { ...arns, not_starts_with: [...arns.not_starts_with, `${PREFIX}acme--data-aaaaa/`] }],
    ),
  ],
  ["records whatever is written to it", trail([management], [data, objects])],
  ["records itself", trail([management], [data, objects, { ...arns, not_starts_with: [] }])],
])("A trail that %s is told.", (_, stack) => {
  expect(found(SELECTORS, stack)).toEqual(["aws_cloudtrail.example advanced_event_selector aws-trail-objects"]);
});

test("A trail without selectors is told for what is worse.", () => {
  expect(found(SELECTORS, { aws_cloudtrail: { example: {} } })).toEqual([
    "aws_cloudtrail.example advanced_event_selector aws-trail-management",
  ]);
});
