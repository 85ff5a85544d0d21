import { BUDGETS } from "./budgets";
import { BUCKET_POLICIES } from "./buckets";
import { CLOUDTRAIL } from "./cloudtrail";
import type { Gap, Remedy } from "./gap";
import { ENDPOINT_CONFIGS, ENDPOINTS, LIFECYCLE_CONFIGS, MODELS, NOTEBOOKS } from "./sagemaker";
import { SCALABLE_TARGETS } from "./scaling";
import { SECURITY_GROUP_RULES } from "./security-groups";
import { STUDIO_DOMAIN, STUDIO_MEMBERS } from "./studio";
import { SAGEMAKER_TAGS } from "./tags";

/** Everything that moto 5.2 lacks or misreports and that this project's stacks meet. docs/e2e.md is written from it. */
export const GAPS: readonly Gap[] = [
  STUDIO_DOMAIN,
  STUDIO_MEMBERS,
  NOTEBOOKS,
  LIFECYCLE_CONFIGS,
  MODELS,
  ENDPOINT_CONFIGS,
  ENDPOINTS,
  SAGEMAKER_TAGS,
  SCALABLE_TARGETS,
  BUDGETS,
  CLOUDTRAIL,
  BUCKET_POLICIES,
  SECURITY_GROUP_RULES,
];

/** The remedies by service and operation. Two gaps may share an operation only if one answers what the other leaves. */
const REMEDIES: ReadonlyMap<string, Remedy> = new Map(
  GAPS.flatMap(({ service, remedies }) =>
    Object.entries(remedies).map(([operation, remedy]): [string, Remedy] => [`${service} ${operation}`, remedy]),
  ),
);

/** What is done about an operation. */
export function remedyFor({ service, operation }: { service: string; operation: string }): Remedy | undefined {
  return REMEDIES.get(`${service} ${operation}`);
}
