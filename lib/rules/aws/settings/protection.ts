import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";

/** Resources whose loss loses data, and the argument that deletes what is in them. */
const STATEFUL: Readonly<Record<string, { readonly holds: string; readonly emptied?: string }>> = {
  aws_ecr_repository: { holds: "the tenant's images", emptied: "force_delete" },
  aws_kms_key: { holds: "what everything else is encrypted with" },
  aws_s3_bucket: { holds: "data, models and logs", emptied: "force_destroy" },
  aws_sagemaker_domain: { holds: "the home directories of Studio" },
  aws_sagemaker_notebook_instance: { holds: "the files of a notebook" },
  aws_sagemaker_space: { holds: "the files of a user of Studio" },
};

const PREVENT = "lifecycle.prevent_destroy";
const SOURCE = "Terraform: The lifecycle Meta-Argument, prevent_destroy";

/**
 * A stack that retires has its protection lifted as a whole, so that it can be destroyed: nothing of it is protected, and its
 * buckets and repositories are emptied. Either alone is a mistake.
 */
const PREVENT_DESTROY: Rule = {
  id: "aws-protection-destroy",
  severity: "high",
  title: "What holds data cannot be destroyed, unless its stack is retiring.",
  reason: "A line removed by mistake would delete a tenant's data, or the key without which nobody reads it.",
  fix: 'set lifecycle.prevent_destroy to true; to remove a tenant, set its lifecycle to "retiring"',
  source: SOURCE,
  controls: ["MCSB BR-2", "FSBP KMS.3"],
  example: {
    wrong: { resource: { aws_kms_key: { example: protectedBy(true) }, aws_s3_bucket: { example: {} } } },
    right: { resource: { aws_kms_key: { example: protectedBy(true) }, aws_s3_bucket: { example: protectedBy(true) } } },
  },
  *check(stack) {
    const resources = statefulOf(stack);
    if (isRetiring(resources)) return;
    for (const resource of resources) {
      if (isProtected(resource)) continue;
      const [place] = valuesAt(resource.content, PREVENT);
      const must = `must be true: it is ${STATEFUL[resource.type]?.holds}`;
      yield { resource, argument: place?.argument ?? PREVENT, found: place?.value, must };
    }
  },
};

/** Emptying is for what may be destroyed. */
const EMPTIED: Rule = {
  id: "aws-protection-emptied",
  severity: "high",
  title: "What holds data is not emptied by deleting it, unless its stack is retiring.",
  reason: "Terraform would delete every object and every image with it, where AWS would have refused.",
  fix: "remove the argument",
  source: "Terraform AWS provider: aws_s3_bucket, force_destroy; aws_ecr_repository, force_delete",
  controls: ["MCSB BR-2"],
  example: {
    wrong: { resource: { aws_s3_bucket: { example: { ...protectedBy(true), force_destroy: true } } } },
    right: { resource: { aws_s3_bucket: { example: { ...protectedBy(false), force_destroy: true } } } },
  },
  *check(stack): Iterable<Violation> {
    const resources = statefulOf(stack);
    if (!resources.some(isProtected)) return;
    for (const resource of resources) {
      const { emptied } = STATEFUL[resource.type] ?? {};
      const found = emptied === undefined ? undefined : resource.content[emptied];
      if (emptied === undefined || !isOn(found)) continue;
      yield { resource, argument: emptied, found, must: "must be left out" };
    }
  },
};

/** What keeps data from being deleted by mistake. */
export const PROTECTION: readonly Rule[] = [PREVENT_DESTROY, EMPTIED];

function statefulOf(stack: Stack): Resource[] {
  return Object.keys(STATEFUL).flatMap((type) => stack.resources(type));
}

/** A stack with nothing that could be emptied retires as soon as nothing is protected. */
function isRetiring(resources: readonly Resource[]): boolean {
  if (resources.some(isProtected)) return false;
  const emptied = resources.flatMap(({ type, content }) => {
    const { emptied: argument } = STATEFUL[type] ?? {};
    return argument === undefined ? [] : [isOn(content[argument])];
  });
  return emptied.length === 0 || emptied.some(Boolean);
}

function isOn(value: unknown): boolean {
  return value != null && value !== false && value !== "false";
}

function isProtected({ content }: Resource): boolean {
  return valuesAt(content, PREVENT).some(({ value }) => String(value) === "true");
}

function protectedBy(prevent: boolean) {
  return { lifecycle: { prevent_destroy: prevent } };
}
