import { TerraformStack } from "./cdktf";

/** How CDKTF marks constructs such as TerraformAsset (cdktf/lib/synthesize/synthesizer). */
const WRITES_FILES = Symbol.for("cdktf/customSynthesis");

/**
 * Refuses what CDKTF's own synthesis would write and this project's would lose: a second stack, and files beside a
 * stack's JSON.
 *
 * @param name the name that the stack was planned under
 */
export function refuseUnwritable(stack: TerraformStack, name: string): void {
  if (stack.node.path !== name) throw new Error(`the plan "${name}" built the stack "${stack.node.path}"`);
  const other = stack.node.root.node.children.find((child) => child !== stack);
  if (other !== undefined) throw new Error(`the plan "${name}" also built "${other.node.path}"; plan it by itself`);
  for (const construct of stack.node.findAll()) {
    const { path } = construct.node;
    if (construct !== stack && TerraformStack.isStack(construct)) {
      throw new Error(`the stack "${path}" stands inside another one; plan it by itself`);
    }
    if (WRITES_FILES in construct) throw new Error(`${path} writes files of its own, which is not supported`);
  }
}
