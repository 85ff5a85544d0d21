import type { Rule } from "../../rule";
import { strays, type UsePlace, usesOf } from "./own-use";

/** What one security group is for: what computes for the tenant, and the endpoints of the network. */
const PURPOSES: readonly (readonly UsePlace[])[] = [
  [
    { type: "aws_sagemaker_notebook_instance", argument: "security_groups" },
    { type: "aws_sagemaker_model", argument: "vpc_config.security_group_ids" },
    { type: "aws_sagemaker_domain", argument: "default_user_settings.security_groups" },
    { type: "aws_sagemaker_user_profile", argument: "user_settings.security_groups" },
  ],
  [{ type: "aws_vpc_endpoint", argument: "security_group_ids" }],
];

const grouped = (notebook: string) => ({
  resource: {
    aws_security_group: { compute: {}, endpoints: {} },
    aws_vpc_endpoint: Object.fromEntries(
      ["kms", "logs"].map((id) => [id, { security_group_ids: ["${aws_security_group.endpoints.id}"] }]),
    ),
    aws_sagemaker_notebook_instance: { example: { security_groups: [`\${aws_security_group.${notebook}.id}`] } },
  },
});

/** The group of endpoints lets the whole network in. */
export const SECURITY_GROUP_PURPOSE: Rule = {
  id: "aws-security-group-purpose",
  severity: "critical",
  title: "What computes for a tenant has the tenant's security group, and endpoints have theirs.",
  reason: "The whole network reaches the group of the endpoints, and so everything of others that is in it.",
  fix: "refer to the security group that the others have which do the same",
  source: "Amazon VPC User Guide: Control traffic to your AWS resources using security groups",
  controls: ["MCSB NS-1"],
  example: { wrong: grouped("endpoints"), right: grouped("compute") },
  check: (stack) =>
    strays(
      PURPOSES.map((places) => usesOf(stack, places, "aws_security_group")),
      "must be the security group that the others have which do the same",
    ),
};
