import type { AzurePlatform } from "../config/platform";
import { localName, type Owner } from "./names";
import { publicIp, type PublicIpBlueprint } from "./public-ip";

/** A NAT gateway: the way of subnets to the internet, from one public address and with no way in. */
export interface NatGatewayBlueprint {
  /** Its name. */
  readonly name: string;
  /** The address that its traffic comes from. */
  readonly publicIp: PublicIpBlueprint;
}

/** Resolves the NAT gateway of the hub; undefined when the file asks for no egress. */
export function natGatewayBlueprint({ azure }: AzurePlatform, owner: Owner): NatGatewayBlueprint | undefined {
  if (azure.hub.egress === "none") return undefined;
  return {
    name: localName("natGateway", owner, "hub-nat"),
    publicIp: publicIp(owner, "hub-pip-nat", azure.zoneRedundant),
  };
}
