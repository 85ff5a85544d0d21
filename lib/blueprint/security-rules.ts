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
  /** Ports, or "*" alone. */
  readonly ports: readonly string[];
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
    ports: ["*"],
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
      ports: ["443"],
    },
    denyAll("Inbound"),
    denyAll("Outbound"),
  ];
}

/** HTTPS from a subnet to anywhere: Azure's control plane, Microsoft Entra ID, package repositories, private endpoints. */
function httpsOut(subnet: string): SecurityRule {
  return {
    name: "AllowHttpsOutbound",
    priority: 100,
    direction: "Outbound",
    access: "Allow",
    protocol: "Tcp",
    sources: [subnet],
    destination: "*",
    ports: ["443"],
  };
}

/** Rules of the runners' subnet: HTTPS out, nothing in. */
export function runnerSubnetRules(subnet: string): SecurityRule[] {
  return [httpsOut(subnet), denyAll("Inbound"), denyAll("Outbound")];
}

/** Rules of the jump host's subnet: SSH from the subnet of Bastion, HTTPS out, nothing else. */
export function jumpHostSubnetRules(subnet: string, bastionSubnet: string): SecurityRule[] {
  return [
    {
      name: "AllowSshInbound",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sources: [bastionSubnet],
      destination: subnet,
      ports: ["22"],
    },
    httpsOut(subnet),
    denyAll("Inbound"),
    denyAll("Outbound"),
  ];
}

const BASTION_DATA_PLANE = ["8080", "5701"];

/**
 * Rules of the subnet of Azure Bastion. Azure refuses the subnet's security group, or stops updating the host, when one
 * of them is missing (Learn, "Working with NSG access and Azure Bastion").
 */
export function bastionSubnetRules(): SecurityRule[] {
  const inbound = { direction: "Inbound", access: "Allow", protocol: "Tcp", destination: "*", ports: ["443"] } as const;
  const outbound = { direction: "Outbound", access: "Allow", protocol: "*", sources: ["*"] } as const;
  const withinBastion = {
    access: "Allow",
    protocol: "*",
    sources: ["VirtualNetwork"],
    destination: "VirtualNetwork",
    ports: BASTION_DATA_PLANE,
  } as const;
  return [
    { ...inbound, name: "AllowHttpsInbound", priority: 100, sources: ["Internet"] },
    { ...inbound, name: "AllowGatewayManagerInbound", priority: 110, sources: ["GatewayManager"] },
    { ...inbound, name: "AllowAzureLoadBalancerInbound", priority: 120, sources: ["AzureLoadBalancer"] },
    { ...withinBastion, name: "AllowBastionHostCommunicationInbound", priority: 130, direction: "Inbound" },
    { ...outbound, name: "AllowSshRdpOutbound", priority: 100, destination: "VirtualNetwork", ports: ["22", "3389"] },
    {
      ...outbound,
      name: "AllowAzureCloudOutbound",
      priority: 110,
      protocol: "Tcp",
      destination: "AzureCloud",
      ports: ["443"],
    },
    { ...withinBastion, name: "AllowBastionHostCommunicationOutbound", priority: 120, direction: "Outbound" },
    { ...outbound, name: "AllowHttpOutbound", priority: 130, destination: "Internet", ports: ["80"] },
    denyAll("Inbound"),
    denyAll("Outbound"),
  ];
}
