import { z } from "zod";
import { isDay } from "./day";
import { line } from "./fields";
import { checkedText, text } from "./text-form";
import { uniqueOn } from "./cross-checks";
import { quote } from "./problem";

const exception = z.strictObject({
  rule: text({
    what: "the id of a rule",
    use: "the one in the brackets of the finding; npm run rules lists them",
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    max: 80,
  }).meta({ description: 'The rule that is broken, as in "azure-storage-replication".' }),
  resource: text({
    what: "a resource of a stack",
    use: "what the finding begins with, as in tenant-acme/workspace/storage",
    pattern: /^[^\s/][^/\t\r\n]*(\/[^/\t\r\n]+)+$/u,
    max: 500,
  }).meta({ description: "The resource that breaks it, as the finding names it: the stack first." }),
  reason: line().meta({ description: "Why that is right, or what else keeps it safe. It is printed on every synth." }),
  expires: checkedText((value) => (isDay(value) ? undefined : "is not a day; use one such as 2027-03-31")).meta({
    pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
    description: "The last day on which it holds. Thirty days before there are warnings, and after it the synth stops.",
  }),
});

/** Findings of the rules that are accepted for a while. */
export const exceptions = uniqueOn(
  z.array(exception),
  (entry) => {
    const { rule, resource } = (entry ?? {}) as { readonly rule?: unknown; readonly resource?: unknown };
    return typeof rule === "string" && typeof resource === "string" ? `${rule} at ${resource}` : undefined;
  },
  (value, { first, index }) => ({
    path: [index],
    message: `${quote(value)} is already accepted by entry ${first} of this list; remove one of them`,
  }),
)
  .default([])
  .meta({ description: "Findings of the rules that are accepted for a while. Default: none." });

/** A finding of the rules that is accepted for a while, as a file says it. */
export type ExceptionConfig = z.output<typeof exception>;
