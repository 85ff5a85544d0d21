import type { Rule } from "../../rule";
import { STORAGE_ACCOUNT } from "./storage-account";

/** Rules about arguments, by type of resource. */
export const AZURE_SETTINGS: readonly Rule[] = [...STORAGE_ACCOUNT];
