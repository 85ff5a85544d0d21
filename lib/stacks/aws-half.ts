import { addAwsProvider } from "../aws/provider";
import { AwsTenant } from "../aws/tenant/aws-tenant";
import type { AwsTenantBlueprint } from "../blueprint/aws-tenant";
import type { StackBlueprint } from "../blueprint/stack";
import type { BaseStack } from "../terraform/base-stack";
import { TerraformOutput } from "../terraform/cdktf";

/** Adds what one tenant has on AWS to the tenant's stack, beside what it has on Azure. */
export function addAwsHalf(
  stack: BaseStack,
  { retiring }: Pick<StackBlueprint, "retiring">,
  tenant: AwsTenantBlueprint,
): void {
  addAwsProvider(stack, tenant.target);
  const { facts } = new AwsTenant(stack, "aws", { tenant, retiring });
  const { notebooks, serving, studio } = tenant;
  const outputs = {
    exec_role_arn: facts.execRoleArn,
    user_role_arn: facts.userRoleArn,
    bucket: facts.bucket,
    key_arn: facts.keyArn,
    repository_url: facts.repositoryUrl,
    subnet_ids: facts.subnetIds,
    security_group_id: facts.securityGroupId,
    studio_domain_id: facts.domainId,
    studio_profiles: studio && byKey(studio.users, ({ profile }) => profile),
    notebook_urls: byKey(notebooks, ({ consoleUrl }) => consoleUrl),
    endpoint_names: byKey(serving, ({ endpoint }) => endpoint),
    endpoint_urls: byKey(serving, ({ invocationsUrl }) => invocationsUrl),
  };
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) new TerraformOutput(stack, `aws_${name}`, { value });
  }
}

function byKey<Item extends { readonly key: string }>(
  items: readonly Item[],
  value: (item: Item) => string,
): Record<string, string> {
  return Object.fromEntries(items.map((item) => [item.key, value(item)]));
}
