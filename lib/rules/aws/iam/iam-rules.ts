import type { Rule } from "../../rule";
import { policyOf, stackWithPolicy } from "./example";
import { STATEMENT_RULES, WHOLE_POLICY_RULES } from "./lint-policy";
import { violationsOf } from "./lint-stack";
import type { PolicyExample, PolicyRuleText } from "./rule";
import { awsManagedPolicies } from "./rules/aws-managed-policies";
import { policyDocuments } from "./rules/policy-documents";
import { bareVariable, opaquePolicy, strayPolicy } from "./rules/readable";
import { roleBoundary } from "./rules/role-boundary";
import { users } from "./rules/users";

/** What policies and roles of IAM must be, whatever they are for. */
export const IAM_RULES: readonly Rule[] = [
  awsManagedPolicies,
  policyDocuments,
  roleBoundary,
  users,
  ...[opaquePolicy, bareVariable, strayPolicy, ...WHOLE_POLICY_RULES, ...STATEMENT_RULES].map(policyRule),
];

/** The rule of what the lint of policies finds. */
export function policyRule({ id, severity, title, reason, fix, source, controls, example }: PolicyRuleText): Rule {
  return {
    id,
    severity,
    title,
    reason,
    fix,
    source,
    controls,
    example: "kind" in example ? { wrong: shown(example, "wrong"), right: shown(example, "right") } : example,
    check: (stack) => violationsOf(stack, id),
  };
}

function shown({ kind, ...statements }: PolicyExample, which: "wrong" | "right") {
  const statement = statements[which];
  return stackWithPolicy(kind, typeof statement === "string" ? statement : policyOf(statement));
}
