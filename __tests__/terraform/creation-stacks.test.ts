import type * as Cdktf from "../../lib/terraform/cdktf";
import type * as CreationStacks from "../../lib/terraform/creation-stacks";

/** The creation stack of a token, as CDKTF makes it in a process with these environment variables. */
function creationStack(environment: NodeJS.ProcessEnv): readonly string[] {
  let stack: readonly string[] = ["none was made"];
  jest.isolateModules(() => {
    const { dropCreationStacks } = jest.requireActual<typeof CreationStacks>("../../lib/terraform/creation-stacks");
    const { Lazy } = jest.requireActual<typeof Cdktf>("../../lib/terraform/cdktf");
    dropCreationStacks(environment);
    stack = Lazy.anyValue({ produce: () => 1 }).creationStack;
  });
  return stack;
}

test("tokens carry no creation stack", () => {
  expect(creationStack({})).toEqual([]);
});

test("tokens carry one when CDKTF_STACKS is 1", () => {
  expect(creationStack({ CDKTF_STACKS: "1" }).join("\n")).toContain("creation-stacks.test.ts");
});

test("any other value of CDKTF_STACKS asks for none", () => {
  expect(creationStack({ CDKTF_STACKS: "0" })).toEqual([]);
});
