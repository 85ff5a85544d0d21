import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { AzapiProvider } from "../azapi/provider";
import type { StackBlueprint } from "../blueprint/stack";
import type { BaseStack } from "../terraform/base-stack";
import type { TerraformProvider } from "../terraform/cdktf";

/** Where a stack puts its Azure resources, and which providers it uses. */
export interface AzureProvidersProps {
  /** The Entra tenant. */
  readonly entraTenantId: string;
  /** The subscription of resources that name no other. */
  readonly subscriptionId: string;
  /**
   * Other subscriptions that the stack may have resources in, by the alias of their provider. They are declared whether
   * anything is in them or not: Terraform deletes what a file no longer names with the provider that made it, and
   * refuses the whole plan when that is gone ("Provider configuration not present"). Default: none.
   */
  readonly otherSubscriptions?: Readonly<Record<string, string>>;
  /**
   * Whether the stack may have objects in Microsoft Entra, and so uses azuread, also while it has none: what is removed
   * must be deleted with the same sign-in. Default: it never has any.
   */
  readonly entra?: boolean;
}

/** The providers of a stack on Azure, which sign in with Entra ID and never with keys. */
export class AzureProviders {
  private readonly aliases = new Map<string, AzurermProvider>();

  constructor(
    private readonly stack: BaseStack,
    private readonly blueprint: Pick<StackBlueprint, "retiring">,
    private readonly props: AzureProvidersProps,
  ) {
    const { entraTenantId: tenantId, subscriptionId } = props;
    this.addAzurerm(subscriptionId);
    for (const [alias, id] of Object.entries(props.otherSubscriptions ?? {})) {
      if (id === subscriptionId || this.aliases.has(id)) continue;
      this.aliases.set(id, this.addAzurerm(id, alias));
    }
    new AzapiProvider(stack, "azapi", { subscriptionId, tenantId, useOidc: true });
    stack.requireProvider("azapi");
    new TimeProvider(stack, "time");
    stack.requireProvider("time");
    if (props.entra === true) {
      new AzureadProvider(stack, "azuread", { tenantId, useOidc: true });
      stack.requireProvider("azuread");
    }
  }

  /**
   * The provider of resources that stand in the given subscription, to be spread into their props: nothing for the
   * stack's own subscription, an alias for one of the others.
   *
   * @throws if the subscription is none of them
   */
  inSubscription(subscriptionId: string): { provider?: TerraformProvider } {
    if (subscriptionId === this.props.subscriptionId) return {};
    const provider = this.aliases.get(subscriptionId);
    if (provider === undefined) {
      throw new Error(`stack "${this.stack.node.path}" has no provider for subscription ${subscriptionId}`);
    }
    return { provider };
  }

  private addAzurerm(subscriptionId: string, alias?: string): AzurermProvider {
    this.stack.requireProvider("azurerm");
    return new AzurermProvider(this.stack, alias === undefined ? "azurerm" : `azurerm-${alias}`, {
      ...(alias === undefined ? {} : { alias }),
      subscriptionId,
      tenantId: this.props.entraTenantId,
      useOidc: true,
      storageUseAzuread: true,
      features: [
        {
          // Else Azure's "Failure Anomalies" rule stays behind and blocks the deletion of the resource group.
          applicationInsights: [{ disableGeneratedRule: true }],
          // A destroyed and re-created vault is recovered: purge protection would block its name for 90 days.
          keyVault: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
          machineLearning: [{ purgeSoftDeletedWorkspaceOnDestroy: false }],
          // Azure puts resources into a group by itself, such as alert rules: they may go with a stack that is retiring.
          resourceGroup: [{ preventDeletionIfContainsResources: !this.blueprint.retiring }],
          // Public access is off and shared keys are too: only the control plane is reachable from a runner.
          storage: [{ dataPlaneAvailable: false }],
        },
      ],
    });
  }
}
