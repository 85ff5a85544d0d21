import type { AwsAccount } from "../../blueprint/aws-account";
import type { Statement, Texts } from "./policy";
import { logsService } from "./service-principals";

/**
 * What an administrator of a key does. Not `kms:*` and not `kms:Create*`: those who may do this can neither read what the key
 * encrypts nor grant that to others (KMS Developer Guide, "Key policies", "Allows key administrators to administer the KMS
 * key").
 */
const ADMINISTRATION: readonly string[] = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/** What encrypts and decrypts with a key. */
export const KEY_USE: readonly string[] = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/** What a service does with a key for somebody when it makes something that is encrypted. */
export const KEY_USE_THROUGH = ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"] as const;

/** What those do who let a service of AWS use a key for one resource, such as the volume of a notebook. */
const GRANTS: readonly string[] = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];

/** In a key's policy, "*" is the key itself. */
export const THIS_KEY = "*";

/** Administration without use, by whom IAM policies of the account allow it. */
export function keyAdministration(account: AwsAccount): Statement {
  return {
    Sid: "Administration",
    Effect: "Allow",
    Principal: accountRoot(account),
    Action: ADMINISTRATION,
    Resource: THIS_KEY,
  };
}

/**
 * Use of a key by roles, whose own policies must allow it too.
 *
 * @param roleArns the ARNs of the roles. They stand in a condition, so that they need not exist: a role as the principal of
 * a policy must, and is replaced by an id that stays behind when the role is made anew
 */
export function keyUse(account: AwsAccount, roleArns: readonly string[]): Statement {
  return {
    Sid: "Use",
    Effect: "Allow",
    Principal: accountRoot(account),
    Action: KEY_USE,
    Resource: THIS_KEY,
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArns } },
  };
}

/** Grants by roles, for resources of AWS's services only: what SageMaker needs for the volumes of its instances. */
export function keyGrants(account: AwsAccount, roleArns: readonly string[]): Statement {
  return {
    Sid: "Grants",
    Effect: "Allow",
    Principal: accountRoot(account),
    Action: GRANTS,
    Resource: THIS_KEY,
    Condition: {
      ArnEquals: { "aws:PrincipalArn": roleArns },
      Bool: { "kms:GrantIsForAWSResource": "true" },
    },
  };
}

/** Giving back of grants, by roles whose services ask for it (ECR User Guide, "Encryption at rest"). */
export function keyGrantsBack(account: AwsAccount, roleArns: readonly string[]): Statement {
  return {
    Sid: "GrantsBack",
    Effect: "Allow",
    Principal: accountRoot(account),
    Action: "kms:RetireGrant",
    Resource: THIS_KEY,
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArns } },
  };
}

/** What a service does with a key for roles that cannot use the key themselves: it makes something that is encrypted. */
export function keyUseThrough(
  account: AwsAccount,
  roleArns: readonly string[],
  services: readonly string[],
): Statement {
  return {
    Sid: "UseThroughServices",
    Effect: "Allow",
    Principal: accountRoot(account),
    Action: KEY_USE_THROUGH,
    Resource: THIS_KEY,
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArns }, StringEquals: { "kms:ViaService": services } },
  };
}

/**
 * Use of a key by CloudWatch Logs, for certain log groups (CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs
 * using AWS Key Management Service").
 *
 * @param logGroupArns ARNs of log groups, without `:*` at their ends; `*` and `?` may stand in them
 */
export function keyUseByLogs(account: AwsAccount, logGroupArns: Texts): Statement {
  return {
    Sid: "Logs",
    Effect: "Allow",
    Principal: { Service: logsService(account) },
    // A description has no encryption context, so the condition would never let it through.
    Action: KEY_USE.filter((action) => action !== "kms:DescribeKey"),
    Resource: THIS_KEY,
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroupArns } },
  };
}

/** A service of AWS that uses a key. */
export interface KeyService {
  /** What the statement is called, in one word. */
  readonly sid: string;
  /** The service, as in cloudtrail.amazonaws.com. */
  readonly service: string;
  /** What it may do. Default: everything that is use of a key. */
  readonly actions?: readonly string[];
  /** ARNs of the resources that it may do it for. Default: all of the account. */
  readonly sourceArns?: Texts;
}

/** Use of a key by a service of AWS, for the account's resources and no other account's. */
export function keyUseByService(
  { accountId }: AwsAccount,
  { sid, service, actions = KEY_USE, sourceArns }: KeyService,
): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: actions,
    Resource: THIS_KEY,
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ...(sourceArns === undefined ? {} : { ArnLike: { "aws:SourceArn": sourceArns } }),
    },
  };
}

/** Whoever of the account has the right by a policy of IAM: the account itself, and nobody by name. */
export function accountRoot({ partition, accountId }: AwsAccount): { readonly AWS: string } {
  return { AWS: `arn:${partition}:iam::${accountId}:root` };
}
