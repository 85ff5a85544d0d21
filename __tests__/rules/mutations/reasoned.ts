import type { Told } from "./survey";

/**
 * Arguments by type: Terraform's, of azapi resources also the ARM type behind it, or "*" for all. An argument means itself
 * and everything below it; a kind of change may stand behind it, as in "depends_on: one more". ": gone" is the resource.
 */
type Changes = Readonly<Record<string, readonly string[]>>;

/** Changes, and why what the rules say of them is right. */
export interface Reasoned {
  readonly reason: string;
  readonly of: Changes;
}

/** Whether a change is one of those. */
export function matches(changes: Changes, { type, argument, kind }: Pick<Told, "type" | "argument" | "kind">): boolean {
  return Object.entries(changes).some(
    ([of, args]) =>
      (of === "*" || of === type) &&
      args.some((pattern) => {
        const [place = "", only] = pattern.split(": ");
        const isPlace = place === "" ? argument === "" : argument === place || argument.startsWith(`${place}.`);
        return isPlace && (only === undefined || only === kind);
      }),
  );
}
