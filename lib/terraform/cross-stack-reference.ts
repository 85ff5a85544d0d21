/** A reference from one stack to another. */
export interface ForeignReference {
  /** What is referred to, as in azurerm_virtual_network.vnet.id. */
  readonly identifier: string;
  /** The stack that owns it. */
  readonly from: string;
  /** The stack that refers to it. */
  readonly to: string;
  /** Path of the construct that refers to it, where it is known. */
  readonly place?: string | undefined;
  /** Where in the code the reference was made; empty unless tokens carry creation stacks. */
  readonly creationStack?: readonly string[];
}

/** Thrown when a stack refers to what another stack owns. */
export class CrossStackReference extends Error {
  override readonly name = "CrossStackReference";
  private readonly told: string;

  constructor(readonly reference: ForeignReference) {
    const { identifier, from, to, place, creationStack = [] } = reference;
    const where = place === undefined ? "" : ` (in ${place})`;
    super(
      `stack "${to}" refers to ${identifier} of stack "${from}"${where}; a stack must be planned and applied alone, ` +
        `so pass the literal name or id from the blueprint, or read the value with a data source in "${to}"` +
        creationStack.map((line) => `\n  at ${line}`).join(""),
    );
    this.told = this.message;
  }

  /** Takes away the "Resolution error: " that CDKTF puts before the message, once for each token around the refused one. */
  restoreMessage(): void {
    this.message = this.told;
  }
}
