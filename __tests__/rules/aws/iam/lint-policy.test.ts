import fc from "fast-check";
import { lintPolicy, STATEMENT_RULES, WHOLE_POLICY_RULES } from "../../../../lib/rules/aws/iam/lint-policy";
import { POLICY_KINDS, type PolicyKindName } from "../../../../lib/rules/aws/iam/policy-kind";
import { UNTAGGED_CREATIONS } from "../../../../lib/rules/aws/iam/rules/request-tag";
import { actionsOf } from "../../../../lib/rules/aws/iam/service-data/service-data";
import { CASES } from "./cases";

const KINDS = Object.keys(POLICY_KINDS) as PolicyKindName[];
const policyOf = (...statements: unknown[]) => ({ Version: "2012-10-17", Statement: statements });
const findings = (statement: unknown, kind: PolicyKindName, rule: string) =>
  lintPolicy(policyOf(statement), kind).filter((finding) => finding.rule === rule);
const WHOLE = { Effect: "Allow", Action: "sagemaker:ListModels", Resource: "*" };

describe("a statement", () => {
  test.each(CASES)("that $title breaks $rule", ({ wrong, kind, rule, value }) => {
    expect(findings({ Sid: "It", ...wrong }, kind, rule)).toContainEqual(expect.objectContaining({ sid: "It", value }));
  });

  test.each(CASES)("that does not do so keeps $rule: $title", ({ right, kind }) => {
    expect(lintPolicy(policyOf(right), kind)).toEqual([]);
  });

  test("is tried against every rule", () => {
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(STATEMENT_RULES.map(({ id }) => id).sort());
  });

  test("is named by its place when it has no Sid", () => {
    expect(lintPolicy(policyOf(WHOLE, { ...WHOLE, Action: "x" }), "identity")[0]?.sid).toBe("statement 2");
  });
});

describe("a boundary", () => {
  test("may allow on everything, for its Allow is a ceiling and no grant", () => {
    const ceiling = { Effect: "Allow", Action: ["sagemaker:Create*", "iam:PassRole"], Resource: "*" };

    expect(lintPolicy(policyOf(ceiling), "boundary")).toEqual([]);
    expect(lintPolicy(policyOf(ceiling), "identity").map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["aws-iam-unscoped-resource", "aws-iam-create-without-tag", "aws-iam-inexact-pass-role"]),
    );
  });
});

describe("a policy as a whole", () => {
  test.each([
    ["is no object", [], "[]"],
    ["has another version", { ...policyOf(WHOLE), Version: "2008-10-17" }, "2008-10-17"],
    ["has no statement", policyOf(), "[]"],
    ["has a statement that is none", policyOf("x"), "x"],
    ["has another effect", policyOf({ ...WHOLE, Effect: "allow" }), "allow"],
    ["has no action", policyOf({ ...WHOLE, Action: undefined, NotAction: undefined }), "Action, NotAction"],
    ["has a principal where there is none", policyOf({ ...WHOLE, Principal: "*" }), "Principal"],
    ["has a Sid with other characters", policyOf({ ...WHOLE, Sid: "of-acme" }), "of-acme"],
    ["has a Sid twice", policyOf({ ...WHOLE, Sid: "A" }, { ...WHOLE, Sid: "A" }), "A"],
  ])("that %s is malformed", (_, document: unknown, value) => {
    const plain = JSON.parse(JSON.stringify(document)) as unknown;

    expect(lintPolicy(plain, "identity")).toContainEqual(
      expect.objectContaining({ rule: "aws-iam-malformed-policy", value }),
    );
  });

  test("that is a trust names no resource, and a resource's policy names a principal", () => {
    expect(lintPolicy(policyOf(WHOLE), "trust")).toContainEqual(expect.objectContaining({ value: "Resource" }));
    expect(lintPolicy(policyOf(WHOLE), "bucket")).toContainEqual(
      expect.objectContaining({ value: "Principal, NotPrincipal" }),
    );
  });

  test("of a repository may leave the resource out, which is the repository", () => {
    const statement = { Effect: "Deny", Principal: "*", Action: "ecr:*" };

    expect(lintPolicy(policyOf(statement), "repository")).toEqual([]);
    expect(lintPolicy(policyOf(statement), "bucket")).toHaveLength(1);
  });

  test.each([
    ["identity", 6144],
    ["inline", 10_240],
    ["boundary", 6144],
    ["trust", 2048],
    ["bucket", 20_480],
    ["key", 32_768],
    ["repository", 10_240],
    ["topic", 30_720],
    ["endpoint", 20_480],
  ] as const)("of the kind %s has at most %i characters", (kind, most) => {
    const sizes = (text: string) =>
      lintPolicy(policyOf(WHOLE), kind, text).filter(({ rule }) => rule === "aws-iam-policy-size");

    expect(sizes("x".repeat(most))).toEqual([]);
    expect(sizes("x".repeat(most + 1))).toHaveLength(1);
  });

  test("is measured without white space, but for that of an endpoint", () => {
    const text = `${"x".repeat(20_000)}${" ".repeat(1000)}`;
    const sizes = (kind: PolicyKindName) =>
      lintPolicy(policyOf(WHOLE), kind, text).filter(({ rule }) => rule === "aws-iam-policy-size").length;

    expect([sizes("bucket"), sizes("endpoint")]).toEqual([0, 1]);
  });
});

describe("the lint", () => {
  test("has a rule about policies beside those about statements", () => {
    expect(WHOLE_POLICY_RULES.map(({ id }) => id)).toEqual(["aws-iam-malformed-policy", "aws-iam-policy-size"]);
  });

  test("never throws, whatever JSON it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...KINDS), (value, kind) => {
        lintPolicy(value, kind);
        lintPolicy(policyOf(value), kind);
      }),
    );
  });

  test("never throws, whatever stands in the place of a field", () => {
    const texts = fc.constantFrom(
      "*",
      "sagemaker:*",
      "a:b",
      "${aws:x}*",
      "ForAnyValue:",
      "IfExists",
      "Null",
      "Bool",
      "__proto__",
      "constructor",
    );
    const leaf = fc.oneof(texts, fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const field = fc.oneof(leaf, fc.array(leaf), fc.dictionary(texts, fc.oneof(leaf, fc.dictionary(texts, leaf))));
    const names = [
      "Sid",
      "Effect",
      "Principal",
      "NotPrincipal",
      "Action",
      "NotAction",
      "Resource",
      "NotResource",
      "Condition",
    ];
    const statement = fc.record(Object.fromEntries(names.map((name) => [name, field])), { requiredKeys: [] });
    fc.assert(
      fc.property(statement, fc.constantFrom("Allow", "Deny"), fc.constantFrom(...KINDS), (of, Effect, kind) => {
        lintPolicy(policyOf({ ...of, Effect }), kind);
      }),
      { numRuns: 500 },
    );
  });

  test("exempts only creations that there are, and that ask for tags", () => {
    const creations = actionsOf("sagemaker").filter(({ keys }) => keys.includes("aws:RequestTag/${TagKey}"));

    expect(creations.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(UNTAGGED_CREATIONS)));
  });
});
