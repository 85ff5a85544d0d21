import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { arnsOf, arnsOfTypes, forTenant, grant, NAMED_BY_TERRAFORM, OF_STUDIO, ofTenant } from "./deploy-statements";
import { type PolicyDocument, policy } from "./policy";

/** What runs: SageMaker, and the security groups of tenants. */
export function deployWorkloadsPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants } = deploy;
  const groups = arnsOfTypes(tenants, "ec2", ["security-group/"]);
  const rules = arnsOfTypes(tenants, "ec2", ["security-group-rule/"]);
  const named = arnsOf(tenants, "sagemaker", NAMED_BY_TERRAFORM);
  const studio = arnsOfTypes(tenants, "sagemaker", OF_STUDIO);
  return policy(
    grant("MakeByName", "sagemaker", MAKE_BY_NAME, named, forTenant(deploy)),
    grant("ChangeByName", "sagemaker", CHANGE_BY_NAME, named),
    grant("MakeStudio", "sagemaker", ["CreateDomain", "CreateSpace", "CreateUserProfile"], studio, forTenant(deploy)),
    // The file system of a domain with a key of its own (Developer Guide, "SageMaker AI API Permissions").
    grant(
      "MakeFileSystems",
      "elasticfilesystem",
      ["CreateFileSystem"],
      arnsOfTypes(tenants, "elasticfilesystem", ["file-system/"]),
    ),
    grant("TagStudio", "sagemaker", ["AddTags"], studio, forTenant(deploy)),
    grant("ChangeStudio", "sagemaker", CHANGE_STUDIO, studio, ofTenant(deploy)),
    grant("MakeGroups", "ec2", ["CreateSecurityGroup"], groups, forTenant(deploy)),
    grant("MakeGroupsInNetwork", "ec2", ["CreateSecurityGroup"], arnsOfTypes(tenants, "ec2", ["vpc/"])),
    grant("ChangeGroups", "ec2", CHANGE_GROUPS, groups, ofTenant(deploy)),
    grant("ChangeRules", "ec2", CHANGE_RULES, rules),
    grant("TagWhatIsMade", "ec2", ["CreateTags"], [...groups, ...rules], {
      StringEquals: { "ec2:CreateAction": MAKES_TAGGED },
    }),
    grant("TagAgain", "ec2", ["CreateTags", "DeleteTags"], [...groups, ...rules], ofTenant(deploy)),
    // SageMaker takes the right to put a notebook into the network from whoever makes it (Developer Guide, "SageMaker AI API
    // Permissions").
    grant("MakeInterfaces", "ec2", ["CreateNetworkInterface"], groups, ofTenant(deploy)),
    grant(
      "MakeInterfacesInNetwork",
      "ec2",
      ["CreateNetworkInterface"],
      arnsOfTypes(tenants, "ec2", ["network-interface/", "subnet/"]),
    ),
    grant("RemoveInterfaces", "ec2", ["DeleteNetworkInterface"], arnsOfTypes(tenants, "ec2", ["network-interface/"])),
  );
}

const MAKE_BY_NAME = [
  "CreateEndpoint",
  "CreateEndpointConfig",
  "CreateModel",
  "CreateNotebookInstance",
  "CreateNotebookInstanceLifecycleConfig",
] as const;

const CHANGE_BY_NAME = [
  "AddTags",
  "DeleteEndpoint",
  "DeleteEndpointConfig",
  "DeleteModel",
  "DeleteNotebookInstance",
  "DeleteNotebookInstanceLifecycleConfig",
  "DeleteTags",
  "StartNotebookInstance",
  "StopNotebookInstance",
  "UpdateEndpoint",
  "UpdateEndpointWeightsAndCapacities",
  "UpdateNotebookInstance",
  "UpdateNotebookInstanceLifecycleConfig",
] as const;

const CHANGE_STUDIO = [
  "DeleteDomain",
  "DeleteSpace",
  "DeleteTags",
  "DeleteUserProfile",
  "UpdateDomain",
  "UpdateSpace",
  "UpdateUserProfile",
] as const;

const CHANGE_RULES = [
  "AuthorizeSecurityGroupEgress",
  "AuthorizeSecurityGroupIngress",
  "ModifySecurityGroupRules",
] as const;

const CHANGE_GROUPS = [
  ...CHANGE_RULES,
  "DeleteSecurityGroup",
  "RevokeSecurityGroupEgress",
  "RevokeSecurityGroupIngress",
  "UpdateSecurityGroupRuleDescriptionsEgress",
  "UpdateSecurityGroupRuleDescriptionsIngress",
] as const;

/** Calls of EC2 that make something with tags. */
const MAKES_TAGGED = ["AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup"] as const;
