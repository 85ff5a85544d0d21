import { ACTIONS_AND_RESOURCES } from "./cases/actions-and-resources";
import { CONDITIONS } from "./cases/conditions";
import { PRINCIPALS } from "./cases/principals";
import type { LintCase } from "./cases/statements";

/** At least one case per rule about statements. */
export const CASES: readonly LintCase[] = [...ACTIONS_AND_RESOURCES, ...CONDITIONS, ...PRINCIPALS];
