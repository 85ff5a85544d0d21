/* eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would make all of synthesis asynchronous. */
const loadLint = () => require("../aws/iam/lint/lint-stack") as typeof import("../aws/iam/lint/lint-stack");

/**
 * What is wrong with a stack as it would be written, a line each. The lint of policies is loaded for the first stack that
 * has something of AWS: many platforms have nothing.
 */
export function check(stack: string, text: string): string[] {
  return text.includes('"aws_') ? loadLint().stackProblems(stack, text) : [];
}
