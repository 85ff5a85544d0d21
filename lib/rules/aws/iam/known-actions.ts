import { type Action, actionsOf, serviceData } from "./service-data/service-data";
import { matchesAction } from "./glob";
import { memoized } from "../../memo";

/**
 * The actions that a pattern such as "sagemaker:Create*" names. None for "*", which names those of every service there is,
 * and for what is unknown.
 */
export const actionsMatching = memoized((pattern): readonly Action[] => {
  const service = (pattern.split(":")[0] ?? "").toLowerCase();
  if (/[*?]/.test(pattern)) return actionsOf(service).filter(({ id }) => matchesAction(pattern, id));
  const action = byName(service).get(pattern.toLowerCase());
  return action === undefined ? [] : [action];
});

const byName = memoized(
  (service): ReadonlyMap<string, Action> =>
    new Map(actionsOf(service).map((action) => [action.id.toLowerCase(), action])),
);

/** Whether the service that a pattern names is in the extract of AWS's data. */
export function isKnownService(pattern: string): boolean {
  return serviceData(pattern.split(":")[0] ?? "") !== undefined;
}
