import type { Rule } from "../rule";
import { ACCESS } from "./access/access";
import { MONITORING } from "./monitoring/monitoring";
import { NETWORK } from "./network/network";
import { PRIVATE_ACCESS } from "./private-access/private-access";
import { PROTECTION } from "./protection/protection";

/** Rules about what resources are to each other. */
export const AZURE_RELATIONS: readonly Rule[] = [
  ...PRIVATE_ACCESS,
  ...NETWORK,
  ...ACCESS,
  ...MONITORING,
  ...PROTECTION,
];
