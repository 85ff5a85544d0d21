import { MachineLearningWorkspace } from "@cdktf/provider-azurerm/lib/machine-learning-workspace";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { type HubBlueprint, zoneIds } from "../../blueprint/hub";
import type { Principal } from "../../blueprint/principal";
import {
  DEPLOYER_GRANTS,
  type Grant,
  STORAGE_ENDPOINT_GRANT,
  WORKSPACE_IDENTITY_GRANTS,
  type WorkspaceResource,
} from "../../blueprint/roles";
import type { WorkspaceBlueprint } from "../../blueprint/workspace";
import type { ITerraformDependable } from "../../terraform/cdktf";
import type { AzureProviders } from "../azure-providers";
import { principalOf } from "../identity";
import { MetricAlerts } from "../operations/metric-alerts";
import { PrivateEndpoint } from "../private-endpoint";
import { RoleGrant } from "../role-grant";
import { RolePropagation } from "../role-propagation";
import { FixedIsolationMode } from "./fixed-isolation-mode";
import { Grants } from "./grants";
import { ImageBuild } from "./image-build";
import { WorkspaceInsights } from "./insights";
import { WorkspaceKeyVault } from "./key-vault";
import { ManagedNetwork } from "./managed-network";
import { OpenAiAccount } from "./openai-account";
import { WorkspaceRegistry } from "./registry";
import { WorkspaceStorage } from "./storage";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** A secure workspace, and where it stands. */
export interface SecureWorkspaceProps extends WorkspaceResourceProps {
  /** The stack's providers: one of them is for the hub's subscription. */
  readonly providers: AzureProviders;
  /** The hub, whose zones and logs it uses. */
  readonly hub: HubBlueprint;
  /** ARM id of the subnet of its private endpoints. */
  readonly subnetId: string;
  /** ARM ids of the action groups that are told of its alerts. */
  readonly actionGroupIds: readonly string[];
  /** What must be there before anything is put into that subnet. Default: nothing. */
  readonly subnetSecured?: ITerraformDependable;
}

/**
 * An Azure Machine Learning workspace that only the private network reaches, with the storage account, key vault,
 * registry and Application Insights it stands on, an identity of its own, a managed network and its outbound rules, and
 * a private endpoint to each of its parts.
 */
