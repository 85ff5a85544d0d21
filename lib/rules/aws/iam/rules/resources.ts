import { isPattern } from "../glob";
import { actionsMatching } from "../known-actions";
import { memoized } from "../memo";
import { isWildcardOnly } from "../service-data/service-data";
import type { StatementRule } from "../rule";

/** Most actions that one message names. */
const MOST_NAMED = 3;

/** Actions that a condition key scopes better than a resource does, each with the key. */
const SCOPED_BY_KEY: Readonly<Record<string, string>> = {
  // Its only resources are datasets of OpenTelemetry; metrics themselves have no ARN.
  "cloudwatch:PutMetricData": "cloudwatch:namespace",
};

const scopedActions = memoized((pattern) => actionsMatching(pattern).filter((action) => !isWildcardOnly(action)));
const passesRole = memoized((pattern) => actionsMatching(pattern).some(({ id }) => id === "iam:PassRole"));

/**
 * A grant on everything, of an action that can be granted on something. A boundary grants nothing, and in the policy of a
 * resource "*" means the resource.
 */
export const unscopedResource: StatementRule = {
  id: "unscoped-resource",
  uses: ["identity"],
  check: ({ allows, actions, resources, notResources, conditions }) => {
    if (!allows) return [];
    const keys = conditions.map(({ key }) => key.toLowerCase());
    const open = resources.find(isEverything) ?? notResources[0];
    if (open === undefined) return [];
    const scoped = actions.flatMap(scopedActions).filter(({ id }) => !keys.includes(SCOPED_BY_KEY[id] ?? ""));
    if (scoped.length === 0) return [];
    const names = scoped.slice(0, MOST_NAMED).map(({ id }) => id);
    const more = scoped.length > names.length ? ` and ${scoped.length - names.length} more` : "";
    const types = [...new Set(scoped.flatMap(({ required, optional }) => [...required, ...optional]))];
    const named = types.slice(0, MOST_NAMED).join(", ");
    return [
      {
        value: open,
        what: `${notResources.length > 0 ? "is all that is left out" : "is everything"}, but ${names.join(", ")}${more} can be scoped`,
        fix: `name resources (${named}${types.length > MOST_NAMED ? ", …" : ""}), and put actions that cannot be scoped into a statement of their own`,
      },
    ];
  },
};

/** The role must be one: whoever passes a role has its rights, and a service that is not named may be any. */
export const inexactPassRole: StatementRule = {
  id: "inexact-pass-role",
  uses: ["identity"],
  check: ({ allows, actions, resources, notResources, conditions }) => {
    if (!allows || !actions.some(passesRole)) return [];
    const wide = [...resources.filter(isPattern), ...notResources];
    const services = conditions.filter(({ key, parts }) => {
      return key.toLowerCase() === "iam:passedtoservice" && /^String(Equals|Like)$/.test(parts.base) && !parts.ifExists;
    });
    const named = services.flatMap(({ values }) => values);
    return [
      ...wide.map((value) => ({ value, what: "is not one role to pass", fix: "write the role's ARN" })),
      ...(named.length === 1 && !named.some(isPattern)
        ? []
        : [
            {
              value: named.length === 0 ? "iam:PassRole" : named.join(", "),
              what: named.length === 0 ? "may pass to any service" : "is not one service to pass to",
              fix: 'add "StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}, or another service',
            },
          ]),
    ];
  },
};

/** "*" straight after a variable: where the variable is empty, the pattern matches everything. */
export const variableBeforeWildcard: StatementRule = {
  id: "variable-before-wildcard",
  check: ({ resources, notResources, conditions, principals }) =>
    [
      ...resources,
      ...notResources,
      ...principals.map(({ value }) => value),
      ...conditions.flatMap(({ values }) => values),
    ]
      .filter((value) => /\$\{[\w.-]+:[^{}]*\}\*/.test(value))
      .map((value) => ({
        value,
        what: "matches everything when the variable is empty",
        fix: 'put a delimiter between the variable and "*", such as "--"',
      })),
};

/** "*", or an ARN that names no more than the account. */
function isEverything(resource: string): boolean {
  return /^[*?]+$/.test(resource.replace(/^arn:([^:]*:){4}/, "").replaceAll("/", ""));
}
