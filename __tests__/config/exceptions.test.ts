import { exceptions } from "../../lib/config/exceptions";
import type { Content } from "../support/files";
import { findings } from "./findings";

const RIGHT = {
  rule: "azure-storage-replication",
  resource: "tenant-acme/workspace/storage",
  reason: "The region has no zones",
  expires: "2027-03-31",
};
const findingsWith = (changes: Content) =>
  findings(exceptions, [{ ...RIGHT, ...changes }]).map((found) => found.replace("[0].", ""));

test("There are none unless the file says otherwise.", () => {
  expect(exceptions.parse(undefined)).toEqual([]);
});

test.each([
  "hub/azurerm_subnet.x",
  "ml-workspace/workspace/managed-network/rules/pypi",
  "tenant-acme/aws/studio-users/space ada",
])("%s may be a resource.", (resource) => {
  expect(findingsWith({ resource })).toEqual([]);
});

test.each([
  ["rule", "Azure-Storage", 'rule: "Azure-Storage" has upper-case letters; use "azure-storage"'],
  [
    "rule",
    "*",
    'rule: "*" is not the id of a rule; use the one in the brackets of the finding; npm run rules lists them',
  ],
  [
    "resource",
    "tenant-acme",
    'resource: "tenant-acme" is not a resource of a stack; use what the finding begins with, as in tenant-acme/workspace/storage',
  ],
  ["reason", "", 'reason: "" is empty; use text on one line that neither begins nor ends with a space'],
  ["expires", "2027-02-29", 'expires: "2027-02-29" is not a day; use one such as 2027-03-31'],
  ["expires", "2027-2-1", 'expires: "2027-2-1" is not a day; use one such as 2027-03-31'],
  ["expires", "never", 'expires: "never" is not a day; use one such as 2027-03-31'],
])("A %s %j is refused.", (field, value, finding) => {
  expect(findingsWith({ [field]: value })).toEqual([finding]);
});

test.each(Object.keys(RIGHT))("An exception without %s is refused.", (field) => {
  expect(findingsWith({ [field]: undefined })).toEqual([expect.stringContaining(`${field}: `)]);
});

test("Two exceptions of one resource from one rule are refused.", () => {
  expect(findings(exceptions, [RIGHT, { ...RIGHT, reason: "Another" }])).toEqual([
    expect.stringMatching(/^\[1\]: ".*" is already accepted by entry 1 of this list; remove one of them$/),
  ]);
});

test("One resource may be excepted from several rules, and several resources from one.", () => {
  expect(findings(exceptions, [RIGHT, { ...RIGHT, rule: "other" }, { ...RIGHT, resource: "hub/x" }])).toEqual([]);
});
