import type { PolicyKind } from "../policy-kind";
import type { PolicyRule } from "../rule";
import { isRecord, listOf, sidOf } from "../statement-view";

/** A policy that AWS would not take, or would read otherwise than it looks. */
export const malformedPolicy: PolicyRule = {
  id: "malformed-policy",
  check: (document, kind) => {
    if (!isRecord(document))
      return [problem("", document, "is no policy", "write an object with Version and Statement")];
    const statements = listOf(document.Statement);
    return [
      ...(document.Version === "2012-10-17"
        ? []
        : [problem("", document.Version, "is not the version with variables", 'write "Version": "2012-10-17"')]),
      ...(statements.length > 0 ? [] : [problem("", document.Statement, "is no statement", "write one")]),
      ...statements.flatMap((statement, index) => {
        const sid = sidOf(statement, index);
        return faultsOf(statement, kind).map(([value, what, fix]) => problem(sid, value, what, fix));
      }),
      ...repeated(statements),
    ];
  },
};

/** A policy that is too long: the provider sees it only when it applies (hashicorp/terraform-provider-aws#45533). */
export const policySize: PolicyRule = {
  id: "policy-size",
  check: (_document, { what, maxSize, countsWhiteSpace }, text) => {
    if (maxSize === undefined || text.length <= maxSize) return [];
    const size = countsWhiteSpace === true ? text.length : text.replaceAll(/\s/g, "").length;
    if (size <= maxSize) return [];
    const fix = "shorten it, or split it if it is attached to a role";
    return [problem("", `${size} characters`, `is more than the ${maxSize} that ${what} may have`, fix)];
  },
};

/** Uses whose statements say whom they are about. */
const ABOUT_PRINCIPALS: readonly PolicyKind["use"][] = ["trust", "resource", "path"];

/** Uses whose policies are IAM's own, which takes letters and digits in a Sid. */
const OF_IAM: readonly PolicyKind["use"][] = ["identity", "ceiling", "trust"];

type Fault = readonly [value: unknown, what: string, fix: string];

function faultsOf(statement: unknown, { use, what, isOfOneResource }: PolicyKind): Fault[] {
  if (!isRecord(statement)) return [[statement, "is no statement", "write an object"]];
  const has = (...names: string[]) => names.filter((name) => statement[name] !== undefined);
  const needs = (names: [string, string]): Fault[] =>
    has(...names).length === 1 ? [] : [[names.join(", "), "must be there once", `write either ${names.join(" or ")}`]];
  const isAbout = has("Resource", "NotResource").length;
  const lacks = (...names: string[]): Fault[] =>
    has(...names).map((name): Fault => [name, `has no place in ${what}`, "remove it"]);
  return [
    ...(statement.Effect === "Allow" || statement.Effect === "Deny"
      ? []
      : [[statement.Effect, "is no effect", 'write "Allow" or "Deny"'] as const]),
    ...needs(["Action", "NotAction"]),
    ...(use === "trust"
      ? lacks("Resource", "NotResource")
      : isOfOneResource === true && isAbout === 0
        ? []
        : needs(["Resource", "NotResource"])),
    ...(ABOUT_PRINCIPALS.includes(use) ? needs(["Principal", "NotPrincipal"]) : lacks("Principal", "NotPrincipal")),
    ...(typeof statement.Sid === "string" && !/^[A-Za-z0-9]*$/.test(statement.Sid) && OF_IAM.includes(use)
      ? [[statement.Sid, "has more than letters and digits", "rename it"] as const]
      : []),
  ];
}

function repeated(statements: readonly unknown[]) {
  const sids = statements.flatMap((statement) =>
    isRecord(statement) && typeof statement.Sid === "string" ? [statement.Sid] : [],
  );
  return sids
    .filter((sid, index) => sids.indexOf(sid) < index)
    .map((sid) => problem(sid, sid, "is the Sid of two statements", "rename one"));
}

function problem(sid: string, value: unknown, what: string, fix: string) {
  return {
    sid,
    value: value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value),
    what,
    fix,
  };
}
