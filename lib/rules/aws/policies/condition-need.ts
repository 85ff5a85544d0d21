import { matchesAction } from "../iam/glob";
import { isEveryAction } from "../iam/rules/actions";
import { isPositive } from "../iam/rules/principals";
import type { ConditionView, StatementView } from "../iam/statement-view";

/** How a condition holds a key: to values, to true, to be there, or to be something else than its values. */
export type Form = "value" | "true" | "present" | "not";

/** A condition that a statement needs: its form and its key, as in "true sagemaker:NetworkIsolation". */
export type Need = `${Form} ${string}`;

/** What the values of some keys look like. */
const VALUES: Readonly<Record<string, RegExp>> = {
  "iam:PermissionsBoundary": /^arn:[^:]+:iam::(\d{12}:policy\/[\w-]+\/tenant\/\*\/\*|aws:policy\/AWSDenyAll)$/,
  "iam:PolicyARN": /^arn:[^:]+:iam::\d{12}:policy\/[\w-]+\/tenant\//,
  "iam:AWSServiceName": /^sagemaker(\.application-autoscaling)?\.amazonaws\.com$/,
  "ec2:AuthorizedService": /^sagemaker\.amazonaws\.com$/,
  "kms:ViaService": /^(elasticfilesystem|s3|sagemaker)\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
  "application-autoscaling:service-namespace": /^sagemaker$/,
};

const HOLDS: Readonly<Record<Form, (condition: ConditionView) => boolean>> = {
  value: (condition) => {
    const form = VALUES[condition.key];
    return isPositive(condition) && (form === undefined || condition.values.every((value) => form.test(value)));
  },
  true: ({ parts: { base, ifExists }, values }) =>
    base === "Bool" && !ifExists && values.length > 0 && values.every((value) => value === "true"),
  present: (condition) =>
    isPositive(condition) ||
    (condition.parts.base === "Null" &&
      condition.values.length > 0 &&
      condition.values.every((value) => value === "false")),
  not: ({ parts: { base }, values }) => /^(String|Arn)Not/.test(base) && values.length > 0,
};

/** Whether one of a statement's conditions is what it needs. */
export function isMet({ conditions }: StatementView, need: Need): boolean {
  const [form, key] = need.split(" ") as [Form, string];
  return conditions.some((condition) => condition.key.toLowerCase() === key.toLowerCase() && HOLDS[form](condition));
}

/** Needs for people, as in "sagemaker:VpcSubnets and (a or b)". */
export function toldNeeds(needs: readonly (readonly Need[])[]): string {
  const keys = needs.map((either) => either.map((need) => need.split(" ")[1]).join(" or "));
  return `a condition on ${[...new Set(keys)].join(" and on ")}`;
}

/** Whether a statement names an action, by itself or by a pattern; "*" alone does not count: that is told as such. */
export function namesAction({ actions }: StatementView, action: string): boolean {
  return actions.some((pattern) => !isEveryAction(pattern) && matchesAction(pattern, action));
}
