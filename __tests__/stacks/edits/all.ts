import type { Edit } from "./edit";
import { PLATFORM_EDITS } from "./platform";
import { SERVING_EDITS } from "./serving";
import { TENANT_EDITS } from "./tenants";
import { WORKSPACE_EDITS } from "./workspaces";

/** Every edit that is tried. */
export const EDITS: readonly Edit[] = [...TENANT_EDITS, ...SERVING_EDITS, ...WORKSPACE_EDITS, ...PLATFORM_EDITS];
