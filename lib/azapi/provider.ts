import type { Construct } from "constructs";
import { TerraformProvider } from "../terraform/cdktf";
import { AZAPI } from "./versions";

/** Props of an {@link AzapiProvider}. */
export interface AzapiProviderProps {
  /** GUID of the subscription. By default the environment variable ARM_SUBSCRIPTION_ID names it. */
  readonly subscriptionId?: string;
  /** GUID of the Entra tenant. By default the environment variable ARM_TENANT_ID names it. */
  readonly tenantId?: string;
  /** Whether to sign in with a federated token instead of a secret. The provider's default is false, or ARM_USE_OIDC. */
  readonly useOidc?: boolean;
  /** Name that sets this provider apart from others of its kind in a stack. By default it is the one without a name. */
  readonly alias?: string;
}

/** The azapi provider: Azure Resource Manager without a resource type per service (azapi docs, "AzAPI Provider"). */
export class AzapiProvider extends TerraformProvider {
  /** The provider's type in Terraform. */
  public static readonly tfResourceType = AZAPI.name;

  private readonly props: AzapiProviderProps;

  public constructor(scope: Construct, id: string, props: AzapiProviderProps) {
    super(scope, id, {
      terraformResourceType: AzapiProvider.tfResourceType,
      terraformGeneratorMetadata: { providerName: AZAPI.name, providerVersionConstraint: AZAPI.versionConstraint },
      terraformProviderSource: AZAPI.source,
    });
    this.props = props;
  }

  /** The alias, or undefined for the stack's default azapi provider. */
  public override get alias(): string | undefined {
    return this.props.alias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { subscriptionId, tenantId, useOidc } = this.props;
    return { subscription_id: subscriptionId, tenant_id: tenantId, use_oidc: useOidc };
  }
}
