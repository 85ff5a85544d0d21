import type { Rule } from "../../rule";
import { ALLOWED_TRAFFIC } from "./allowed-traffic";
import { BASTION_PLACE, BASTION_RULES } from "./bastion-rules";
import { DENY_ALL } from "./deny-all";
import { FLOW_LOGS } from "./flow-logs";
import { NAT } from "./nat";
import { PEERINGS } from "./peerings";
import { PUBLIC_ADDRESSES } from "./public-addresses";
import { SECURITY_RULE_GROUP } from "./security-rule-group";
import { SUBNET_RANGE } from "./subnet-range";
import { SUBNET_OWN_GROUP, SUBNET_SECURITY_GROUP } from "./subnet-security-group";

/** Rules about networks: who reaches whom, and what is recorded of it. */
export const NETWORK: readonly Rule[] = [
  SUBNET_SECURITY_GROUP,
  SUBNET_OWN_GROUP,
  SUBNET_RANGE,
  SECURITY_RULE_GROUP,
  DENY_ALL,
  ...ALLOWED_TRAFFIC,
  BASTION_RULES,
  BASTION_PLACE,
  ...PEERINGS,
  ...PUBLIC_ADDRESSES,
  ...NAT,
  ...FLOW_LOGS,
];
