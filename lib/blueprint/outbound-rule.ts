import { parseResourceId } from "../config/resource-id";
import type { OutboundRuleConfig } from "../config/managed-network";
import { DEFAULT_PORTS, DEFAULT_PROTOCOL } from "../config/outbound-destination";
import { shortHash } from "./hash";

/** One rule of a workspace's managed network: what its compute and endpoints may reach. */
export type OutboundRule =
  | { readonly kind: "fqdn"; readonly name: string; readonly host: string }
  | {
      readonly kind: "privateEndpoint";
      readonly name: string;
      readonly resourceId: string;
      readonly subresource: string;
      readonly spark: boolean;
      /** The hosts that lead to the target: those of an Application Gateway, and nothing else has any. */
      readonly fqdns?: readonly string[];
    }
  | {
      readonly kind: "serviceTag";
      readonly name: string;
      readonly serviceTag: string;
      readonly protocol: NonNullable<OutboundRuleConfig["protocol"]>;
      readonly ports: string;
    };

/** A resource that private endpoint rules point at, and on which somebody must approve them. */
export interface ApprovalTarget {
  /** Its name and a hash of its id: what tells it apart in a construct path. */
  readonly key: string;
  /** Its ARM id, as the file has it. */
  readonly resourceId: string;
  /** Its subscription, where the approver's role is assigned. */
  readonly subscriptionId: string;
}

/**
 * The targets of private endpoint rules, each once: Azure refuses the same role for the same principal a second time.
 *
 * @param own ids of resources whose approvers are known already: the workspace's own
 */
export function approvalTargets(rules: readonly OutboundRule[], own: readonly string[]): ApprovalTarget[] {
  const targets = new Map<string, ApprovalTarget>();
  const known = own.map(sameCase);
  for (const rule of rules) {
    if (rule.kind !== "privateEndpoint" || known.includes(sameCase(rule.resourceId))) continue;
    const { resourceId } = rule;
    const { name = "", subscriptionId = "" } = parseResourceId(resourceId) ?? {};
    const id = sameCase(resourceId);
    if (!targets.has(id)) targets.set(id, { key: `${name}-${shortHash(id)}`, resourceId, subscriptionId });
  }
  return [...targets.values()];
}

/** An ARM id in one case: Azure takes ids in any. */
export function sameCase(resourceId: string): string {
  return resourceId.toLowerCase();
}

/** The rules of a list in a file, by name: an order that does not change when lines are moved. */
export function outboundRulesOf(rules: readonly OutboundRuleConfig[]): OutboundRule[] {
  return rules.map(outboundRule).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function outboundRule({ name, fqdn, privateEndpoint, serviceTag, protocol, ports }: OutboundRuleConfig): OutboundRule {
  if (fqdn !== undefined) return { kind: "fqdn", name, host: fqdn };
  if (privateEndpoint !== undefined) {
    const { resourceId, subresource, spark, fqdns } = privateEndpoint;
    return {
      kind: "privateEndpoint",
      name,
      resourceId,
      subresource,
      spark,
      ...(fqdns === undefined ? {} : { fqdns: [...fqdns].sort() }),
    };
  }
  return {
    kind: "serviceTag",
    name,
    serviceTag: serviceTag ?? "",
    protocol: protocol ?? DEFAULT_PROTOCOL,
    ports: ports ?? DEFAULT_PORTS,
  };
}
