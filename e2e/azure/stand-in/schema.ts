/** A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", {"name": "string"}]`, `"dynamic"`. */
export type ValueType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", ValueType]
  | readonly ["object", Readonly<Record<string, ValueType>>];

/** An argument, or what a resource says about itself. */
export interface Attribute {
  readonly name: string;
  /** Its type, or the attributes of the one object that it takes. */
  readonly type: ValueType | { readonly attributes: readonly Attribute[] };
  /** Whether it has to be given. */
  readonly required: boolean;
  /** Whether it may be given. */
  readonly optional: boolean;
  /** Whether the provider gives it a value when nobody else does. */
  readonly computed: boolean;
  /** What the provider gives it without asking Azure. Default: what is only known after the apply. */
  readonly default?: string;
}

/** A block within a block. */
export interface NestedBlock {
  readonly name: string;
  readonly nesting: "SINGLE" | "LIST" | "SET";
  /** How many there must be; 0: none. */
  readonly min: number;
  /** How many there may be; 0: any number. */
  readonly max: number;
  readonly block: Block;
}

/** What stands in a resource, in a provider's settings, or in a nested block. */
export interface Block {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly NestedBlock[];
}

/** A schema as the protocol carries it. */
export function schemaMessage(block: Block): object {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage({ attributes, blocks }: Block): object {
  return {
    attributes: attributes.map(attributeMessage),
    block_types: blocks.map(({ name, nesting, min, max, block }) => ({
      type_name: name,
      nesting,
      min_items: min,
      max_items: max,
      block: blockMessage(block),
    })),
  };
}

function attributeMessage({ type, default: _default, ...flags }: Attribute): object {
  if (typeof type === "object" && "attributes" in type)
    return { ...flags, nested_type: { attributes: type.attributes.map(attributeMessage), nesting: "SINGLE" } };
  return { ...flags, type: Buffer.from(JSON.stringify(type)) };
}
