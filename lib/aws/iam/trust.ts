import { type AwsAccount, awsArn } from "../../blueprint/aws-account";
import { type PolicyDocument, policy } from "./policy";
import { SAGEMAKER } from "./service-principals";

/**
 * SageMaker takes the role, for this account's resources and no other's. The source is not narrowed to a tenant: AWS says
 * not to for Studio and inference (Developer Guide, "Cross-service confused deputy prevention"). What keeps a role to its
 * tenant is who may pass it.
 */
export function sagemakerTrust(account: AwsAccount): PolicyDocument {
  return policy({
    Sid: "SageMaker",
    Effect: "Allow",
    Principal: { Service: SAGEMAKER },
    // Studio tells CloudTrail who of the domain's users it is (Developer Guide, "Turn on sourceIdentity in CloudTrail logs").
    Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
    Condition: {
      StringEquals: { "aws:SourceAccount": account.accountId },
      ArnLike: { "aws:SourceArn": awsArn(account, "sagemaker", "*") },
    },
  });
}

/**
 * Holders of certain roles take the role, such as those of a single sign-on. They bring no tags along: a tag of a session
 * would win over that of the role.
 *
 * @param principals ARNs of the roles, which must exist
 */
export function peopleTrust(principals: readonly string[]): PolicyDocument {
  return policy({
    Sid: "People",
    Effect: "Allow",
    Principal: { AWS: principals },
    Action: "sts:AssumeRole",
  });
}
