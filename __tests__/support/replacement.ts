import { REPLACING_ON_AZURE } from "../../e2e/azure/stand-in/replacement";
import { REPLACING_ON_AWS, REPLACING_WHEN_SMALLER } from "./aws-replacement";
import type { Arguments } from "./synth";

/** Arguments whose change makes Terraform replace a resource, by type: those that an edit of a file can reach. */
const REPLACING: Readonly<Record<string, readonly string[]>> = { ...REPLACING_ON_AZURE, ...REPLACING_ON_AWS };

/** A change of one argument. */
export interface ArgumentChange {
  /** Its path. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether a change of an argument replaces a resource of a type. */
export function replaces(type: string, { path, before, after }: ArgumentChange): boolean {
  if (REPLACING_WHEN_SMALLER[type]?.includes(path)) return Number(after) < Number(before);
  return (REPLACING[type] ?? []).some(
    (argument) => argument === "" || (argument === "*" && !isWithin(path, "tags")) || isWithin(path, argument),
  );
}

/** What makes Terraform replace a resource along with others: addresses, of resources or of attributes of them. */
export function triggersOf({ lifecycle }: Arguments): string[] {
  return (lifecycle as { replace_triggered_by?: string[] } | undefined)?.replace_triggered_by ?? [];
}

/** The paths that a resource's lifecycle tells Terraform to leave as they are. */
export function ignoredPaths({ lifecycle }: Arguments): string[] {
  return (lifecycle as { ignore_changes?: string[] } | undefined)?.ignore_changes ?? [];
}

/** Whether a path is another one, or leads below it. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}
