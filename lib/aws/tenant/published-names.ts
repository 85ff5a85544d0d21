import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";

/** What a tenant is told about its own. */
export interface PublishedNamesProps {
  /** The path of the tenant's parameters. */
  readonly path: string;
  /** Names, ARNs and URLs, by what comes after the path, as in `bucket` or `endpoint/churn`. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Parameters that tell a tenant the names of what it has: listing is denied to it, because it shows what other tenants
 * have. They are plain and not encrypted: names are no secrets, and an encrypted value is hidden in plans.
 */
export class PublishedNames extends Construct {
  constructor(scope: Construct, id: string, { path, names }: PublishedNamesProps) {
    super(scope, id);
    for (const [key, value] of Object.entries(names)) {
      new SsmParameter(this, key, { name: `${path}/${key}`, type: "String", insecureValue: value });
    }
  }
}
