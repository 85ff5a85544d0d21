import type { Rule } from "../../rule";
import { LOCK_ORDER } from "./lock-order";
import { NETWORK_ORDER } from "./network-order";
import { RIGHTS_FIRST } from "./rights-first";
import { WORKSPACE_ORDER } from "./workspace-order";

/** Rules about the order in which Terraform makes things, which only a cloud would punish; destruction is the reverse. */
export const ORDERS: readonly Rule[] = [RIGHTS_FIRST, ...WORKSPACE_ORDER, ...NETWORK_ORDER, LOCK_ORDER];
