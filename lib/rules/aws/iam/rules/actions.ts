import type { Problem } from "../finding";
import { isPattern } from "../glob";
import { actionsMatching, isKnownService } from "../known-actions";
import { memoized } from "../memo";
import type { StatementRule } from "../rule";

/** An action that AWS does not know never matches: a right that is not there, or a Deny that denies nothing. */
export const unknownAction: StatementRule = {
  id: "unknown-action",
  check: ({ actions, notActions }) => [...actions, ...notActions].flatMap((action) => unknown(action)),
};

/** An action that AWS may take away. */
export const deprecatedAction: StatementRule = {
  id: "deprecated-action",
  check: ({ actions, notActions }) => [...actions, ...notActions].flatMap((action) => deprecated(action)),
};

/** Every action at once, or every action but some: what AWS adds tomorrow is allowed today. */
export const everyAction: StatementRule = {
  id: "every-action",
  uses: ["identity", "ceiling", "trust"],
  check: ({ allows, actions, notActions }) => {
    if (!allows) return [];
    const fix = "name the actions, or their verbs";
    const [left] = notActions;
    return [
      ...actions.filter(isEveryAction).map((value) => ({ value, what: "allows everything", fix })),
      ...(left === undefined
        ? []
        : [{ value: left, what: "is what an Allow with NotAction leaves out, and it allows the rest", fix }]),
    ];
  },
};

const unknown = memoized((value): Problem[] => {
  if (isEveryAction(value) || actionsMatching(value).length > 0) return [];
  if (!value.includes(":")) return [{ value, what: "names no service", fix: 'write it as in "s3:GetObject"' }];
  const service = value.split(":")[0] ?? "";
  if (!isKnownService(value)) {
    const fix = "add it to SERVICES of lib/rules/aws/iam/service-data/service-data.ts and run npm run iam-data";
    return [{ value, what: `is of the service ${service}, of which AWS's data is not here`, fix }];
  }
  const what = isPattern(value) ? "matches no action" : "is no action";
  return [
    { value, what, fix: `lib/rules/aws/iam/service-data/${service.toLowerCase()}.json has the actions that there are` },
  ];
});

const deprecated = memoized((value): Problem[] => {
  if (isPattern(value)) return [];
  const fix = "name the action that takes its place";
  return actionsMatching(value).flatMap((action) =>
    action.deprecated === undefined ? [] : [{ value, what: `is deprecated: ${action.deprecated}`, fix }],
  );
});

function isEveryAction(action: string): boolean {
  return /^\*+$/.test(action);
}
