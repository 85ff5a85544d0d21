import type { Changes } from "../../support/changes";

/** A part of a parsed file. Edits know the sample files, so that they need not ask what is there. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Part = any;

/** The parsed sample files. */
export interface SampleFiles {
  platform: Part;
  /** The tenants' files by id. */
  tenants: Record<string, Part>;
}

/** An ordinary edit of the sample files, and what the plans must say about it. */
export interface Edit {
  /** What somebody wants. */
  readonly title: string;
  /** Does it to the files, which are a copy. */
  readonly edit: (files: SampleFiles) => void;
  /** What changes, by stack: no other stack does, and nothing else in these. */
  readonly changes: Readonly<Record<string, Changes | "added" | "removed">>;
}

/** Construct paths below a common one. */
export function under(path: string, ...below: string[]): string[] {
  return below.map((each) => `${path}/${each}`);
}

/** The locks of resources of a workspace, which are made anew when something that stands on the resource comes or goes. */
export function relocked(...resources: string[]): Record<string, string[]> {
  return Object.fromEntries(resources.map((resource) => [`workspace/${resource}/lock`, ["notes"]]));
}
