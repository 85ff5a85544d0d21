import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type PolicyDocument, policyJson } from "./iam/policy";

/** Days in which a deleted key can be restored: the most that KMS takes. */
const DELETION_DAYS = 30;

/** A key of one's own, and who may use it. */
export interface EncryptionKeyProps {
  /** Its name, with `alias/` before it. */
  readonly alias: string;
  /** What it is for. */
  readonly description: string;
  /** Who administers it and who uses it. */
  readonly policy: PolicyDocument;
  /** Whether it may be destroyed. */
  readonly retiring: boolean;
}

/** A key of KMS that changes its material each year, with a name. */
export class EncryptionKey extends Construct {
  /** The key's ARN. */
  readonly arn: string;
  /** The key's id. */
  readonly keyId: string;

  constructor(scope: Construct, id: string, { alias, description, policy, retiring }: EncryptionKeyProps) {
    super(scope, id);
    const key = new KmsKey(this, "key", {
      description,
      policy: policyJson(policy),
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_DAYS,
      lifecycle: { preventDestroy: !retiring },
    });
    new KmsAlias(this, "alias", { name: alias, targetKeyId: key.keyId });
    this.arn = key.arn;
    this.keyId = key.keyId;
  }
}
