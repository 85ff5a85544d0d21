import { CognitiveAccount } from "@cdktf/provider-azurerm/lib/cognitive-account";
import { CognitiveDeployment } from "@cdktf/provider-azurerm/lib/cognitive-deployment";
import { Construct } from "constructs";
import { type HubBlueprint, zoneIds } from "../../blueprint/hub";
import type { ModelDeploymentBlueprint, OpenAiBlueprint } from "../../blueprint/openai";
import type { Principal } from "../../blueprint/principal";
import { OPENAI_GRANTS } from "../../blueprint/roles";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { PrivateEndpoint } from "../private-endpoint";
import { RolePropagation } from "../role-propagation";
import { Grants } from "./grants";
import type { OwnRule } from "./managed-network";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** An account, and the workspace it belongs to. */
export interface OpenAiAccountProps extends WorkspaceResourceProps {
  /** Names and models. */
  readonly openAi: OpenAiBlueprint;
  /** The hub, whose zones it registers in. */
  readonly hub: HubBlueprint;
  /** The workspace's identity, which approves the managed network's private endpoint. */
  readonly identity: Principal;
  /** ARM id of the subnet of its private endpoint. */
  readonly subnetId: string;
  /** What must be there before anything is put into that subnet. Default: nothing. */
  readonly subnetSecured?: ITerraformDependable;
}

/**
 * The Azure OpenAI account of a workspace: Entra tokens only, no public access, no calls to other hosts, and models that
 * stay as they are until the file says otherwise. It has no identity, for it reads nothing of anybody's.
 *
 * Everything that changes the account stands in one chain (models, private endpoint, the managed network's rule), because
 * Azure takes one change of an account at a time.
 */
export class OpenAiAccount extends Construct {
  /** ARM id of the account. */
  readonly accountId: string;
  /** The URL that callers use. */
  readonly endpoint: string;
  /** The way of the workspace's managed network to the account. */
  readonly rule: OwnRule;

  constructor(scope: Construct, id: string, props: OpenAiAccountProps) {
    super(scope, id);
    const { openAi, workspace, resourceGroup, hub, identity, subnetId, subnetSecured } = props;
    const account = new CognitiveAccount(this, "account", {
      name: openAi.account,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      kind: "OpenAI",
      skuName: "S0",
      // Entra tokens and private endpoints work with a subdomain of the account's own only.
      customSubdomainName: openAi.account,
      localAuthEnabled: false,
      publicNetworkAccessEnabled: false,
      outboundNetworkAccessRestricted: true,
      networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
    });
    this.accountId = account.id;
    this.endpoint = account.endpoint;

    let last: ITerraformDependable = account;
    for (const deployment of openAi.deployments) last = addDeployment(this, account, deployment, last);
    const privateEndpoint = new PrivateEndpoint(this, "private-endpoint", {
      endpoint: openAi.privateEndpoint,
      resourceGroup,
      subnetId,
      targetId: account.id,
      zoneIds: zoneIds(hub, openAi.privateEndpoint.zones),
      dependsOn: [last, ...(subnetSecured === undefined ? [] : [subnetSecured])],
    });

    const scopes = { subscriptionId: workspace.resourceGroup.subscriptionId, ids: { openAi: account.id } };
    const approvers = [
      new Grants(this, "identity-grants", identity, OPENAI_GRANTS.workspaceIdentity, scopes),
      ...workspace.deployers.map(
        (deployer) =>
          new Grants(this, `deployer ${deployer.objectId} grants`, deployer, OPENAI_GRANTS.deployer, scopes),
      ),
    ].flatMap(({ assignments }) => assignments);
    this.rule = {
      rule: {
        kind: "privateEndpoint",
        name: openAi.outboundRule,
        resourceId: account.id,
        subresource: openAi.privateEndpoint.subresource,
        spark: false,
      },
      dependsOn: [privateEndpoint, new RolePropagation(this, "approvers-known", approvers)],
    };
  }
}

function addDeployment(
  scope: Construct,
  account: CognitiveAccount,
  { name, model, version, sku, capacity }: ModelDeploymentBlueprint,
  previous: ITerraformDependable,
): ITerraformDependable {
  return new CognitiveDeployment(scope, `deployment-${name}`, {
    name,
    cognitiveAccountId: account.id,
    model: { format: "OpenAI", name: model, version },
    sku: { name: sku, capacity },
    versionUpgradeOption: "NoAutoUpgrade",
    raiPolicyName: "Microsoft.DefaultV2",
    dependsOn: [previous],
  });
}
