import { absent, present } from "../../expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const TYPE = "backend.s3";
const BACKEND = "Terraform: Backend Type: s3";

const SETTINGS = settings(TYPE, [
  {
    id: "aws-state-bucket",
    fix: "set bucket to the name of the bucket that keeps states",
    severity: "medium",
    title: "State in S3 has a bucket that the file names.",
    argument: "bucket",
    must: present("mlp-dev-state"),
    reason: "Whoever runs Terraform would decide where the state goes, or begin with an empty one.",
    source: BACKEND,
    controls: ["MCSB DS-3"],
  },
  {
    id: "aws-state-acl",
    severity: "critical",
    title: "No access control list opens state in S3.",
    argument: "acl",
    must: absent("public-read"),
    reason: "An access control list gives the state to others, whatever the bucket policy says.",
    source: `${BACKEND}, acl`,
    controls: ["FSBP S3.12"],
  },
]);

const keyOf = (key: string) => ({ terraform: { backend: { s3: { key } } } });

/** One state, one key: access is given by it. */
const KEY: Rule = {
  id: "aws-state-key",
  severity: "high",
  title: "Every stack has a state of its own in S3.",
  reason: "A stack that takes another's state deletes everything that is in it, and access is given by the key.",
  fix: "put the stack's name between slashes into key",
  source: `${BACKEND}, key`,
  controls: ["MCSB DS-3"],
  example: {
    wrong: keyOf("mlp/dev/another/terraform.tfstate"),
    right: keyOf("mlp/dev/example/terraform.tfstate"),
  },
  *check(stack) {
    for (const resource of stack.resources(TYPE)) {
      const { key: found } = resource.content;
      if (String(found).split("/").includes(stack.name)) continue;
      yield { resource, argument: "key", found, must: `must have the stack's name, as in mlp/dev/${stack.name}/x` };
    }
  },
};

/** State in S3: one key a stack, closed to others. How it is encrypted and locked is told beside the other backends. */
export const STATE_BACKEND: readonly Rule[] = [...SETTINGS, KEY];
