/** What a rule finds wrong with a policy. */
export interface Problem {
  /** The value that is wrong, as it stands in the policy; undefined when something is missing. */
  readonly value: string | undefined;
  /** What is allowed, as the end of a sentence that begins with the value, as in "must be an action of s3". */
  readonly must: string;
  /** Where within the statement it is, as in "Condition aws:SourceArn". Default: the statement. */
  readonly part?: string;
}

/** A problem, with the rule that found it and the statement that has it. */
export interface Finding extends Problem {
  /** The id of the rule, such as "aws-iam-unknown-action". */
  readonly rule: string;
  /** The statement's Sid; its place, as in "statement 2", when it has none; empty for the policy as a whole. */
  readonly sid: string;
}

/** Where a finding is within a resource, as in `policy Statement "DenyInsecure" Condition aws:SourceArn`. */
export function placeOf(argument: string, { sid, part }: Pick<Finding, "sid" | "part">): string {
  const statement = /^(statement \d+)?$/.test(sid) ? sid : `Statement ${JSON.stringify(sid)}`;
  return [argument, statement, part ?? ""].filter((text) => text !== "").join(" ");
}
