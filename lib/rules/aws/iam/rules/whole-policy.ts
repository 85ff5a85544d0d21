import type { PolicyKind } from "../policy-kind";
import type { WholePolicyRule } from "../rule";
import { isRecord, listOf, sidOf } from "../statement-view";
import { BUCKET_OBJECTS } from "./example-arns";

/** A policy that AWS would not take, or would read otherwise than it looks. */
export const malformedPolicy: WholePolicyRule = {
  id: "aws-iam-malformed-policy",
  severity: "high",
  title: "Policies have the form that IAM reads.",
  reason: "AWS refuses another form, or reads it otherwise than it looks.",
  fix: "write Version 2012-10-17, and in each statement an Effect, an action, a resource, and a principal where it belongs",
  source: "IAM User Guide: IAM JSON policy elements reference",
  controls: ["MCSB PA-7"],
  example: {
    kind: "identity",
    wrong: { Effect: "Deny", Action: "sagemaker:CreateModel" },
    right: { Effect: "Deny", Action: "sagemaker:CreateModel", Resource: "*" },
  },
  check: (document, kind) => {
    if (!isRecord(document)) return [problem("", document, "must be an object with Version and Statement")];
    const statements = listOf(document.Statement);
    return [
      ...(document.Version === "2012-10-17"
        ? []
        : [problem("", document.Version, 'must be "2012-10-17", the version with variables')]),
      ...(statements.length > 0 ? [] : [problem("", document.Statement, "must have a statement")]),
      ...statements.flatMap((statement, index) => {
        const sid = sidOf(statement, index);
        return faultsOf(statement, kind).map(([value, must]) => problem(sid, value, must));
      }),
      ...repeated(statements),
    ];
  },
};

/** A policy that is too long: the provider sees it only when it applies (hashicorp/terraform-provider-aws#45533). */
export const policySize: WholePolicyRule = {
  id: "aws-iam-policy-size",
  severity: "low",
  title: "Policies are as long as AWS takes them.",
  reason: "AWS refuses a longer one, and the provider sees that only when it applies.",
  fix: "shorten it, or split it if it is attached to a role",
  source: "IAM User Guide: IAM and AWS STS quotas; GitHub: hashicorp/terraform-provider-aws#45533",
  controls: ["MCSB PV-2"],
  example: {
    kind: "boundary",
    wrong: { Effect: "Deny", Action: "s3:*", Resource: Array.from({ length: 200 }, () => BUCKET_OBJECTS) },
    right: { Effect: "Deny", Action: "s3:*", Resource: BUCKET_OBJECTS },
  },
  check: (_document, { what, maxSize, countsWhiteSpace }, text) => {
    if (maxSize === undefined || text.length <= maxSize) return [];
    const size = countsWhiteSpace === true ? text.length : text.replaceAll(/\s/g, "").length;
    if (size <= maxSize) return [];
    return [problem("", `${size} characters`, `must be ${maxSize} at most, as many as ${what} may have`)];
  },
};

/** Uses whose statements say whom they are about. */
const ABOUT_PRINCIPALS: readonly PolicyKind["use"][] = ["trust", "resource", "path"];

/** Uses whose policies are IAM's own, which takes letters and digits in a Sid. */
const OF_IAM: readonly PolicyKind["use"][] = ["identity", "ceiling", "trust"];

type Fault = readonly [value: unknown, must: string];

function faultsOf(statement: unknown, { use, what, isOfOneResource }: PolicyKind): Fault[] {
  if (!isRecord(statement)) return [[statement, "must be an object"]];
  const has = (...names: string[]) => names.filter((name) => statement[name] !== undefined);
  const needs = (names: [string, string]): Fault[] =>
    has(...names).length === 1 ? [] : [[names.join(", "), "must be there once"]];
  const isAbout = has("Resource", "NotResource").length;
  const lacks = (...names: string[]): Fault[] =>
    has(...names).map((name): Fault => [name, `must not stand in ${what}`]);
  return [
    ...(statement.Effect === "Allow" || statement.Effect === "Deny"
      ? []
      : [[statement.Effect, 'must be "Allow" or "Deny"'] as const]),
    ...needs(["Action", "NotAction"]),
    ...(use === "trust"
      ? lacks("Resource", "NotResource")
      : isOfOneResource === true && isAbout === 0
        ? []
        : needs(["Resource", "NotResource"])),
    ...(ABOUT_PRINCIPALS.includes(use) ? needs(["Principal", "NotPrincipal"]) : lacks("Principal", "NotPrincipal")),
    ...(typeof statement.Sid === "string" && !/^[A-Za-z0-9]*$/.test(statement.Sid) && OF_IAM.includes(use)
      ? [[statement.Sid, "must have letters and digits only"] as const]
      : []),
  ];
}

function repeated(statements: readonly unknown[]) {
  const sids = statements.flatMap((statement) =>
    isRecord(statement) && typeof statement.Sid === "string" ? [statement.Sid] : [],
  );
  return sids
    .filter((sid, index) => sids.indexOf(sid) < index)
    .map((sid) => problem(sid, sid, "must be the Sid of one statement"));
}

function problem(sid: string, value: unknown, must: string) {
  return { sid, value: value === undefined || typeof value === "string" ? value : JSON.stringify(value), must };
}
