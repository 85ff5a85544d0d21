import { z } from "zod";
import { exactlyOneOf, guid } from "./fields";

/** Somebody in Microsoft Entra who gets rights: a group, or a service principal (also that of a managed identity). */
export const principal = exactlyOneOf(
  z.strictObject({
    group: guid().optional().meta({ description: "Object id of an Entra group." }),
    servicePrincipal: guid()
      .optional()
      .meta({ description: "Object id (not the client id) of a service principal or a managed identity." }),
  }),
  ["group", "servicePrincipal"],
);

/** A principal as written in a file. */
export type PrincipalConfig = z.output<typeof principal>;

/** A list of principals; the same object id twice is refused, for Azure would refuse the second assignment. */
export const principals = z.array(principal).superRefine(
  (list, context) => {
    const seen = new Set<string>();
    list.forEach((entry: PrincipalConfig | null, index) => {
      const id = entry?.group ?? entry?.servicePrincipal;
      if (id === undefined) return;
      if (seen.has(id))
        context.addIssue({ code: "custom", path: [index], message: `names ${id} a second time; remove one` });
      seen.add(id);
    });
  },
  { when: ({ value }) => Array.isArray(value) },
);
