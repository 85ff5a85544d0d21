import type { IConstruct } from "constructs";

/**
 * The error for a construct whose props are wrong. Its message opens with the construct's path, so that the reader finds
 * the tenant and the resource without a stack trace.
 *
 * @param reason what is wrong and what to write instead, without the path.
 */
export function refusal(construct: IConstruct, reason: string): Error {
  return new Error(`${construct.node.path}: ${reason}`);
}
