import type { StateBackend } from "./backend";

/** The names of the platform's own stacks. */
export const PLATFORM_STACKS = { hub: "hub", workspace: "ml-workspace", foundation: "aws-foundation" } as const;

/** What every stack's blueprint has. */
export interface StackBlueprint {
  /** The stack's name: `hub`, `ml-workspace` or `tenant-<id>`. */
  readonly stack: string;
  /** Where its state is kept. */
  readonly backend: StateBackend;
  /** Whether it is on its way out, so that it may be destroyed: nothing in it is protected against deletion. */
  readonly retiring: boolean;
  /** Tags of everything in it that can carry tags. */
  readonly tags: Readonly<Record<string, string>>;
}
