import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { OnlineEndpoint } from "../../azapi/ml/online-endpoint";
import { OnlineEndpointSettings } from "../../azapi/ml/online-endpoint-settings";
import type { Principal } from "../../blueprint/principal";
import {
  ENDPOINT_IDENTITY_GRANTS,
  ENDPOINT_READER_GRANT,
  type Grant,
  OPENAI_GRANTS,
  SCORER_GRANT,
} from "../../blueprint/roles";
import type { EndpointBlueprint } from "../../blueprint/azure-tenant";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { principalOf } from "../identity";
import { MetricAlerts } from "../operations/metric-alerts";
import { RoleGrant } from "../role-grant";
import { RolePropagation } from "../role-propagation";
import { Grants, type GrantScopes } from "../workspace/grants";
import { EndpointDeployments, type EndpointDeploymentsProps } from "./endpoint-deployments";

/** An online endpoint, the workspace it stands in, and who may call it. */
export interface TenantEndpointProps extends Pick<EndpointDeploymentsProps, "providers"> {
  /** The endpoint. */
  readonly endpoint: EndpointBlueprint;
  /** The tenant's group, where the endpoint's identity stands. */
  readonly resourceGroup: ResourceGroup;
  /**
   * The workspace's group, and ARM ids of the workspace, its storage account, its registry and, if it has one, its Azure
   * OpenAI account: the tenant's own or the shared ones; and the ids of the custom roles.
   */
  readonly workspace: EndpointDeploymentsProps["workspace"] &
    Required<GrantScopes> & { readonly ids: { readonly workspace: string } };
  /** Who may call the endpoint. */
  readonly scorers: readonly Principal[];
  /** Who may read the endpoint and its logs. Those who may read the whole workspace need not be named. */
  readonly readers: readonly Principal[];
  /** ARM ids of the action groups that are told of its alerts. */
  readonly actionGroupIds: readonly string[];
  /** What must be there before the endpoint: the workspace's network. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * An online endpoint with an identity of its own, which may pull images, read models, write metrics and call the models of
 * the workspace's Azure OpenAI account, and nothing else. Callers need an Entra token and the scorer role at this endpoint.
 */
export class TenantEndpoint extends Construct {
  /** The endpoint. */
  readonly endpoint: OnlineEndpoint;
  /** Its identity. */
  readonly identity: UserAssignedIdentity;

  constructor(scope: Construct, id: string, props: TenantEndpointProps) {
    super(scope, id);
    const { endpoint, resourceGroup, workspace, scorers, readers, actionGroupIds, dependsOn = [] } = props;
    this.identity = new UserAssignedIdentity(this, "identity", {
      name: endpoint.identity,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
    });
    const openAiGrants = workspace.ids.openAi === undefined ? [] : OPENAI_GRANTS.endpointIdentity;
    const table = [...ENDPOINT_IDENTITY_GRANTS, ...openAiGrants];
    const grants = new Grants(this, "grants", principalOf(this.identity), table, workspace);
    this.endpoint = new OnlineEndpoint(this, "endpoint", {
      name: endpoint.name,
      description: endpoint.description,
      location: resourceGroup.location,
      workspaceId: workspace.ids.workspace,
      identityId: this.identity.id,
      dependsOn: [new RolePropagation(this, "grants-known", grants.assignments), ...dependsOn],
    });
    this.addDeployments(props, new OnlineEndpointSettings(this, "settings", { endpoint: this.endpoint }));
    new MetricAlerts(this, "alerts", {
      alerts: endpoint.alerts,
      resourceGroup,
      resourceId: this.endpoint.id,
      actionGroupIds,
    });
    this.grantEach("scorer", scorers, SCORER_GRANT, workspace);
    this.grantEach("reader", readers, ENDPOINT_READER_GRANT, workspace);
  }

  private addDeployments(
    { providers, endpoint, workspace, resourceGroup }: TenantEndpointProps,
    settings: OnlineEndpointSettings,
  ): void {
    const { deployments, traffic } = endpoint;
    if (traffic === undefined) return;
    new EndpointDeployments(this, "deployments", {
      providers,
      endpoint: this.endpoint,
      settings,
      deployments,
      traffic,
      identity: principalOf(this.identity),
      workspace,
      location: resourceGroup.location,
    });
  }

  private grantEach(
    what: string,
    principals: readonly Principal[],
    { role }: Grant,
    { subscriptionId, customRoles }: TenantEndpointProps["workspace"],
  ): void {
    for (const principal of principals) {
      const scope = this.endpoint.id;
      new RoleGrant(this, `${what} ${principal.objectId}`, { scope, subscriptionId, role, customRoles, principal });
    }
  }
}
