import { isMap, type Tree } from "../../terraform/tree";
import { maps } from "../blocks";
import type { Rule, RuleText } from "../rule";

const GROUP = "azurerm_resource_group";

/** An argument that Terraform itself gives a meaning to, and that no stack needs. */
interface MetaArgument extends RuleText {
  readonly fix: string;
  /** Where it stands in a resource. */
  readonly find: (content: Tree) => readonly string[];
  /** A resource that has it. */
  readonly wrong: Tree;
}

const META_ARGUMENTS: readonly MetaArgument[] = [
  {
    id: "stack-count",
    severity: "high",
    title: "What a stack has is written out, and not counted.",
    reason: "With count or for_each there may be none of it, or many: no rule can tell, and nor can a reviewer.",
    source: "Terraform language: meta-arguments, count and for_each",
    controls: ["MCSB PV-2"],
    fix: "write each resource out",
    find: (content) => ["count", "for_each"].filter((name) => name in content),
    wrong: { count: 0 },
  },
  {
    id: "stack-dynamic-block",
    severity: "high",
    title: "Blocks are written out, and not made by an expression.",
    reason: "What a dynamic block opens is known only to Terraform.",
    source: "Terraform language: dynamic blocks",
    controls: ["MCSB PV-2"],
    fix: "write each block out",
    find: dynamicBlocks,
    wrong: { dynamic: { timeouts: { for_each: [1], content: {} } } },
  },
  {
    id: "stack-provisioner",
    severity: "critical",
    title: "Nothing runs commands beside Terraform.",
    reason: "A provisioner runs whatever it says with the rights of whoever applies, and no plan shows what that does.",
    source: "Terraform language: provisioners",
    controls: ["MCSB DS-2"],
    fix: "remove it, and use a resource of a provider",
    find: (content) => ["provisioner"].filter((name) => name in content),
    wrong: { provisioner: [{ "local-exec": { command: "true" } }] },
  },
];

/** What Terraform would do without that the JSON says what comes of it. */
export const TERRAFORM_RULES: readonly Rule[] = [
  ...META_ARGUMENTS.map(({ find, wrong, ...text }): Rule => ({
    ...text,
    example: {
      wrong: { resource: { [GROUP]: { example: wrong } } },
      right: { resource: { [GROUP]: { example: {} } } },
    },
    check: (stack) =>
      stack.all.flatMap((resource) =>
        find(resource.content).map((argument) => ({
          resource,
          argument,
          found: resource.content[argument],
          must: "must be left out",
        })),
      ),
  })),
  {
    id: "stack-module",
    severity: "high",
    title: "A stack has no modules.",
    reason: "What a module makes stands in other files, which no rule reads.",
    source: "Terraform language: modules",
    controls: ["MCSB PV-2", "MCSB DS-2"],
    fix: "write its resources into the stack",
    example: { wrong: { module: { example: { source: "./other" } } }, right: { module: {} } },
    check: (stack) =>
      stack.resources("module").map((resource) => ({
        resource,
        argument: "source",
        found: resource.content.source,
        must: "must not be used",
      })),
  },
];

/** The places of dynamic blocks, also of those within other blocks. What azapi sends has none. */
function dynamicBlocks(content: Tree): string[] {
  const { dynamic, body, ...others } = content;
  const isBlock = maps(dynamic).some((labels) => Object.values(labels).some((block) => maps(block).some(isRepeated)));
  const inner = Object.entries(others).flatMap(([name, value]) =>
    isMap(value) || Array.isArray(value)
      ? maps(value).flatMap((block) => dynamicBlocks(block).map((place) => `${name}.${place}`))
      : [],
  );
  return [...(isBlock ? ["dynamic"] : []), ...inner];
}

function isRepeated(block: Tree): boolean {
  return "for_each" in block;
}
