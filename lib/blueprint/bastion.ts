import { type Cidr } from "../config/cidr";
import type { AzurePlatform } from "../config/platform";
import { jumpHostBlueprint, type JumpHostBlueprint } from "./jump-host";
import { localName, type Owner } from "./names";
import { publicIp, type PublicIpBlueprint } from "./public-ip";
import { bastionSubnetRules } from "./security-rules";
import { hubSubnetRange, type SubnetBlueprint } from "./subnet";

/** Azure Bastion, and the machine that it leads to. */
export interface BastionBlueprint {
  /** The name of the Bastion host. */
  readonly name: string;
  /** The address that people connect to. */
  readonly publicIp: PublicIpBlueprint;
  /** Its instances, 2 to 50. */
  readonly scaleUnits: number;
  /** Its subnet, whose name Azure prescribes. */
  readonly subnet: SubnetBlueprint;
  /** Absent when the file has no jump host. */
  readonly jumpHost?: JumpHostBlueprint;
}

/** Resolves the hub's Bastion with the jump host behind it; undefined when the file has none. */
export function bastionBlueprint({ azure }: AzurePlatform, owner: Owner, hub: Cidr): BastionBlueprint | undefined {
  const { bastion } = azure.hub;
  if (bastion === undefined) return undefined;
  const range = hubSubnetRange(hub, "AzureBastionSubnet");
  const jumpHost = jumpHostBlueprint(azure.hub.jumpHost, owner, hub, range);
  return {
    name: localName("bastionHost", owner, "hub-bastion"),
    publicIp: publicIp(owner, "hub-pip-bastion", azure.zoneRedundant),
    scaleUnits: bastion.scaleUnits,
    subnet: {
      name: "AzureBastionSubnet",
      range,
      securityGroup: localName("networkSecurityGroup", owner, "hub-nsg-bastion"),
      rules: bastionSubnetRules(),
    },
    ...(jumpHost === undefined ? {} : { jumpHost }),
  };
}
