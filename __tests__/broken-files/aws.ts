import { AWS_PLATFORM } from "./aws-platform";
import { AWS_TENANTS } from "./aws-tenants";
import { AWS_WORKLOADS } from "./aws-workloads";
import type { BrokenFile } from "./broken-file";

/** Platforms and tenants whose files say of AWS what cannot be. */
export const AWS: readonly BrokenFile[] = [...AWS_PLATFORM, ...AWS_TENANTS, ...AWS_WORKLOADS];
