import type { Rule } from "../../rule";
import { PRIVATE_ENDPOINT_FITS } from "./private-endpoint-fits";
import { PRIVATE_ENDPOINT_MISSING } from "./private-endpoint-missing";
import { PRIVATE_ENDPOINT_OWN_ZONES, PRIVATE_ENDPOINT_RECORDS } from "./private-endpoint-records";
import { PRIVATE_ENDPOINT_SUBNET } from "./private-endpoint-subnet";
import { SHARED_WORKSPACE_ENDPOINT } from "./shared-workspace-endpoint";
import { ZONE_LINKS } from "./zone-links";

/** Rules about private endpoints and the names that lead to them. */
export const PRIVATE_ACCESS: readonly Rule[] = [
  PRIVATE_ENDPOINT_MISSING,
  SHARED_WORKSPACE_ENDPOINT,
  PRIVATE_ENDPOINT_FITS,
  PRIVATE_ENDPOINT_RECORDS,
  PRIVATE_ENDPOINT_OWN_ZONES,
  PRIVATE_ENDPOINT_SUBNET,
  ...ZONE_LINKS,
];
