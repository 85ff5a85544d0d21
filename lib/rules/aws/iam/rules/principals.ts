import { isPattern } from "../glob";
import type { StatementRule } from "../rule";
import type { ConditionView, PrincipalView } from "../statement-view";

/** Keys that say for which account or resource a service asks. */
const SOURCE_KEYS = [/^aws:sourceaccount$/i, /^aws:sourcearn$/i, /^aws:sourceorgid$/i, /^kms:encryptioncontext:/i];

/** Keys that say who asks, or whose account that is. */
const WHO_KEYS = [
  /^aws:principal(account|arn|orgid|orgpaths)$/i,
  /^aws:source(account|arn|orgid)$/i,
  /^kms:calleraccount$/i,
];

/**
 * A service acts for whoever asks it to, in any account. A role's trust must name the account; the policy of a resource may
 * name the source in another way.
 */
export const confusedDeputy: StatementRule = {
  id: "confused-deputy",
  uses: ["trust", "resource"],
  check: ({ allows, principals, conditions }, { use }) => {
    const accepted = use === "trust" ? SOURCE_KEYS.slice(0, 1) : SOURCE_KEYS;
    if (!allows || conditions.some((condition) => limits(condition, accepted))) return [];
    return principals
      .filter(({ type }) => type === "Service")
      .map(({ value }) => ({
        value,
        what: "is trusted whoever's account it acts for",
        fix: 'add "StringEquals": {"aws:SourceAccount": "<account>"}',
      }));
  },
};

/**
 * Everybody. Policies of VPC endpoints can hardly name anybody else, so they must limit who that is by a condition, or what
 * the endpoint leads to.
 */
export const wildcardPrincipal: StatementRule = {
  id: "wildcard-principal",
  uses: ["trust", "resource", "path"],
  check: ({ allows, principals, notPrincipals, conditions, resources }, { use }) => {
    if (!allows) return [];
    const isLimited =
      (use !== "trust" && conditions.some((condition) => limits(condition, WHO_KEYS))) ||
      (use === "path" && resources.length > 0 && resources.every(isSomebodys));
    const everybody = isLimited ? [] : principals.filter(isEverybody);
    return [...everybody, ...notPrincipals].map(({ value }) => ({
      value,
      what: notPrincipals.length > 0 ? "is all that an Allow with NotPrincipal leaves out" : "lets everybody in",
      fix: 'name the principals, or add "StringEquals": {"aws:PrincipalAccount": "<account>"}',
    }));
  },
};

/** A provider of identities signs for all of its users: of GitHub, for the workflows of everybody. */
export const openFederation: StatementRule = {
  id: "open-federation",
  uses: ["trust"],
  check: ({ allows, principals, conditions }) => {
    if (!allows) return [];
    const positive = conditions.filter(isPositive);
    const subjects = positive.filter(({ key }) => /:sub$/i.test(key)).flatMap(({ values }) => values);
    const hasAudience = positive.some(({ key }) => /:aud$/i.test(key));
    const isNarrow = subjects.length > 0 && subjects.every((subject) => !/^(repo:)?\*/.test(subject));
    if (isNarrow && hasAudience) return [];
    return principals
      .filter(({ type, value }) => type === "Federated" && value.includes("oidc-provider/"))
      .map(({ value }) => ({
        value,
        what: "is trusted whomever it signs for",
        fix: "add conditions on its keys :aud and :sub, the subject with at least an organization",
      }));
  },
};

function limits(condition: ConditionView, keys: readonly RegExp[]): boolean {
  return isPositive(condition) && keys.some((key) => key.test(condition.key)) && !condition.values.includes("*");
}

function isPositive({ parts: { base, ifExists, set }, values }: ConditionView): boolean {
  return (
    /^(String|Arn)(Equals|Like)/.test(base) &&
    !ifExists &&
    set !== "ForAllValues" &&
    values.every((value) => value !== "")
  );
}

/** Whether an ARN names an account, or the whole name of a bucket. */
function isSomebodys(resource: string): boolean {
  return /^arn:[^:]*:(s3:::[^*?/]+(\/|$)|[^:]*:[^:]*:\d{12}:)/.test(resource);
}

function isEverybody({ type, value }: PrincipalView): boolean {
  return isPattern(value) && (type === "*" || type === "AWS");
}
