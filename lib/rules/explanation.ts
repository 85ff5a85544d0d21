import { CONTROLS } from "./controls";
import type { Rule } from "./rule";

/** All about a rule, for people: what must be, why, how to mend it, its source, its controls and an example. */
export function explanation({ id, severity, title, reason, fix, source, controls, example }: Rule): string {
  const named = controls.map((control) => `  ${control}: ${CONTROLS[control]}`);
  return [
    `${id} (${severity})`,
    title,
    "",
    `Why: ${reason}`,
    `Fix: ${fix}`,
    `Source: ${source}`,
    ...(named.length === 0 ? [] : ["Controls:", ...named]),
    "",
    "Wrong:",
    indented(example.wrong),
    "",
    "Right:",
    indented(example.right),
  ].join("\n");
}

function indented(tree: unknown): string {
  return JSON.stringify(tree, null, 2).replaceAll(/^/gm, "  ");
}
