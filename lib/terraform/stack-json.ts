import { TerraformElement, TerraformOutput, TerraformResource, type TerraformStack } from "./cdktf";
import { tokenResolver } from "./resolve";
import { stableJson } from "./stable-json";

type Tree = Record<string, unknown>;

/** A stack as it will be written. */
export interface StackJson {
  /** The content of its `cdk.tf.json`. */
  readonly text: string;
  /** How many resources it has; data sources are not counted. */
  readonly resources: number;
}

/**
 * Renders a stack: the same bytes as CDKTF's `TerraformStack.toTerraform` gives, in one pass over the tree instead of
 * three. Throws CrossStackReference for a token of another stack.
 */
export function stackJson(stack: TerraformStack): StackJson {
  const resolve = tokenResolver(stack) as (tree: unknown) => Tree;
  const elements = stack.node.findAll().filter((node) => TerraformElement.isTerraformElement(node));
  const overrides = (stack as unknown as { rawOverrides: Tree }).rawOverrides;

  const metadata: Tree = {
    version: stack.node.tryGetContext("cdktfVersion") as string,
    stackName: stack.node.id,
    backend: "local",
    ...(Object.keys(overrides).length > 0 ? { overrides: { stack: Object.keys(overrides) } } : {}),
  };
  const outputs: Tree = {};
  const json: Tree = { "//": { metadata, outputs } };
  for (const element of elements) {
    merge(metadata, resolve(element.toMetadata()));
    if (TerraformOutput.isTerraformOutput(element)) merge(outputs, outputMetadata(element));
  }
  for (const element of elements) merge(json, resolve(element.toTerraform()));
  merge(json, resolve(overrides));
  return {
    text: stableJson(json),
    resources: elements.filter((element) => TerraformResource.isTerraformResource(element)).length,
  };
}

/** Where an output stands in the construct tree: its path as nested maps, the innermost value its name in Terraform. */
function outputMetadata(output: TerraformOutput): Tree {
  return output.node.path
    .split("/")
    .reduceRight<Tree | string>((inner, part) => ({ [part]: inner }), output.friendlyUniqueId) as Tree;
}

/** Merges as CDKTF does: maps deeply, lists by appending, everything else by replacing; undefined deletes. */
function merge(target: Tree, source: Tree): void {
  for (const key in source) {
    const value = source[key];
    const present = target[key];
    if (Array.isArray(value)) {
      target[key] = Array.isArray(present) ? [...(present as unknown[]), ...(value as unknown[])] : value;
    } else if (typeof value === "object" && value !== null) {
      if (present === undefined) {
        target[key] = value;
      } else {
        if (typeof present !== "object" || present === null) target[key] = {};
        merge(target[key] as Tree, value as Tree);
      }
    } else if (value === undefined) {
      Reflect.deleteProperty(target, key);
    } else {
      target[key] = value;
    }
  }
}
