import { parseResourceId } from "../config/resource-id";
import type { OutboundRuleConfig } from "../config/managed-network";
import { PRIVATE_ENDPOINT_TARGETS } from "../config/private-endpoint-targets";
import { SERVICE_TAGS } from "../config/service-tags";

/** One rule of a workspace's managed network: what its compute and endpoints may reach. */
export type OutboundRule =
  | { readonly kind: "fqdn"; readonly name: string; readonly host: string }
  | {
      readonly kind: "privateEndpoint";
      readonly name: string;
      readonly resourceId: string;
      /** The subscription of the target, where the approvers' roles are assigned. */
      readonly subscriptionId: string;
      readonly subresource: string;
      readonly spark: boolean;
      /** Which provider can make it. */
      readonly provider: "azurerm" | "azapi";
    }
  | {
      readonly kind: "serviceTag";
      readonly name: string;
      readonly serviceTag: string;
      readonly protocol: NonNullable<OutboundRuleConfig["protocol"]>;
      readonly ports: string;
      /** azurerm refuses the regional forms of a tag, as in Storage.westeurope. */
      readonly provider: "azurerm" | "azapi";
    };

/** The rules of a list in a file, by name: an order that does not change when lines are moved. */
export function outboundRulesOf(rules: readonly OutboundRuleConfig[]): OutboundRule[] {
  return rules.map(outboundRule).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function outboundRule({ name, fqdn, privateEndpoint, serviceTag, protocol, ports }: OutboundRuleConfig): OutboundRule {
  if (fqdn !== undefined) return { kind: "fqdn", name, host: fqdn };
  if (privateEndpoint !== undefined) {
    const { resourceId, subresource, spark } = privateEndpoint;
    const target = parseResourceId(resourceId);
    return {
      kind: "privateEndpoint",
      name,
      resourceId,
      subscriptionId: target?.subscriptionId ?? "",
      subresource,
      spark,
      provider: PRIVATE_ENDPOINT_TARGETS[target?.type ?? ""]?.provider ?? "azapi",
    };
  }
  const tag = serviceTag ?? "";
  return {
    kind: "serviceTag",
    name,
    serviceTag: tag,
    protocol: protocol ?? "TCP",
    ports: ports ?? "443",
    provider: SERVICE_TAGS.includes(tag) ? "azurerm" : "azapi",
  };
}
