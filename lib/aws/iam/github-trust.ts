import { GITHUB_ISSUER } from "../../blueprint/aws-deploy";
import { type PolicyDocument, policy } from "./policy";

/**
 * Workflows of GitHub with a certain subject take the role, and no others: not those of other branches, environments or
 * repositories (GitHub Docs, "Configuring OpenID Connect in Amazon Web Services").
 */
export function githubTrust(providerArn: string, subject: string): PolicyDocument {
  return policy({
    Sid: "GitHub",
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${GITHUB_ISSUER}:aud`]: "sts.amazonaws.com",
        [`${GITHUB_ISSUER}:sub`]: subject,
      },
    },
  });
}
