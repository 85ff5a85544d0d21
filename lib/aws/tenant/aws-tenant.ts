import { Construct } from "constructs";
import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";

/** What one tenant has on AWS. It stands in the tenant's stack, beside what it has on Azure. */
export class AwsTenant extends Construct {
  constructor(scope: Construct, id: string, _tenant: AwsTenantBlueprint) {
    super(scope, id);
  }
}
