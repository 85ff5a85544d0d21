import { type Action, actionsOf, serviceData } from "../service-data/service-data";
import { matchesAction } from "./glob";

const matched = new Map<string, readonly Action[]>();

/**
 * The actions that a pattern such as "sagemaker:Create*" names. None for "*", which names those of every service there is,
 * and for what is unknown.
 */
export function actionsMatching(pattern: string): readonly Action[] {
  let actions = matched.get(pattern);
  if (actions === undefined) {
    const [service = ""] = pattern.split(":");
    actions = pattern.includes(":")
      ? actionsOf(service.toLowerCase()).filter(({ id }) => matchesAction(pattern, id))
      : [];
    matched.set(pattern, actions);
  }
  return actions;
}

/** Whether the service that a pattern names is in the extract of AWS's data. */
export function isKnownService(pattern: string): boolean {
  return serviceData(pattern.split(":")[0] ?? "") !== undefined;
}
