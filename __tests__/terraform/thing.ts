import type { Construct } from "constructs";
import { TerraformDataSource, TerraformResource } from "../../lib/terraform/cdktf";
import { isMap } from "../../lib/terraform/tree";
import type { Arguments } from "../support/synth";

type Settings = Omit<ConstructorParameters<typeof TerraformResource>[2], "terraformResourceType">;

/** A resource with whatever arguments a test wants. */
export class Thing extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly values: Arguments = {},
    settings: Settings = {},
  ) {
    super(scope, id, { terraformResourceType: "test_thing", ...settings });
  }

  protected override synthesizeAttributes(): Arguments {
    return copyOf(this.values);
  }
}

/** A data source with whatever arguments a test wants. */
export class ThingData extends TerraformDataSource {
  constructor(
    scope: Construct,
    id: string,
    private readonly values: Arguments = {},
    settings: Settings = {},
  ) {
    super(scope, id, { terraformResourceType: "test_thing", ...settings });
  }

  protected override synthesizeAttributes(): Arguments {
    return copyOf(this.values);
  }
}

/** What a binding gives: new maps and lists each time, which overrides are then merged into. */
function copyOf<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(copyOf) as Node;
  if (!isMap(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copyOf(value)])) as Node;
}
