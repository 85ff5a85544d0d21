import type { Rule } from "../../rule";

/** Rules about arguments and companions of resources. */
export const AWS_SETTINGS: readonly Rule[] = [];
