import { z } from "zod";
import { type CrossFinding, exactlyOneOf, uniqueOn, valueAt } from "./cross-checks";
import { guid } from "./fields";
import { quote } from "./problem";

/** Somebody in Microsoft Entra who gets rights: a group, or a service principal (also that of a managed identity). */
const principal = exactlyOneOf(
  z.strictObject({
    group: guid().optional().meta({ description: "Object id of an Entra group." }),
    servicePrincipal: guid().optional().meta({
      description: "Object id (not the client id) of a service principal or a managed identity.",
    }),
  }),
  ["group", "servicePrincipal"],
);

/** A principal as written in a file. */
export type PrincipalConfig = z.output<typeof principal>;

/** A list of principals. Rejects an object id that comes twice, for Azure refuses the second assignment. */
export const principals = uniqueOn(z.array(principal), objectId, (id, { first, index }) => ({
  path: [index],
  message: `${quote(id)} is already entry ${first} of this list; remove one`,
}));

/**
 * Finds who is in a list and, for nothing, in another one that gives the same rights and more.
 *
 * @param lists the map with both lists, unchecked
 */
export function alreadyIn(lists: Readonly<Record<string, unknown>>, more: string, less: string): CrossFinding[] {
  const numbers = new Map(entriesOf(lists[more]).map((entry, index) => [objectId(entry), index + 1]));
  return entriesOf(lists[less]).flatMap((entry, index) => {
    const id = objectId(entry);
    const number = numbers.get(id);
    if (typeof id !== "string" || number === undefined) return [];
    const message = `${quote(id)} is already entry ${number} of ${more}, who may do all of this; remove one`;
    return [{ path: [less, index], message }];
  });
}

function entriesOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

/** The object id of an entry, which is not checked yet. */
function objectId(entry: unknown): unknown {
  return valueAt(entry, "group") ?? valueAt(entry, "servicePrincipal");
}
