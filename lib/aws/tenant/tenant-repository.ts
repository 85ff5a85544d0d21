import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { Construct } from "constructs";
import { policy, policyJson } from "../iam/policy";

/** Days after which an image without a tag is deleted. */
const UNTAGGED_DAYS = 14;

/** A tenant's repository of images. */
export interface TenantRepositoryProps {
  /** Its name. */
  readonly name: string;
  /** ARN of the tenant's key. */
  readonly keyArn: string;
  /** ARNs of the roles that see it at all: the tenant's, and those that run terraform. They need not exist. */
  readonly roleArns: readonly string[];
  /** Whether it may be destroyed, with the images in it. */
  readonly retiring: boolean;
}

/** The repository of a tenant's images. A tag never moves, and every image is scanned when it arrives. */
export class TenantRepository extends Construct {
  /** The repository's URL, to which `:tag` is added. */
  readonly url: string;

  constructor(scope: Construct, id: string, { name, keyArn, roleArns, retiring }: TenantRepositoryProps) {
    super(scope, id);
    const repository = new EcrRepository(this, "repository", {
      name,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
      ...(retiring ? { forceDelete: true } : {}),
      lifecycle: { preventDestroy: !retiring },
    });
    this.url = repository.repositoryUrl;

    new EcrRepositoryPolicy(this, "policy", {
      repository: repository.name,
      // What a role may do here is said by its own policies. A repository's policy has no Resource: it is the repository.
      policy: policyJson(
        policy({
          Sid: "PrincipalsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "ecr:*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArns } },
        }),
      ),
    });
    new EcrLifecyclePolicy(this, "lifecycle", {
      repository: repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: "Images that no tag points at",
            selection: {
              tagStatus: "untagged",
              countType: "sinceImagePushed",
              countUnit: "days",
              countNumber: UNTAGGED_DAYS,
            },
            action: { type: "expire" },
          },
        ],
      }),
    });
  }
}
