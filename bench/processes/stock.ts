// The same stacks and constructs, synthesized by CDKTF alone: all stacks in one app, its own passes over each of them,
// its own synthesizer, and creation stacks in every token.
import { stackPlans } from "../../lib/app";
import { resolveBlueprint } from "../../lib/blueprint/blueprint";
import { fileLocations, loadFiles } from "../../lib/config/load";
import { InvalidFiles } from "../../lib/config/problem";
import { BaseStack } from "../../lib/terraform/base-stack";
import { App, TerraformStack } from "../../lib/terraform/cdktf";

restoreStack();
const { blueprint, problems } = resolveBlueprint(loadFiles(fileLocations(process.env)));
if (blueprint === undefined) throw new InvalidFiles(problems);
const app = new App();
for (const { build } of stackPlans(blueprint)) build(app);
app.synth();

/** Takes away what the base stack replaces of CDKTF's own stack. */
function restoreStack(): void {
  const own = Object.getOwnPropertyNames(BaseStack.prototype).filter((name) => name !== "constructor");
  for (const name of own) if (name in TerraformStack.prototype) Reflect.deleteProperty(BaseStack.prototype, name);
}
