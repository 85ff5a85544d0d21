import type { Rule } from "../rule";
import { NETWORK } from "./network/network";
import { PRIVATE_ACCESS } from "./private-access/private-access";

/** Rules about what resources are to each other. */
export const AZURE_RELATIONS: readonly Rule[] = [...PRIVATE_ACCESS, ...NETWORK];
