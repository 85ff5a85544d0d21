import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackPlans } from "../../lib/app";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import { type StackPlan, synthesize } from "../../lib/terraform/synthesize";
import { blueprintOf, type Content, temporaryFolder } from "./files";

/** The arguments of a resource, a data source, a provider or an output. */
export type Arguments = Record<string, unknown>;

/** A synthesized stack. */
export interface StackJson {
  readonly "//": unknown;
  readonly terraform: Record<string, unknown>;
  readonly provider: Record<string, Arguments[]>;
  readonly resource: Record<string, Record<string, Arguments>>;
  readonly data?: Record<string, Record<string, Arguments>>;
  readonly output?: Record<string, Arguments>;
}

/** Synthesizes a whole blueprint to a folder. */
export function synthesizeTo(outdir: string, blueprint: Blueprint): void {
  const plans = stackPlans(blueprint);
  synthesize({ plans, known: plans.map(({ name }) => name), outdir });
}

/** The text of a stack's file in an output folder. */
export function stackText(outdir: string, stack: string): string {
  return readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
}

/** Synthesizes one of the stacks of files. */
export function synthStack(stack: string, platformContent: Content, tenants: Content[] = []): StackJson {
  const plan = stackPlans(blueprintOf(platformContent, tenants)).find(({ name }) => name === stack);
  if (plan === undefined) throw new Error(`the files have no stack ${stack}`);
  return synthPlan(plan);
}

/** Synthesizes one stack by itself. */
export function synthPlan(plan: StackPlan): StackJson {
  const outdir = temporaryFolder();
  synthesize({ plans: [plan], known: [plan.name], outdir });
  return JSON.parse(stackText(outdir, plan.name)) as StackJson;
}

/** All resources of a type, by logical id, without CDKTF's metadata. */
export function resourcesOf(stack: StackJson, type: string): Record<string, Arguments> {
  return Object.fromEntries(
    Object.entries(stack.resource[type] ?? {}).map(([id, resource]) => [id, withoutMetadata(resource)]),
  );
}

/** The only resource of a type. */
export function onlyResource(stack: StackJson, type: string): Arguments {
  const resources = Object.entries(resourcesOf(stack, type));
  const [first] = resources;
  if (first === undefined || resources.length > 1)
    throw new Error(`${resources.length} resources of type ${type}, not one`);
  return first[1];
}

/** The construct path of a resource below its stack, as in workspace/storage. */
export function pathOf(stack: StackJson, type: string, id: string): string {
  const metadata = stack.resource[type]?.[id]?.["//"] as { metadata: { path: string } } | undefined;
  return metadata?.metadata.path.split("/").slice(1).join("/") ?? "";
}

/** The resources of a type by construct path below the stack. */
export function resourcesByPath(stack: StackJson, type: string): Record<string, Arguments> {
  return Object.fromEntries(
    Object.entries(resourcesOf(stack, type)).map(([id, resource]) => [pathOf(stack, type, id), resource]),
  );
}

/** The addresses of a stack's resources with the construct path of each, sorted: what a rename would change. */
export function addresses(stack: StackJson): string[] {
  return Object.entries(stack.resource)
    .flatMap(([type, resources]) => Object.keys(resources).map((id) => `${type}.${id}`))
    .sort();
}

function withoutMetadata(resource: Arguments): Arguments {
  const { "//": metadata, ...rest } = resource;
  return rest;
}
