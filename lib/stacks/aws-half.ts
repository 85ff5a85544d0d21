import { addAwsProvider } from "../aws/provider";
import { AwsTenant } from "../aws/tenant/aws-tenant";
import type { AwsTenantBlueprint } from "../blueprint/aws-tenant";
import type { StackBlueprint } from "../blueprint/stack";
import type { BaseStack } from "../terraform/base-stack";

/** Adds what one tenant has on AWS to the tenant's stack, beside what it has on Azure. */
export function addAwsHalf(stack: BaseStack, _blueprint: Pick<StackBlueprint, "retiring">, tenant: AwsTenantBlueprint) {
  addAwsProvider(stack, tenant.target);
  new AwsTenant(stack, "aws", tenant);
}
