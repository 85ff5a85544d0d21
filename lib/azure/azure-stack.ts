import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import type { Construct } from "constructs";
import { AzapiProvider } from "../azapi/provider";
import type { StackBlueprint } from "../blueprint/stack";
import { BaseStack } from "../terraform/base-stack";
import { Aspects, type TerraformProvider } from "../terraform/cdktf";
import { SendDiagnostics } from "./operations/diagnostics";
import { Protect } from "./operations/protection";

/** Where an Azure stack puts its resources, and which providers it uses. */
export interface AzureStackProps {
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

/** A stack on Azure: providers that sign in with Entra ID and never with keys. */
export class AzureStack extends BaseStack {
  private readonly aliases = new Map<string, AzurermProvider>();

  constructor(
    scope: Construct,
    private readonly blueprint: StackBlueprint,
    private readonly props: AzureStackProps,
  ) {
    super(scope, blueprint);
    const { entraTenantId: tenantId, subscriptionId } = props;
    this.addAzurerm(subscriptionId);
    for (const [alias, id] of Object.entries(props.otherSubscriptions ?? {})) {
      if (id === subscriptionId || this.aliases.has(id)) continue;
      this.aliases.set(id, this.addAzurerm(id, alias));
    }
    new AzapiProvider(this, "azapi", { subscriptionId, tenantId, useOidc: true });
    this.requireProvider("azapi");
    new TimeProvider(this, "time");
    this.requireProvider("time");
    if (props.entra === true) {
      new AzureadProvider(this, "azuread", { tenantId, useOidc: true });
      this.requireProvider("azuread");
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
      throw new Error(`stack "${this.node.path}" has no provider for subscription ${subscriptionId}`);
    }
    return { provider };
  }

  /** Sends the logs and metrics of everything in the stack to a Log Analytics workspace, by its ARM id. */
  protected sendDiagnosticsTo(logAnalyticsId: string): void {
    Aspects.of(this).add(new SendDiagnostics(logAnalyticsId));
  }

  /**
   * Protects what holds data, unless the stack is retiring. Call it after {@link sendDiagnosticsTo}: a lock depends on
   * the settings of its resource.
   *
   * @param notLocked types that get no lock in this stack. Default: every type of the table that can have one gets it
   */
  protected protect(notLocked: readonly string[] = []): void {
    if (!this.blueprint.retiring) Aspects.of(this).add(new Protect(this, notLocked));
  }

  private addAzurerm(subscriptionId: string, alias?: string): AzurermProvider {
    this.requireProvider("azurerm");
    return new AzurermProvider(this, alias === undefined ? "azurerm" : `azurerm-${alias}`, {
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
