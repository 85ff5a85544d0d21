import { type AwsAccount, awsArn } from "./aws-account";
import { awsName, iamPath } from "./aws-names";
import type { Owner } from "./names";

/** A role or a policy of IAM, with its ARN as a literal. */
export interface IamName {
  /** Its name, unique in the account whatever the path is. */
  readonly name: string;
  /** Its path. */
  readonly path: string;
  /** Its ARN. */
  readonly arn: string;
}

/** The name of a role. */
export function iamRole(owner: Owner, account: AwsAccount, what: string): IamName {
  return iamName(owner, account, "role", awsName("iamRole", owner, what));
}

/** The name of a policy. */
export function iamPolicy(owner: Owner, account: AwsAccount, what: string): IamName {
  return iamName(owner, account, "policy", awsName("iamPolicy", owner, what));
}

function iamName(owner: Owner, account: AwsAccount, kind: "role" | "policy", name: string): IamName {
  const path = iamPath(owner);
  return { name, path, arn: awsArn(account, "iam", `${kind}${path}${name}`) };
}
