import type { Rule } from "../../rule";

/** Rules about what policies say, and about roles. */
export const AWS_POLICIES: readonly Rule[] = [];
