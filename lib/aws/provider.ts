import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { AwsTarget } from "../blueprint/aws-account";
import type { BaseStack } from "../terraform/base-stack";

/**
 * Declares the AWS provider of a stack. It works in one account only: with credentials of another one it fails before it
 * plans anything.
 */
export function addAwsProvider(stack: BaseStack, { accountId, region, deployRoleArn }: AwsTarget): void {
  stack.requireProvider("aws");
  new AwsProvider(stack, "aws-provider", {
    region,
    allowedAccountIds: [accountId],
    ...(deployRoleArn === undefined ? {} : { assumeRole: [{ roleArn: deployRoleArn, sessionName: stack.node.id }] }),
  });
}
