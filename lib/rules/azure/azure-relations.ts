import type { Rule } from "../rule";

/** Rules about what resources are to each other. */
export const AZURE_RELATIONS: readonly Rule[] = [];
