import type { Construct } from "constructs";
import { type TerraformMetaArguments, TerraformResource } from "./cdktf";

/** A value that Terraform keeps. */
export interface TerraformDataProps extends TerraformMetaArguments {
  /** The value. */
  readonly input: unknown;
}

/**
 * Keeps a value in the state: Terraform's own resource `terraform_data`, which needs no provider. CDKTF has a class for
 * it, which runs `terraform version` at every synthesis of every stack, and fails where there is no terraform.
 */
export class TerraformData extends TerraformResource {
  private readonly input: unknown;

  constructor(scope: Construct, id: string, { input, ...meta }: TerraformDataProps) {
    super(scope, id, { ...meta, terraformResourceType: "terraform_data" });
    this.input = input;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}
