import { companion } from "../../companion";
import { is, refersTo } from "../../expectation";
import { settings } from "../../setting";
import { OWN_ROLE, OWN_SECURITY_GROUPS } from "./reference-types";

const DEVELOPER_GUIDE = "Amazon SageMaker AI Developer Guide";
const DOMAINS = `${DEVELOPER_GUIDE}: Amazon SageMaker AI domain overview`;

/** Users of Studio: each with a role and a private space. */
export const STUDIO_USER = [
  ...settings("aws_sagemaker_user_profile", [
    {
      id: "aws-profile-domain",
      severity: "critical",
      title: "User profiles are in the domain of their stack.",
      argument: "domain_id",
      must: refersTo(["aws_sagemaker_domain"]),
      reason: "A profile in another tenant's domain reaches what is shared in it.",
      source: DOMAINS,
      controls: ["MCSB IM-7"],
    },
    {
      id: "aws-profile-role",
      severity: "critical",
      title: "Users of Studio work with a role of their stack.",
      argument: "user_settings.execution_role",
      must: OWN_ROLE,
      reason: "A role from elsewhere has the rights of somebody else.",
      source: `${DEVELOPER_GUIDE}: How to use SageMaker AI execution roles`,
      controls: ["MCSB IM-3"],
    },
    {
      id: "aws-profile-security-group",
      severity: "critical",
      title: "User profiles have security groups of their own stack.",
      argument: "user_settings.security_groups",
      must: OWN_SECURITY_GROUPS,
      reason:
        "The security group is a tenant's part of the network: with another one it reaches others, or they reach it.",
      source: "Amazon SageMaker API Reference: UserSettings",
      controls: ["MCSB NS-1"],
    },
    {
      id: "aws-profile-notebook-output",
      severity: "medium",
      title: "No user profile shares outputs of notebooks.",
      argument: "user_settings.sharing_settings?.notebook_output_option",
      must: is("Disabled", "Allowed"),
      mayBeAbsent: true,
      reason: "The settings of a profile replace those of its domain.",
      source: "Amazon SageMaker API Reference: SharingSettings",
      controls: ["MCSB DP-2"],
    },
  ]),
  ...settings("aws_sagemaker_space", [
    {
      id: "aws-space-domain",
      severity: "critical",
      title: "Spaces are in the domain of their stack.",
      argument: "domain_id",
      must: refersTo(["aws_sagemaker_domain"]),
      reason: "A space in another tenant's domain runs with that tenant's role.",
      source: DOMAINS,
      controls: ["MCSB IM-7"],
    },
    {
      id: "aws-space-private",
      severity: "high",
      title: "Spaces are private.",
      argument: "space_sharing_settings.sharing_type",
      must: is("Private", "Shared"),
      reason: "All users of a domain open its shared spaces.",
      source: DOMAINS,
      controls: ["MCSB IM-7"],
    },
  ]),
  companion({
    id: "aws-profile-space",
    severity: "high",
    title: "Every user of Studio has a space, which belongs to that user.",
    of: "aws_sagemaker_user_profile",
    needs: "aws_sagemaker_space",
    by: "ownership_settings.owner_user_profile_name",
    reason: "A private space runs as its owner: who has none works in a space of somebody else, for users make none.",
    source: DOMAINS,
    controls: ["MCSB IM-7"],
  }),
];
