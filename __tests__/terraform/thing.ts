import type { Construct } from "constructs";
import { TerraformDataSource, TerraformResource } from "../../lib/terraform/cdktf";
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
    return this.values;
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
    return this.values;
  }
}
