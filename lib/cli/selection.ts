import { quote } from "../config/problem";
import { suggest } from "../config/suggest";

/** Thrown when somebody asks for something that is not there; the message is all that they need to see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The tenants that the environment variable TENANTS selects, as in "acme,globex".
 *
 * @param known the ids of all tenants
 * @returns the ids in the order of `known`; undefined when nothing is selected, which means everything
 * @throws UsageError for a tenant that does not exist, with the known ones
 */
export function selectedTenants(selection: string | undefined, known: readonly string[]): string[] | undefined {
  const wanted = (selection ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (wanted.length === 0) return undefined;
  for (const id of wanted.filter((each) => !known.includes(each))) {
    const near = suggest(id, known);
    const hint = near === undefined ? "" : `did you mean ${quote(near)}? `;
    throw new UsageError(`TENANTS: there is no tenant ${quote(id)}; ${hint}known tenants: ${known.join(", ")}`);
  }
  return known.filter((id) => wanted.includes(id));
}
