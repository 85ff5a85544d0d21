import { list, maps, valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

/** What Terraform may leave as it finds it: another zone would make a domain anew (terraform-provider-aws #48778). */
const IGNORED: Readonly<Record<string, readonly string[]>> = { aws_sagemaker_domain: ["subnet_ids"] };

const domain = (...ignored: string[]) => ({
  resource: { aws_sagemaker_domain: { example: { lifecycle: { ignore_changes: ignored } } } },
});

/** What Terraform does not look at, nobody sees when somebody changes it by hand. */
export const DRIFT: readonly Rule[] = [
  {
    id: "aws-drift-ignored",
    severity: "high",
    title: "Terraform looks at everything of AWS that the files say.",
    reason: "What is changed by hand would stay, and no plan would show it.",
    fix: "take it out of lifecycle.ignore_changes",
    source: "Terraform: The lifecycle Meta-Argument, ignore_changes",
    controls: ["MCSB PV-2"],
    example: { wrong: domain("subnet_ids", "kms_key_id"), right: domain("subnet_ids") },
    *check(stack) {
      for (const resource of stack.all) {
        if (!resource.type.startsWith("aws_")) continue;
        const ignored = ignoredOf(resource);
        if (ignored.every((argument) => allowedOf(resource).includes(String(argument)))) continue;
        const must = `must have nothing${allowedOf(resource).length === 0 ? "" : ` but ${allowedOf(resource).join()}`}`;
        yield { resource, argument: "lifecycle.ignore_changes", found: ignored, must };
      }
    },
  },
  {
    id: "aws-domain-kept",
    severity: "medium",
    title: "A Studio domain is not replaced when its subnets change.",
    reason: "Its home directories, profiles and spaces would be gone.",
    fix: 'set lifecycle.ignore_changes to ["subnet_ids"]',
    source: "GitHub: hashicorp/terraform-provider-aws#48778",
    controls: ["MCSB BR-2"],
    example: { wrong: domain(), right: domain("subnet_ids") },
    *check(stack) {
      for (const resource of stack.resources("aws_sagemaker_domain")) {
        // Others than that are told by the rule above.
        if (ignoredOf(resource).length > 0) continue;
        const argument = valuesAt(resource.content, "lifecycle.ignore_changes")[0]?.argument ?? "lifecycle";
        yield { resource, argument, found: undefined, must: 'must have "subnet_ids"' };
      }
    },
  },
];

function ignoredOf({ content }: Resource): unknown[] {
  return maps(content.lifecycle).flatMap(({ ignore_changes: ignored }) => list(ignored));
}

function allowedOf({ type }: Resource): readonly string[] {
  return IGNORED[type] ?? [];
}
