import { type Cidr, formatCidr, subnetAt } from "../config/cidr";
import type { SecurityRule } from "./security-rules";

/** A subnet with its network security group. */
export interface SubnetBlueprint {
  /** Its name, unique in its network. */
  readonly name: string;
  /** Its addresses, as in 10.20.1.0/24. */
  readonly range: string;
  /** The name of its network security group. */
  readonly securityGroup: string;
  /** The rules of that group. */
  readonly rules: readonly SecurityRule[];
}

/**
 * Places of the hub's subnets in the first /22 of its range. They are fixed, so that a subnet that is added later moves
 * no other: a subnet whose range changes is destroyed and made again. Sizes are those that the services ask for.
 *
 * snet-pe and snet-runner always exist, AzureBastionSubnet and snet-jump with what stands in them. The places of a
 * firewall, a VPN or ExpressRoute gateway and a DNS resolver are reserved: nothing is made there yet, and nothing else
 * ever will be.
 */
export const HUB_LAYOUT = {
  AzureBastionSubnet: { offset: 0, prefixLength: 26 },
  AzureFirewallSubnet: { offset: 64, prefixLength: 26 },
  GatewaySubnet: { offset: 128, prefixLength: 27 },
  "snet-dns-in": { offset: 160, prefixLength: 28 },
  "snet-pe": { offset: 256, prefixLength: 24 },
  "snet-jump": { offset: 512, prefixLength: 27 },
  "snet-runner": { offset: 544, prefixLength: 27 },
} as const;

/** The range of one of the hub's subnets. */
export function hubSubnetRange(hub: Cidr, name: keyof typeof HUB_LAYOUT): string {
  const { offset, prefixLength } = HUB_LAYOUT[name];
  return formatCidr(subnetAt(hub, offset, prefixLength));
}

/**
 * The subnet of private endpoints in a tenant's network: its first /26, or all of a smaller network. A workspace and its
 * resources take ten addresses (the workspace's own endpoint has three, the registry's two), an Azure OpenAI account one,
 * Azure keeps five.
 */
export function tenantEndpointRange(network: Cidr): string {
  return formatCidr(subnetAt(network, 0, Math.max(network.prefixLength, 26)));
}
