import type { Rule } from "../../rule";
import { FORBIDDEN, type Forbidden } from "./forbidden-types";

/** Rules against types of resources. */
export const FORBIDDEN_TYPES: readonly Rule[] = FORBIDDEN.flatMap(({ types, ...text }) =>
  Object.entries(types).map(([word, type]) => absence(word, type, text)),
);

function absence(word: string, type: string, { does, instead, ...text }: Omit<Forbidden, "types">): Rule {
  return {
    ...text,
    id: `azure-no-${word}`,
    title: `No stack has an ${type}.`,
    reason: `It ${does}.`,
    fix: `remove it, and use ${instead}`,
    example: { wrong: { resource: { [type]: { example: {} } } }, right: { resource: {} } },
    check: (stack) =>
      stack
        .resources(type)
        .map((resource) => ({ resource, argument: "", found: undefined, must: "must not be there" })),
  };
}
