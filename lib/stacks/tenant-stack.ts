import type { Construct } from "constructs";
import type { TenantBlueprint } from "../blueprint/tenant";
import { BaseStack } from "../terraform/base-stack";

/** The halves of a tenant, loaded when they are needed: most tenants are on one cloud. */
/* eslint-disable @typescript-eslint/no-require-imports -- import() would make all of synthesis asynchronous. */
const load = {
  azure: () => require("./azure-half") as typeof import("./azure-half"),
  aws: () => require("./aws-half") as typeof import("./aws-half"),
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** Everything of one tenant, on the clouds that its file names. */
export class TenantStack extends BaseStack {
  constructor(scope: Construct, tenant: TenantBlueprint) {
    super(scope, tenant);
    const { azure, aws } = tenant;
    if (azure !== undefined) new (load.azure().AzureHalf)(this, tenant, azure);
    if (aws !== undefined) load.aws().addAwsHalf(this, tenant, aws);
  }
}
