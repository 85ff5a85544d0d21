import type { StateBackend } from "../../lib/blueprint/backend";
import { BaseStack } from "../../lib/terraform/base-stack";
import { App } from "../../lib/terraform/cdktf";
import { stackJson } from "../../lib/terraform/stack-json";
import { type StackPlan, type SynthesisResult, synthesize } from "../../lib/terraform/synthesize";
import { temporaryFolder } from "../support/files";
import type { StackJson } from "../support/synth";
import { Thing } from "./thing";

/** Tags of the stacks that tests make. */
export const TAGS = { platform: "mlp", tenant: "acme" };

/** An app for stacks that are not written. CDKTF's own for tests leaves a folder behind. */
export function testApp(): App {
  return new App({ outdir: temporaryFolder(), stackTraces: false });
}

/** A stack with nothing in it. */
export function baseStack(app: App, name: string, backend?: StateBackend): BaseStack {
  return new BaseStack(app, {
    stack: name,
    backend: backend ?? { kind: "local", path: `../../../.state/${name}.tfstate` },
    retiring: false,
    tags: TAGS,
  });
}

/** A stack with nothing in it, in an app of its own. */
export function loneStack(name = "acme"): BaseStack {
  return baseStack(testApp(), name);
}

/** The plan of a stack that a function fills; by default with one resource. */
export function plan(
  name: string,
  fill: (stack: BaseStack) => void = (stack) => new Thing(stack, "thing"),
  backend?: StateBackend,
): StackPlan {
  return {
    name,
    build: (app) => {
      const stack = baseStack(app, name, backend);
      fill(stack);
      return stack;
    },
  };
}

/** Synthesizes plans as all there are. */
export function synthesizeAll(outdir: string, ...plans: StackPlan[]): SynthesisResult {
  return synthesize({ plans, known: plans.map(({ name }) => name), outdir });
}

/** What a stack would be written as. */
export function rendered(stack: BaseStack): StackJson {
  return JSON.parse(stackJson(stack).text) as StackJson;
}
