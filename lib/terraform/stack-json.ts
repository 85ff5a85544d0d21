import {
  TerraformElement,
  TerraformOutput,
  type TerraformProvider,
  TerraformResource,
  type TerraformStack,
} from "./cdktf";
import { CrossStackReference } from "./cross-stack-reference";
import { merge, override } from "./merge";
import { tokenResolver } from "./resolve";
import { stableJson } from "./stable-json";
import type { Tree } from "./tree";

/** A stack as it will be written. */
export interface StackJson {
  /** What its `cdk.tf.json` holds. */
  readonly tree: Tree;
  /** The text of that file. */
  readonly text: string;
  /** How many resources it has; data sources are not counted. */
  readonly resources: number;
}

/**
 * Renders a stack: the same bytes as CDKTF's `TerraformStack.toTerraform` gives, in one pass over the tree instead of
 * three. Throws CrossStackReference for a token or a provider of another stack.
 */
export function stackJson(stack: TerraformStack): StackJson {
  const resolve = tokenResolver(stack);
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
    merge(metadata, resolve(element.toMetadata(), element.node.path) as Tree);
    if (TerraformOutput.isTerraformOutput(element)) merge(outputs, outputMetadata(element));
  }
  for (const element of elements) {
    refuseForeignProvider(element, stack);
    merge(json, resolve(element.toTerraform(), element.node.path) as Tree);
  }
  override(json, overrides, resolve);
  return {
    tree: json,
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

/** A provider is named by its alias, which is no token and might mean another provider here. */
function refuseForeignProvider(
  element: TerraformElement & { readonly provider?: unknown },
  stack: TerraformStack,
): void {
  const provider = element.provider as TerraformProvider | undefined;
  if (provider === undefined || provider.cdktfStack === stack) return;
  throw new CrossStackReference({
    identifier: `provider ${provider.fqn}`,
    from: provider.cdktfStack.node.path,
    to: stack.node.path,
    place: element.node.path,
  });
}
