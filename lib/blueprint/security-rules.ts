/** One rule of a network security group. */
export interface SecurityRule {
  /** Its name, unique in its group. */
  readonly name: string;
  /** 100 to 4096; the lowest number that matches decides. */
  readonly priority: number;
  /** Which traffic it is about, as the subnet sees it. */
  readonly direction: "Inbound" | "Outbound";
  /** What becomes of that traffic. */
  readonly access: "Allow" | "Deny";
  /** The protocol, or "*". */
  readonly protocol: "Tcp" | "*";
  /** Ranges, or one service tag, or "*". */
  readonly sources: readonly string[];
  /** A range, a service tag, or "*". */
  readonly destination: string;
  /** A port, or "*". */
  readonly port: string;
}

/** Denies what no other rule allows. Azure's own last rules would allow all traffic within peered networks. */
function denyAll(direction: "Inbound" | "Outbound"): SecurityRule {
  return {
    name: `DenyAll${direction}`,
    priority: 4096,
    direction,
    access: "Deny",
    protocol: "*",
    sources: ["*"],
    destination: "*",
    port: "*",
  };
}

/**
 * Rules of a subnet of private endpoints: HTTPS from the given ranges, nothing else in, nothing out. The ranges are
 * written out, for the tag VirtualNetwork means every peered network as well.
 */
export function privateEndpointSubnetRules(subnet: string, sources: readonly string[]): SecurityRule[] {
  return [
    {
      name: "AllowHttpsInbound",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sources,
      destination: subnet,
      port: "443",
    },
    denyAll("Inbound"),
    denyAll("Outbound"),
  ];
}

/** Rules of the runners' subnet: HTTPS out (Azure's control plane, the private endpoints), nothing in. */
export function runnerSubnetRules(subnet: string): SecurityRule[] {
  return [
    {
      name: "AllowHttpsOutbound",
      priority: 100,
      direction: "Outbound",
      access: "Allow",
      protocol: "Tcp",
      sources: [subnet],
      destination: "*",
      port: "443",
    },
    denyAll("Inbound"),
    denyAll("Outbound"),
  ];
}
