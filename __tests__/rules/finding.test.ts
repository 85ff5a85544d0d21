import { findingOf, formatFinding } from "../../lib/rules/finding";
import type { Resource } from "../../lib/rules/resource";
import type { Rule, Violation } from "../../lib/rules/rule";

const RULE: Rule = {
  id: "azure-example",
  severity: "low",
  title: "An example.",
  reason: "An example.",
  fix: "mend it",
  source: "An example",
  controls: [],
  example: { wrong: {}, right: {} },
  check: () => [],
};
const RESOURCE: Resource = { type: "t", id: "x", address: "t.x", path: "hub/a/x", content: {}, partial: false };

const line = (violation: Partial<Violation>, resource = RESOURCE) =>
  formatFinding(
    findingOf(RULE, "hub", { resource, argument: "open", found: true, must: "must be false", ...violation }),
  );

test("A finding is told with path, address, argument, value, what is allowed, the fix and the rule.", () => {
  expect(line({})).toBe("hub/a/x (t.x) open is true but must be false; mend it [azure-example]");
});

test("What has no path is told by its stack and address.", () => {
  const { path, ...resource } = RESOURCE;

  expect(line({}, resource)).toBe("hub/t.x open is true but must be false; mend it [azure-example]");
});

test("An argument that is missing is told as such, and with its whole name.", () => {
  expect(line({ argument: "block", sought: "block.open", found: undefined })).toContain(
    "block.open is not set but must be false",
  );
});

test("What a whole resource lacks is told without an argument.", () => {
  expect(line({ argument: "", found: undefined, must: "must have a lock" })).toBe(
    "hub/a/x (t.x) must have a lock; mend it [azure-example]",
  );
});

test("The end of an id is told, however long the id is.", () => {
  const id = `/subscriptions/${"0".repeat(36)}/resourceGroups/${"g".repeat(80)}/providers/A.B/c/the-end`;

  expect(line({ found: id })).toContain("the-end");
});

test.each(["client_secret", "provider.password", "storage.primary_access_key"])(
  "The literal of %s is not told, for reports are read by many.",
  (argument) => {
    expect(line({ argument, found: "hunter2" })).not.toContain("hunter2");
    expect(line({ argument, found: "${var.hunter2}" })).toContain("hunter2");
  },
);
