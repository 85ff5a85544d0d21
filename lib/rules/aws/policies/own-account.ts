import { ACCOUNT } from "../iam/rules/example-arns";
import { policyOf, stackWithPolicy } from "../iam/example";
import type { StatementView } from "../iam/statement-view";
import type { ContentRule, PolicyView } from "./policy-view";

/** Keys that say whose account or organization somebody or something is of. */
const ACCOUNT_KEYS =
  /^(aws:(Principal|Resource|Source)Account|aws:(Principal|Source)Arn|kms:CallerAccount|kms:EncryptionContext:.*arn)$/i;

/** Whom the policies of a stack let in, and for what, is of the stack's account. */
export const ownAccount: ContentRule = {
  id: "aws-policy-own-account",
  severity: "critical",
  title: "Policies of resources let nobody of another account in.",
  reason: "Another account decides for itself who of it may come in.",
  fix: "name what is of the stack's account",
  source: "IAM User Guide: Cross account resource access in IAM",
  controls: ["FSBP S3.6", "FSBP KMS.5", "FSBP SNS.4"],
  kinds: ["key", "bucket", "repository", "topic", "resource", "endpoint", "trust"],
  example: { wrong: example("999999999999"), right: example(ACCOUNT) },
  check: (policy) => {
    const { account } = policy.owner;
    if (account === undefined) return [];
    return policy.statements.flatMap((statement) => {
      const foreign = accountsIn(statement, policy).filter(({ of }) => of !== account);
      return foreign.length === 0
        ? []
        : [
            {
              sid: statement.sid,
              value: foreign.map(({ value }) => value).join(", "),
              must: `must be of the account ${account}`,
            },
          ];
    });
  },
};

/** Accounts that a statement lets in, or leaves out when it denies. People come to roles from the accounts of their sign-on. */
function accountsIn({ allows, principals, conditions }: StatementView, { kind }: PolicyView) {
  const people = kind === "trust" ? [] : principals.filter(({ type }) => type === "AWS").map(({ value }) => value);
  const values = conditions
    .filter(({ key, parts: { base } }) => ACCOUNT_KEYS.test(key) && base !== "Null" && base.includes("Not") !== allows)
    .flatMap((condition) => condition.values);
  return [...(allows ? people : []), ...values].flatMap((value) => {
    const of = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(value)?.[1];
    return of === undefined ? [] : [{ value, of }];
  });
}

function example(account: string) {
  const Principal = { AWS: `arn:aws:iam::${account}:role/reader` };
  const own = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/writer` }, Action: "s3:PutObject" };
  const policy = policyOf(
    { Effect: "Allow", ...own, Resource: "arn:aws:s3:::mlp-dev-acme--data/*" },
    {
      Effect: "Allow",
      Principal,
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::mlp-dev-acme--data/*",
    },
  );
  return { provider: { aws: [{ allowed_account_ids: [ACCOUNT] }] }, ...stackWithPolicy("bucket", policy) };
}
