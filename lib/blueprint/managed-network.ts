import type { ManagedNetworkConfig } from "../config/managed-network";
import type { OutboundRule } from "./outbound-rule";

/** The settings of a managed network, with every default resolved. */
export interface ManagedNetworkSettings {
  /** How the network treats traffic to the internet. */
  readonly isolationMode: ManagedNetworkConfig["isolationMode"];
  /**
   * The SKU of the firewall that fqdn rules bring; absent in AllowInternetOutbound, which has none. Standard is also
   * Azure's default (Learn, "Workspace managed virtual network isolation").
   */
  readonly firewallSku?: NonNullable<ManagedNetworkConfig["firewallSku"]>;
  /** Whether the network is made ready for serverless Spark jobs. */
  readonly spark: boolean;
}

/** Resolves the settings of a managed network: Spark is on if a rule lets Spark jobs through. */
export function managedNetworkSettings(
  { isolationMode, firewallSku, spark }: ManagedNetworkConfig,
  outbound: readonly OutboundRule[],
): ManagedNetworkSettings {
  return {
    isolationMode,
    ...(isolationMode === "AllowInternetOutbound" ? {} : { firewallSku: firewallSku ?? "Standard" }),
    spark: spark ?? outbound.some((rule) => rule.kind === "privateEndpoint" && rule.spark),
  };
}
