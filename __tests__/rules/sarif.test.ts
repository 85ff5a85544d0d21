import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Run } from "sarif";
import { checkStack } from "../../lib/rules/check-stack";
import type { Exception } from "../../lib/rules/exception";
import type { LocatedFinding } from "../../lib/rules/report";
import { RULES } from "../../lib/rules/rules";
import { sarif } from "../../lib/rules/sarif";
import { temporaryFolder } from "../support/files";

const RULE = RULES.filter(({ id }) => id === "azure-storage-public-network");
const [finding] = checkStack("hub", RULE[0]?.example.wrong, RULE);

function run(changes: Partial<LocatedFinding> = {}): Run {
  if (finding === undefined) throw new Error("the rule finds nothing in its own example");
  const located = { finding, accepted: false, file: "tenants/a b.yaml", line: 7, ...changes };
  const [first] = sarif([located], RULES, { name: "tool", version: "1.0.0" }).runs;
  if (first === undefined) throw new Error("the log has no run");
  return first;
}

const result = (changes: Partial<LocatedFinding> = {}) => run(changes).results?.[0];
const location = (changes: Partial<LocatedFinding> = {}) => result(changes)?.locations?.[0]?.physicalLocation;

test("A result names its rule by id and by place in the list of all rules.", () => {
  const { rules = [] } = run().tool.driver;
  const { ruleId, ruleIndex = -1 } = result() ?? {};

  expect(rules).toHaveLength(RULES.length);
  expect(rules[ruleIndex]?.id).toBe(ruleId);
});

test("A rule has a level, a score for GitHub, and its controls as tags.", () => {
  const { rules = [] } = run().tool.driver;

  expect(rules.find(({ id }) => id === RULE[0]?.id)).toMatchObject({
    defaultConfiguration: { level: "error" },
    properties: { "security-severity": "9.5", tags: ["security", ...(RULE[0]?.controls ?? [])] },
  });
});

test("A file of the repository is named by its path there, as a URI.", () => {
  expect(location()).toEqual({
    artifactLocation: { uri: "tenants/a%20b.yaml", uriBaseId: "%SRCROOT%" },
    region: { startLine: 7 },
  });
});

test("A file outside is named by its whole path.", () => {
  const file = join(temporaryFolder(), "cdk.tf.json");

  expect(location({ file })?.artifactLocation).toEqual({ uri: pathToFileURL(file).href });
});

test("A result keeps its fingerprint when its line moves.", () => {
  const fingerprint = (line: number) => result({ line })?.partialFingerprints;

  expect(fingerprint(1)).toEqual(fingerprint(2));
});

test("What an exception accepts is suppressed, with its reason.", () => {
  const exception = { reason: "Agreed" } as Exception;

  expect(result({ exception, accepted: true })?.suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "Agreed" },
  ]);
  expect(result({ exception, accepted: false })?.suppressions).toBeUndefined();
});
