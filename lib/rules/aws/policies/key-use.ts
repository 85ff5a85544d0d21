import { ACCOUNT, ROLE } from "../iam/rules/example-arns";
import { isMet, namesAction, type Need, toldNeeds } from "./condition-need";
import type { PrincipalView, StatementView } from "../iam/statement-view";
import type { ContentRule } from "./policy-view";

/** What reads or writes with a key. */
const USE = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];
/** What lets others do so. */
const GRANT = ["kms:CreateGrant"];
const RETIRE = ["kms:RetireGrant"];

const BY_ROLE: Need = "value aws:PrincipalArn";
/** What a trail has encrypted, by whoever may read the trail. */
const OF_TRAIL: Need = "present kms:EncryptionContext:aws:cloudtrail:arn";

/** Use of a key by an account is by certain roles of it. */
export const keyUse: ContentRule = {
  id: "aws-key-policy-use",
  severity: "critical",
  title: "The policy of a key names the roles that use the key.",
  reason: "Without the condition, every role of the account with a right on all keys reads what the key encrypts.",
  fix: 'name the tenant\'s roles alone in "ArnEquals": {"aws:PrincipalArn": [<roles>]}; for other roles add "StringEquals": {"kms:ViaService": [<services>]}, and for kms:CreateGrant "Bool": {"kms:GrantIsForAWSResource": "true"}',
  source: "AWS Key Management Service Developer Guide: Key policies in AWS KMS",
  controls: ["FSBP KMS.5", "MCSB DP-6"],
  kinds: ["key"],
  example: {
    kind: "key",
    wrong: use({}),
    right: use({ ArnEquals: { "aws:PrincipalArn": ROLE } }),
  },
  check: ({ statements }) =>
    statements
      .filter((statement) => statement.allows && statement.principals.some(isAccount) && !isDefault(statement))
      .flatMap((statement) => {
        const missing = needsOf(statement).filter((either) => !either.some((need) => isMet(statement, need)));
        return missing.length === 0
          ? []
          : [{ sid: statement.sid, value: statement.actions.join(", "), must: `must have ${toldNeeds(missing)}` }];
      }),
};

/**
 * What AWS writes when nobody writes a policy. It is no hole by itself, for a role needs a policy that allows the use as well,
 * but whoever writes policies of roles then decides who reads, and so this is one layer that is gone, and not the last one.
 */
export const keyDefault: ContentRule = {
  id: "aws-key-policy-default",
  severity: "high",
  title: "The policy of a key says more than AWS's own, which leaves everything to the policies of roles.",
  reason: "Every role of the account with a right on all keys reads what the key encrypts.",
  fix: "allow the account to administer the key, and its use to the roles in aws:PrincipalArn",
  source: "AWS Key Management Service Developer Guide: Default key policy",
  controls: ["FSBP KMS.5", "MCSB DP-6"],
  kinds: ["key"],
  example: {
    kind: "key",
    wrong: { ...use({}), Action: "kms:*" },
    right: use({ ArnEquals: { "aws:PrincipalArn": ROLE } }),
  },
  check: ({ statements }) =>
    statements
      .filter(isDefault)
      .map(({ sid }) => ({ sid, value: "kms:*", must: "must name the actions and the roles" })),
};

/** Whether a statement allows the account everything on the key, to whichever role it is. */
function isDefault(statement: StatementView): boolean {
  const { allows, actions, principals } = statement;
  return allows && actions.includes("kms:*") && principals.some(isAccount) && !isMet(statement, BY_ROLE);
}

function needsOf(statement: StatementView): readonly (readonly Need[])[] {
  const does = (actions: readonly string[]) => actions.some((action) => namesAction(statement, action));
  if (does(GRANT)) return [[BY_ROLE], ["true kms:GrantIsForAWSResource"]];
  if (does(RETIRE)) return [[BY_ROLE]];
  if (!does(USE)) return [];
  const isRead = !does([
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:ReEncryptTo",
  ]);
  const isByOthers = statement.conditions.some(
    ({ key, values }) => /^aws:principalarn$/i.test(key) && !values.every((value) => value.includes("/tenant/")),
  );
  return [isRead ? [BY_ROLE, OF_TRAIL] : [BY_ROLE], ...(isByOthers ? [["value kms:ViaService"] as const] : [])];
}

function isAccount({ type, value }: PrincipalView): boolean {
  return type === "AWS" && /^(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(value);
}

function use(Condition: object) {
  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  return { Effect: "Allow", Principal, Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*", Condition };
}
