import { checkStack } from "./check-stack";
import { type Exception, type StackFiles, stackOf, unusedException } from "./exception";
import { type Finding, formatFinding } from "./finding";
import type { Rule } from "./rule";

/** What the check of stacks goes by. */
export interface StackCheckOptions {
  readonly rules: readonly Rule[];
  /** The files that describe the stacks. */
  readonly files: StackFiles;
  readonly exceptions: readonly Exception[];
  /** The day, as in 2027-03-31: exceptions whose last day is earlier do not hold. */
  readonly today: string;
}

/** A finding, and the exception that accepts it or no longer does. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly exception?: Exception;
  /** Whether the exception holds today. */
  readonly accepted: boolean;
}

/** What the rules find in a stack, with the exceptions that its file has; and those that are about nothing. */
export interface Judgement {
  readonly findings: readonly JudgedFinding[];
  readonly unused: readonly Exception[];
}

/** What the rules find in a stack, held against the exceptions. */
export function judge(
  name: string,
  tree: unknown,
  { rules, exceptions, today }: Omit<StackCheckOptions, "files">,
): Judgement {
  const own = exceptions.filter(({ resource }) => stackOf(resource) === name);
  const findings = checkStack(name, tree, rules).map((finding): JudgedFinding => {
    const exception = own.find(({ rule, resource }) => rule === finding.rule.id && resource === finding.resource);
    return exception === undefined
      ? { finding, accepted: false }
      : { finding, exception, accepted: exception.expires >= today };
  });
  const used = new Set(findings.map(({ exception }) => exception));
  return { findings, unused: own.filter((exception) => !used.has(exception)) };
}

/** The check of a synthesis: what is wrong with a stack and with its exceptions, a line each. */
export function stackCheck({ files, ...options }: StackCheckOptions): (name: string, tree: unknown) => string[] {
  return (name, tree) => {
    const { findings, unused } = judge(name, tree, options);
    const file = files.get(name)?.name ?? name;
    return [
      ...findings.filter(({ accepted }) => !accepted).map((judged) => `${file}: ${told(judged)}`),
      ...unused.map(unusedException),
    ];
  };
}

function told({ finding, exception }: JudgedFinding): string {
  if (exception === undefined) return formatFinding(finding);
  const { line } = exception.problem("");
  return `${formatFinding(finding)}; its exception on line ${line ?? 0} expired on ${exception.expires}`;
}
