import { z } from "zod";
import { exactlyOneOf, uniqueOn, valueAt } from "./cross-checks";
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
export const principals = uniqueOn(
  z.array(principal),
  (entry) => valueAt(entry, "group") ?? valueAt(entry, "servicePrincipal"),
  (id, { first, index }) => ({
    path: [index],
    message: `${quote(id)} is already entry ${first} of this list; remove one`,
  }),
);
