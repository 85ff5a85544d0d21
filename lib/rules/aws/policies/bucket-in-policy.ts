import type { StatementView } from "../iam/statement-view";

/** The bucket that all statements of a policy are about, by its literal name. Undefined when they are about several. */
export function bucketInPolicy(statements: readonly StatementView[]): string | undefined {
  const resources = statements.flatMap((statement) => statement.resources);
  const names = new Set(resources.map((one) => /^arn:[^:]+:s3:::([^*?/$]+)(\/|$)/.exec(one)?.[1]));
  return names.size === 1 ? [...names][0] : undefined;
}
