import { quote } from "../config/problem";
import { suggest } from "../config/suggest";

/** Thrown when somebody asks for something that is not there; the message is all that they need to see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The tenants that the environment variable TENANTS selects, as in "acme,globex".
 *
 * @param selection ids, with commas or spaces between them
 * @param known the ids of all tenants
 * @returns the ids in the order of `known`; undefined when nothing is selected, which means everything
 * @throws UsageError for tenants that do not exist, with the known ones
 */
export function selectedTenants(selection: string | undefined, known: readonly string[]): string[] | undefined {
  const wanted = (selection ?? "").split(/[\s,]+/).filter((id) => id !== "");
  if (wanted.length === 0) return undefined;
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length === 0) return known.filter((id) => wanted.includes(id));

  const named = unknown.map((id) => {
    const near = suggest(id, known);
    return near === undefined ? quote(id) : `${quote(id)} (did you mean ${quote(near)}?)`;
  });
  const all = known.length === 0 ? "there are no tenants at all" : `known tenants: ${known.join(", ")}`;
  throw new UsageError(`TENANTS: there is no tenant ${named.join(" or ")}; ${all}`);
}
