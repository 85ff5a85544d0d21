import type { Tree } from "../terraform/tree";

/** Something in a stack that has arguments. */
export interface Resource {
  /**
   * Terraform's type, as in azurerm_subnet; of a data source with "data." before it; of other blocks their kind and label,
   * as in provider.azurerm and backend.s3.
   */
  readonly type: string;
  /** Its name in the stack, as in network_vnet_0123ABCD. */
  readonly id: string;
  /** Type and name, as Terraform writes them. */
  readonly address: string;
  /** Its construct path with the stack's name, as in hub/network/vnet. Absent when CDKTF did not write it. */
  readonly path?: string;
  /** Its arguments. The body of an azapi resource is a map here, also when it stands as text in the file. */
  readonly content: Tree;
  /** The ARM type of an azapi resource without its API version, as in Microsoft.Network/networkWatchers/flowLogs. */
  readonly armType?: string;
  /** Whether it changes some arguments of a resource that has more of them: what it leaves out stays as it is. */
  readonly partial: boolean;
}
