import type { Finding } from "./finding";
import { POLICY_KINDS, type PolicyKind, type PolicyKindName } from "./policy-kind";
import type { StatementRule, WholePolicyRule } from "./rule";
import { deprecatedAction, everyAction, unknownAction } from "./rules/actions";
import { assumingService } from "./rules/assuming-services";
import { deprecatedKey, unknownKey } from "./rules/condition-keys";
import { forAllValuesAllow, forAllValuesDeny, severalNegatedKeys } from "./rules/conditions";
import { confusedDeputy } from "./rules/confused-deputy";
import { unfitOperator, unknownOperator } from "./rules/operators";
import { oneService, openFederation, sessionTags, wildcardPrincipal } from "./rules/principals";
import { createWithoutTag } from "./rules/request-tag";
import { inexactPassRole, unscopedResource, variableBeforeWildcard } from "./rules/resources";
import { malformedPolicy, policySize } from "./rules/whole-policy";
import { statementsOf } from "./statement-view";

/** What a policy as a whole must be. */
export const WHOLE_POLICY_RULES: readonly WholePolicyRule[] = [malformedPolicy, policySize];

/** What each statement must be. */
export const STATEMENT_RULES: readonly StatementRule[] = [
  unknownAction,
  deprecatedAction,
  everyAction,
  unknownKey,
  deprecatedKey,
  unknownOperator,
  unfitOperator,
  unscopedResource,
  severalNegatedKeys,
  forAllValuesAllow,
  forAllValuesDeny,
  inexactPassRole,
  createWithoutTag,
  confusedDeputy,
  openFederation,
  oneService,
  assumingService,
  sessionTags,
  wildcardPrincipal,
  variableBeforeWildcard,
];

/** The rule about the size of a policy: the only one for which the length of names counts. */
export const SIZE_RULE = policySize.id;

/** What is wrong with the size of a policy. */
export function sizeFindings(kind: PolicyKindName, text: string): Finding[] {
  return policySize.check(undefined, POLICY_KINDS[kind], text).map((problem) => ({ rule: SIZE_RULE, ...problem }));
}

/**
 * What is wrong with a policy. It never throws, whatever it is given.
 *
 * @param document the policy as plain data; references of Terraform may stand in its texts
 * @param kind what the policy is for
 * @param text the policy as AWS will count its characters. Default: the document as JSON without white space.
 */
export function lintPolicy(
  document: unknown,
  kind: PolicyKindName,
  text = JSON.stringify(document ?? null),
): Finding[] {
  const of: PolicyKind = POLICY_KINDS[kind];
  const findings: Finding[] = [];
  for (const { id, check } of WHOLE_POLICY_RULES) {
    for (const problem of check(document, of, text)) findings.push({ rule: id, ...problem });
  }
  for (const statement of statementsOf(document)) {
    for (const { id, uses, check } of STATEMENT_RULES) {
      if (uses?.includes(of.use) === false) continue;
      for (const problem of check(statement, of)) findings.push({ rule: id, sid: statement.sid, ...problem });
    }
  }
  return findings;
}