export class SecureWorkspace extends Construct {
  /** ARM ids of the workspace and its resources. */
  readonly ids: Readonly<Record<Exclude<WorkspaceResource, "openAi">, string>> & { readonly openAi?: string };
  /** The URL of its Azure OpenAI account, if it has one. */
  readonly openAiEndpoint?: string;
  /** The workspace. */
  readonly workspace: MachineLearningWorkspace;
  /** The workspace's own private endpoint. */
  readonly privateEndpointId: string;
  /** The last step, the cluster that builds images: endpoints and other compute come after it. */
  readonly ready: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecureWorkspaceProps,
  ) {
    super(scope, id);
    const { workspace: blueprint, resourceGroup } = props;

    const identity = new UserAssignedIdentity(this, "identity", {
      name: blueprint.identity,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
    });
    const storage = new WorkspaceStorage(this, "storage", props);
    const keyVault = new WorkspaceKeyVault(this, "key-vault", props);
    const registry = new WorkspaceRegistry(this, "registry", props);
    const { insightsId } = new WorkspaceInsights(this, "insights", props);
    const foundation = { storage: storage.id, keyVault: keyVault.id, registry: registry.id, insights: insightsId };

    const isBefore = ({ on }: Grant) => on !== "workspace";
    const before = [
      ...this.grant("identity-grants", principalOf(identity), WORKSPACE_IDENTITY_GRANTS.filter(isBefore), foundation),
      // Construct ids have the object id: nothing else about a principal stays.
      ...blueprint.deployers.flatMap((deployer) =>
        this.grant(`deployer ${deployer.objectId} grants`, deployer, DEPLOYER_GRANTS, foundation),
      ),
    ];
    this.workspace = this.addWorkspace(
      blueprint,
      identity,
      foundation,
      new RolePropagation(this, "grants-known", before),
    );
    const openAi = this.addOpenAi(identity);
    this.ids = {
      ...foundation,
      workspace: this.workspace.id,
      ...(openAi === undefined ? {} : { openAi: openAi.accountId }),
    };
    if (openAi !== undefined) this.openAiEndpoint = openAi.endpoint;

    const itself = WORKSPACE_IDENTITY_GRANTS.filter((grant) => !isBefore(grant));
    const after = this.grant("identity-workspace-grants", principalOf(identity), itself, this.ids);
    const network = new ManagedNetwork(this, "managed-network", {
      workspaceId: this.workspace.id,
      ...(blueprint.firewallSku === undefined ? {} : { firewallSku: blueprint.firewallSku }),
      spark: blueprint.spark,
      outbound: blueprint.outbound,
      ownRules: openAi === undefined ? [] : [openAi.rule],
      approvalTargets: blueprint.approvalTargets,
      identity: principalOf(identity),
      dependsOn: [new RolePropagation(this, "workspace-grants-known", after)],
    }).ready;
    this.ready = new ImageBuild(this, "image-build", {
      ...props,
      workspaceId: this.workspace.id,
      ids: this.ids,
      network,
    }).cluster;

    new MetricAlerts(this, "alerts", {
      alerts: blueprint.alerts,
      resourceGroup,
      resourceId: this.workspace.id,
      actionGroupIds: props.actionGroupIds,
    });
    this.privateEndpointId = this.addPrivateEndpoints(identity);
  }

  private addOpenAi(identity: UserAssignedIdentity): OpenAiAccount | undefined {
    const { openAi } = this.props.workspace;
    if (openAi === undefined) return undefined;
    return new OpenAiAccount(this, "openai", { ...this.props, openAi, identity: principalOf(identity) });
  }

  private grant(
    id: string,
    principal: Principal,
    grants: readonly Grant[],
    ids: Readonly<Partial<Record<WorkspaceResource, string>>>,
  ): ITerraformDependable[] {
    const { subscriptionId } = this.props.workspace.resourceGroup;
    return new Grants(this, id, principal, grants, { subscriptionId, ids }).assignments;
  }

  private addWorkspace(
    blueprint: WorkspaceBlueprint,
    identity: UserAssignedIdentity,
    foundation: Readonly<Record<"storage" | "keyVault" | "registry" | "insights", string>>,
    grantsKnown: ITerraformDependable,
  ): MachineLearningWorkspace {
    const { resourceGroup } = this.props;
    const workspace = new MachineLearningWorkspace(this, "workspace", {
      name: blueprint.name,
      friendlyName: blueprint.displayName,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      kind: "Default",
      // The only value that the provider takes, whatever its documentation lists.
      skuName: "Basic",
      storageAccountId: foundation.storage,
      keyVaultId: foundation.keyVault,
      containerRegistryId: foundation.registry,
      applicationInsightsId: foundation.insights,
      identity: { type: "UserAssigned", identityIds: [identity.id] },
      primaryUserAssignedIdentity: identity.id,
      publicNetworkAccessEnabled: false,
      // Managed online endpoints do not work in legacy mode.
      v1LegacyModeEnabled: false,
      managedNetwork: { isolationMode: blueprint.isolationMode },
      // By name: the cluster comes after the workspace and its network.
      imageBuildComputeName: blueprint.imageBuild.cluster.name,
      timeouts: { create: "90m" },
      lifecycle: {
        precondition: [new FixedIsolationMode(this, "isolation-mode", blueprint.isolationMode).precondition],
      },
      dependsOn: [grantsKnown],
    });
    // Exists from azurerm 4.77 on; its default, AccessKey, fails with shared keys off.
    workspace.addOverride("storage_account_access_type", "Identity");
    return workspace;
  }

  /** Makes the private endpoints and returns the id of the workspace's own. */
  private addPrivateEndpoints(identity: UserAssignedIdentity): string {
    const { workspace: blueprint, resourceGroup, hub, subnetId, subnetSecured } = this.props;
    const targets = {
      amlworkspace: this.ids.workspace,
      blob: this.ids.storage,
      file: this.ids.storage,
      queue: this.ids.storage,
      table: this.ids.storage,
      vault: this.ids.keyVault,
      registry: this.ids.registry,
    };
    const endpoints = Object.fromEntries(
      blueprint.privateEndpoints.map((endpoint) => [
        endpoint.subresource,
        new PrivateEndpoint(this, `private-endpoint-${endpoint.subresource}`, {
          endpoint,
          resourceGroup,
          subnetId,
          targetId: targets[endpoint.subresource],
          zoneIds: zoneIds(hub, endpoint.zones),
          ...(subnetSecured === undefined ? {} : { dependsOn: [subnetSecured] }),
        }).id,
      ]),
    ) as Record<keyof typeof targets, string>;
    for (const subresource of ["blob", "file"] as const) {
      new RoleGrant(this, `identity-reads-${subresource}-endpoint`, {
        scope: endpoints[subresource],
        subscriptionId: blueprint.resourceGroup.subscriptionId,
        role: STORAGE_ENDPOINT_GRANT.role,
        principal: principalOf(identity),
      });
    }
    return endpoints.amlworkspace;
  }
}
