import { App, TerraformStack, Testing } from "../../lib/terraform/cdktf";
import { temporaryFolder } from "../support/files";

/** A stack named "acme" to put constructs in. */
export function acmeStack(): TerraformStack {
  return new TerraformStack(new App({ outdir: temporaryFolder() }), "acme");
}

/** The Terraform JSON of a stack, as CDKTF writes it. */
export interface Synthesized {
  terraform: { required_providers: Record<string, unknown> };
  provider: Record<string, unknown[]>;
  resource: Record<string, Record<string, Record<string, unknown>>>;
}

/** Synthesizes a stack with CDKTF's own synthesizer. */
export function synthesized(stack: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(stack)) as Synthesized;
}

/** The arguments of the only resource of a type in a stack. */
export function onlyResource(stack: TerraformStack, terraformType: string): Record<string, unknown> {
  const found = Object.values(synthesized(stack).resource[terraformType] ?? {});
  const [resource] = found;
  if (resource === undefined || found.length > 1) throw new Error(`${found.length} resources are ${terraformType}`);
  return resource;
}
