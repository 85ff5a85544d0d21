import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import type { PublicIpBlueprint } from "../../blueprint/public-ip";

/** A public address, and the group it stands in. */
export interface StaticPublicIpProps {
  /** Name and zones. */
  readonly publicIp: PublicIpBlueprint;
  /** Group of the address. */
  readonly resourceGroup: ResourceGroup;
}

/** A public address that never changes: of the Standard SKU, closed to traffic that no rule allows. */
export class StaticPublicIp extends PublicIp {
  constructor(scope: Construct, id: string, { publicIp: { name, zones }, resourceGroup }: StaticPublicIpProps) {
    super(scope, id, {
      name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: "Standard",
      allocationMethod: "Static",
      ...(zones.length === 0 ? {} : { zones: [...zones] }),
    });
  }
}
