import { isMap, type Tree } from "../terraform/tree";

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would make all of synthesis asynchronous. */
const loadLint = () => require("../rules/aws/iam/lint-stack") as typeof import("../rules/aws/iam/lint-stack");

/**
 * What is wrong with a stack, by what its file would hold, a line each. The lint of policies is loaded for the first stack
 * that has something of AWS: many platforms have nothing.
 */
export function check(name: string, { resource, data }: Tree): string[] {
  const types = [resource, data].flatMap((block) => (isMap(block) ? Object.keys(block) : []));
  return types.some((type) => type.startsWith("aws_")) ? loadLint().stackProblems(name, { resource, data }) : [];
}
