import type { TenantScope } from "../../lib/aws/iam/tenant-scope";
import type { PolicyDocument, Statement } from "../../lib/aws/iam/policy";
import type { AwsTenantBlueprint } from "../../lib/blueprint/aws-tenant";
import { awsTenantOf, ENVIRONMENT } from "./aws-stack";

/** A tenant's policies are about this, with ids that tests can tell apart. */
export function scopeOf(tenant: AwsTenantBlueprint = awsTenantOf(), domainId?: string): TenantScope {
  return {
    tenant,
    keyArn: "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000001",
    subnetIds: ENVIRONMENT.subnetIds,
    securityGroupId: "sg-0000000000000002",
    ...(domainId === undefined ? {} : { domainId }),
  };
}

/** The statement of a policy with a Sid. Fails the test if there is none. */
export function statementOf({ Statement: statements }: PolicyDocument, sid: string): Statement {
  const found = statements.find(({ Sid }) => Sid === sid);
  if (found === undefined) throw new Error(`there is no statement ${sid}`);
  return found;
}

/** The statements of a policy that name an action. */
export function statementsWith({ Statement: statements }: PolicyDocument, action: string): Statement[] {
  return statements.filter(({ Action = [] }) => [Action].flat().includes(action));
}
