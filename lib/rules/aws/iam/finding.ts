/** What a rule finds wrong with a policy. */
export interface Problem {
  /** The value that is wrong, as it stands in the policy. */
  readonly value: string;
  /** What is wrong with it, as the end of a sentence that begins with the value. */
  readonly what: string;
  /** How to mend it. */
  readonly fix: string;
}

/** A problem, with the rule that found it and the statement that has it. */
export interface Finding extends Problem {
  /** The id of the rule, such as "unknown-action". */
  readonly rule: string;
  /** The statement's Sid; its place, as in "statement 2", when it has none; empty for the policy as a whole. */
  readonly sid: string;
}

/** One line for people. */
export function formatFinding({ rule, sid, value, what, fix }: Finding): string {
  return `${sid === "" ? "" : `${sid}: `}${JSON.stringify(value)} ${what}; ${fix} [${rule}]`;
}
