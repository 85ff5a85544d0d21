/** What a request says of a condition key: its values, that it is absent, or anything that whoever asks may choose. */
export type ContextValue = readonly string[] | "absent" | "free";

/** The condition keys of a request. */
export interface Context {
  /** By key in lower case. */
  readonly known: Readonly<Record<string, ContextValue>>;
  /** Of all other keys. */
  readonly others: "absent" | "free";
}

/** Who asks: a role's session, or a service of AWS by itself. */
export type Asker = { readonly roleArn: string } | { readonly service: string };

/** A request to AWS, or all requests of a form: where its context is free, and where its resource is a pattern. */
export interface Request {
  readonly asker: Asker;
  /** As in sagemaker:CreateModel. */
  readonly action: string;
  /** An ARN, a pattern of ARNs, or "*" for an action that has no resource. */
  readonly resource: string;
  readonly context: Context;
}

/** What a request says of a key. */
export function valueOf({ known, others }: Context, key: string): ContextValue {
  return known[key.toLowerCase()] ?? others;
}

/** A context with other values. */
export function withKnown({ known, others }: Context, changes: Readonly<Record<string, ContextValue>>): Context {
  const lower = Object.entries(changes).map(([key, value]): [string, ContextValue] => [key.toLowerCase(), value]);
  return { known: { ...known, ...Object.fromEntries(lower) }, others };
}

/** What a role's request says of who asks, and nothing else: all the rest may be anything. */
export function roleContext(roleArn: string): Context {
  return withKnown(
    { known: {}, others: "free" },
    {
      "aws:PrincipalArn": [roleArn],
      "aws:PrincipalAccount": [roleArn.split(":")[4] ?? ""],
      "aws:PrincipalType": ["AssumedRole"],
      "aws:PrincipalIsAWSService": ["false"],
    },
  );
}
