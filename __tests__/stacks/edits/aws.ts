import { AWS_PLATFORM_EDITS } from "./aws-platform";
import { AWS_SERVING_EDITS } from "./aws-serving";
import { AWS_TENANT_EDITS } from "./aws-tenants";
import { AWS_WORK_EDITS } from "./aws-work";
import type { Edit } from "./edit";

/** Every edit that is tried of files that are on AWS. */
export const AWS_EDITS: readonly Edit[] = [
  ...AWS_WORK_EDITS,
  ...AWS_TENANT_EDITS,
  ...AWS_SERVING_EDITS,
  ...AWS_PLATFORM_EDITS,
];
