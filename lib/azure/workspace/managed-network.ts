import { Construct } from "constructs";
import { ManagedNetworkSettings } from "../../azapi/ml/managed-network-settings";
import { type OutboundDestination, OutboundRule } from "../../azapi/ml/outbound-rule";
import { ProvisionManagedNetwork } from "../../azapi/ml/provision-managed-network";
import {
  type ApprovalTarget,
  type OutboundRule as OutboundRuleBlueprint,
  sameCase,
} from "../../blueprint/outbound-rule";
import type { Principal } from "../../blueprint/principal";
import { OUTBOUND_TARGET_GRANT } from "../../blueprint/roles";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { RoleGrant } from "../role-grant";
import { RolePropagation } from "../role-propagation";

/** A rule to a resource of the same stack, which is there and knows its approvers when the rule is made. */
export interface OwnRule {
  /** The rule; its resource is a reference. */
  readonly rule: Extract<OutboundRuleBlueprint, { kind: "privateEndpoint" }>;
  /** What must be there before it: the roles of those who approve it. */
  readonly dependsOn: ITerraformDependable[];
}

/** The managed network of one workspace. */
export interface ManagedNetworkProps {
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /** The SKU of the firewall that fqdn rules bring; absent where the isolation mode has no firewall. */
  readonly firewallSku?: "Standard" | "Basic";
  /** Whether the network is made ready for serverless Spark jobs. */
  readonly spark: boolean;
  /** What its compute and endpoints may reach, in the order in which the rules are made. */
  readonly outbound: readonly OutboundRuleBlueprint[];
  /** Rules to resources of the same stack, made after those of the file. */
  readonly ownRules: readonly OwnRule[];
  /** What the rules point at beside the workspace's own resources. */
  readonly approvalTargets: readonly ApprovalTarget[];
  /** The workspace's identity, which must be able to approve private endpoints there. */
  readonly identity: Principal;
  /** What must be there before the network is provisioned. */
  readonly dependsOn: ITerraformDependable[];
}

/**
 * Chooses the firewall of a workspace's managed network, provisions the network and then makes its outbound rules, one
 * after another: Azure changes one rule of a workspace at a time, and provisioning overwrites rules that are there before
 * it. Nothing here lists all rules of a network, to which Azure adds its own, so that a plan after it is empty.
 */
export class ManagedNetwork extends Construct {
  /** The last step: compute and endpoints come after it. */
  readonly ready: ITerraformDependable;
  private readonly rules: Construct;
  /** The wait for the approver's role on a target, by the target's id in one case. */
  private readonly approvals: ReadonlyMap<string, ITerraformDependable>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ManagedNetworkProps,
  ) {
    super(scope, id);
    const { spark, outbound, ownRules, approvalTargets } = props;
    this.approvals = new Map(approvalTargets.map((target) => [sameCase(target.resourceId), this.approval(target)]));
    this.rules = new Construct(this, "rules");
    let last = this.provision(spark, this.settings());
    for (const rule of outbound) last = this.addRule(rule, [last]);
    for (const { rule, dependsOn: first } of ownRules) last = this.addRule(rule, [last, ...first]);
    this.ready = last;
  }

  /** The firewall's SKU is there before the network: an fqdn rule makes the firewall. */
  private settings(): ITerraformDependable[] {
    const { workspaceId, firewallSku, dependsOn } = this.props;
    if (firewallSku === undefined) return dependsOn;
    return [new ManagedNetworkSettings(this, "settings", { workspaceId, firewallSku, dependsOn })];
  }

  private provision(includeSpark: boolean, dependsOn: ITerraformDependable[]): ITerraformDependable {
    const { workspaceId } = this.props;
    return new ProvisionManagedNetwork(this, "provision", { workspaceId, includeSpark, dependsOn });
  }

  private addRule(rule: OutboundRuleBlueprint, previous: ITerraformDependable[]): ITerraformDependable {
    const { workspaceId } = this.props;
    return new OutboundRule(this.rules, rule.name, {
      name: rule.name,
      workspaceId,
      rule: destinationOf(rule),
      dependsOn: [...previous, ...this.approvalOf(rule)],
    });
  }

  private approvalOf(rule: OutboundRuleBlueprint): ITerraformDependable[] {
    const approval = rule.kind === "privateEndpoint" ? this.approvals.get(sameCase(rule.resourceId)) : undefined;
    return approval === undefined ? [] : [approval];
  }

  private approval({ key, resourceId, subscriptionId }: ApprovalTarget): ITerraformDependable {
    const scope = new Construct(this, `target-${key}`);
    const grant = new RoleGrant(scope, "approver", {
      scope: resourceId,
      subscriptionId,
      role: OUTBOUND_TARGET_GRANT.role,
      principal: this.props.identity,
    });
    return new RolePropagation(scope, "approver-known", [grant]);
  }
}

/** Where a rule leads, in Azure's words. */
function destinationOf(rule: OutboundRuleBlueprint): OutboundDestination {
  switch (rule.kind) {
    case "fqdn":
      return { type: "FQDN", destination: rule.host };
    case "serviceTag": {
      const { serviceTag, protocol, ports: portRanges } = rule;
      return { type: "ServiceTag", destination: { serviceTag, protocol, portRanges, action: "Allow" } };
    }
    case "privateEndpoint": {
      const { resourceId: serviceResourceId, subresource: subresourceTarget, spark: sparkEnabled, fqdns } = rule;
      return {
        type: "PrivateEndpoint",
        destination: { serviceResourceId, subresourceTarget, sparkEnabled },
        ...(fqdns === undefined ? {} : { fqdns }),
      };
    }
  }
}
