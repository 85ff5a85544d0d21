import type { Rule } from "../../rule";
import { DEPLOYMENT_ASSETS } from "./deployment-assets";
import { ISOLATION_MODE } from "./isolation-mode";
import { OUTBOUND_RULES } from "./outbound-rules";
import { WORKSPACE_COMPANIONS } from "./workspace-companions";

/** Rules about workspaces, their managed networks and what runs in them. */
export const MANAGED_NETWORK: readonly Rule[] = [
  ISOLATION_MODE,
  ...OUTBOUND_RULES,
  ...WORKSPACE_COMPANIONS,
  DEPLOYMENT_ASSETS,
];
