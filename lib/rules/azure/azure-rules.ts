import type { Rule } from "../rule";
import { AZURE_RELATIONS } from "./azure-relations";
import { AZURE_SETTINGS } from "./settings/azure-settings";

/** The rules about what is on Azure. */
export const AZURE_RULES: readonly Rule[] = [...AZURE_SETTINGS, ...AZURE_RELATIONS];
