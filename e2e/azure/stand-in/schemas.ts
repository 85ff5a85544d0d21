import type { Provider } from "./provider";
import type { Block } from "./schema";

/** The schemas that terraform is told of: those of the types that are in use, for those of all 1,500 would take seconds. */
export class Schemas {
  /** @param types the types that are in use, of all providers; more may come */
  constructor(
    private readonly provider: Provider,
    private readonly types: ReadonlySet<string>,
  ) {}

  /** Those of the provider's types that it really has. Terraform says itself what is wrong with the others. */
  all(): [string, Block][] {
    const own = [...this.types].filter((type) => type.startsWith(`${this.provider.name}_`));
    return own.flatMap((type) => {
      const block = this.provider.resource(type);
      return block === undefined ? [] : [[type, block] satisfies [string, Block]];
    });
  }

  /** The schema of a type that terraform has been told of. */
  of(type: string): Block {
    const block = this.provider.resource(type);
    if (block === undefined) throw new Error(`${this.provider.name} has no resource ${type}`);
    return block;
  }
}
