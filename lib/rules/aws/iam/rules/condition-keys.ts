import type { Problem } from "../finding";
import { isPattern } from "../glob";
import { actionsMatching } from "../known-actions";
import { isGlobal, isTagKey, keysOf, type KnownKey, knownKey } from "../known-keys";
import type { StatementRule } from "../rule";
import type { ConditionView, StatementView } from "../statement-view";

/** A condition of a key that a request never has is true of all requests, or of none. */
export const unknownKey: StatementRule = {
  id: "unknown-key",
  check: (statement) =>
    statement.conditions.flatMap((condition) => {
      const key = knownKey(condition.key);
      if (key !== undefined) return absent(statement, condition, key);
      const fix = "look the key up in lib/rules/aws/iam/service-data; a key that no request has decides nothing";
      return [{ value: condition.key, what: "is no condition key", fix }];
    }),
};

/** A deprecated key is no longer there for actions that have its successor. */
export const deprecatedKey: StatementRule = {
  id: "deprecated-key",
  check: ({ conditions }) =>
    conditions.flatMap(({ key: value }) => {
      const instead = knownKey(value)?.deprecated;
      return instead === undefined ? [] : [{ value, what: "is deprecated", fix: `use ${instead}` }];
    }),
};

/** Of a pattern of actions one must have the key; of actions that are named, each. */
function absent(statement: StatementView, condition: ConditionView, key: KnownKey): Problem[] {
  if (isGlobal(key)) return [];
  // A Deny that a missing tag makes true, or false, is right: which one, its operator says.
  if (isTagKey(key) && (!statement.allows || satisfiedWithoutKey(condition))) return [];
  return statement.actions
    .filter((action) => actionsMatching(action).length > 0 && !keysOf(action).has(key.name))
    .map((action) => ({
      value: condition.key,
      what: isPattern(action) ? `is a key of no action that ${action} names` : `is not a key of ${action}`,
      fix: "put the action into a statement without this condition",
    }));
}

function satisfiedWithoutKey({ parts: { set, base, ifExists }, values }: ConditionView): boolean {
  if (base === "Null") return values.includes("true");
  return ifExists || base.includes("Not") || set === "ForAllValues";
}
