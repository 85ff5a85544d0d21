import { BaseStack } from "../../lib/terraform/base-stack";
import { App, TerraformStack } from "../../lib/terraform/cdktf";
import type { StackPlan } from "../../lib/terraform/synthesize";

/** What the base stack replaces of CDKTF's own stack. */
const REPLACED = Object.getOwnPropertyNames(BaseStack.prototype).filter(
  (name) => name !== "constructor" && name in TerraformStack.prototype,
);

/**
 * Synthesizes plans as CDKTF alone would: all stacks in one app, its own preparing pass, its own synthesizer, its own
 * manifest.
 */
export function synthesizeStock(outdir: string, plans: readonly StackPlan[]): void {
  const app = new App({ outdir, stackTraces: false });
  for (const { build } of plans) {
    const stack = build(app);
    for (const method of REPLACED) Reflect.set(stack, method, Reflect.get(TerraformStack.prototype, method));
  }
  app.synth();
}
