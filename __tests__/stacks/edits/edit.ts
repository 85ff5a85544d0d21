import type { SampleFiles, StackChanges } from "../../support/edits";

/** An ordinary edit of the sample files, and what the plans must say about it. */
export interface Edit {
  /** What somebody wants. */
  readonly title: string;
  /** Does it to the files, which are a copy. */
  readonly edit: (files: SampleFiles) => void;
  /** What changes, by stack: no other stack does, and nothing else in these. */
  readonly changes: StackChanges;
}

/** Construct paths below a common one. */
export function under(path: string, ...below: string[]): string[] {
  return below.map((each) => `${path}/${each}`);
}

/** The locks of resources of a workspace, which are made anew when something that stands on the resource comes or goes. */
export function relocked(...resources: string[]): Record<string, string[]> {
  return Object.fromEntries(resources.map((resource) => [`workspace/${resource}/lock`, ["notes"]]));
}

/** The same arguments of several resources. */
export function each(paths: readonly string[], ...changed: string[]): Record<string, string[]> {
  return Object.fromEntries(paths.map((path) => [path, changed]));
}
