import type { Rule } from "../rule";
import { ACCESS } from "./access/access";
import { MANAGED_NETWORK } from "./managed-network/managed-network";
import { MONITORING } from "./monitoring/monitoring";
import { NETWORK } from "./network/network";
import { ORDERS } from "./order/orders";
import { OTHER_TENANT } from "./other-tenant";
import { PRIVATE_ACCESS } from "./private-access/private-access";
import { PROTECTION } from "./protection/protection";
import { OWN_REFERENCES } from "./references";

/** Rules about what resources are to each other. */
export const AZURE_RELATIONS: readonly Rule[] = [
  ...PRIVATE_ACCESS,
  ...NETWORK,
  ...ACCESS,
  ...MANAGED_NETWORK,
  ...MONITORING,
  ...PROTECTION,
  ...OWN_REFERENCES,
  ...ORDERS,
  OTHER_TENANT,
];
