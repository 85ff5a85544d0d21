import { quote } from "../config/problem";
import { suggest } from "../config/suggest";

/** What is wrong with the id of a rule that does not exist, and which one may be meant. */
export function unknownRule(id: string, known: readonly string[]): string {
  const near = suggest(id, known);
  return `${quote(id)} is no rule; ${near === undefined ? "npm run rules lists them" : `did you mean ${quote(near)}?`}`;
}
