import type { Tree } from "../../../terraform/tree";
import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { accountOf } from "../policies/account";

/** A type of which no stack of the platform has a resource, and what others get by one. */
interface Way {
  readonly type: string;
  /** What it does, as the end of "it …". */
  readonly does: string;
  /** Which of them do so. Default: all. */
  readonly when?: (resource: Resource, stack: Stack) => boolean;
}

const always: (type: string, does: string) => Way = (type, does) => ({ type, does });

/** Sharing: what is in the stack becomes somebody else's too. */
const SHARING: readonly Way[] = [
  always("aws_ami_launch_permission", "gives an image of a machine to others"),
  always("aws_ecr_replication_configuration", "copies images to another registry"),
  always("aws_ecrpublic_repository", "gives images to everybody"),
  always("aws_ecrpublic_repository_policy", "gives images to everybody"),
  always("aws_kms_grant", "lets somebody use a key whom its policy does not name"),
  always("aws_lambda_function_url", "lets whoever has the address call a function"),
  always("aws_lambda_permission", "lets others call a function"),
  always("aws_ram_principal_association", "shares with another account"),
  always("aws_ram_resource_association", "shares with another account"),
  always("aws_ram_resource_share", "shares with another account"),
  always("aws_s3_access_point", "opens a bucket by a policy of its own"),
  always("aws_s3_bucket_object", "writes an object, of which an access control list may be open"),
  always("aws_s3_bucket_replication_configuration", "copies every object to another bucket"),
  always("aws_s3_bucket_website_configuration", "gives objects to whoever has the address"),
  always("aws_s3control_access_grant", "opens a bucket to somebody whom its policy does not name"),
  {
    type: "aws_s3_object",
    does: "opens an object by an access control list",
    when: ({ content }) => content.acl !== undefined && content.acl !== "private",
  },
  {
    type: "aws_cloudwatch_log_subscription_filter",
    does: "sends logs to another account",
    when: ({ content }, stack) => {
      const of = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(String(content.destination_arn))?.[1];
      return of !== undefined && of !== accountOf(stack);
    },
  },
];

/** Networks: a way to other networks, or in and out of this one that no rule about security groups sees. */
const NETWORKS: readonly Way[] = [
  always("aws_customer_gateway", "leads to a network outside of AWS"),
  always("aws_default_network_acl", "opens subnets by rules that nobody looks at"),
  always("aws_dx_gateway_association", "leads to a network outside of AWS"),
  always("aws_ec2_client_vpn_endpoint", "lets machines of people into the network"),
  always("aws_ec2_transit_gateway", "leads to other networks"),
  always("aws_ec2_transit_gateway_vpc_attachment", "leads to other networks"),
  always("aws_network_acl", "opens subnets by rules that nobody looks at"),
  always("aws_network_acl_rule", "opens subnets by rules that nobody looks at"),
  always("aws_security_group_rule", "opens a security group by an argument that no rule looks at"),
  always("aws_vpc_endpoint_connection_accepter", "lets another account's network in"),
  always("aws_vpc_endpoint_service", "lets other networks in"),
  always("aws_vpc_endpoint_service_allowed_principal", "lets other networks in"),
  always("aws_vpc_peering_connection", "leads to another network"),
  always("aws_vpc_peering_connection_accepter", "leads to another network"),
  always("aws_vpclattice_service_network_vpc_association", "leads to other networks"),
  always("aws_vpn_connection", "leads to a network outside of AWS"),
  always("aws_vpn_gateway", "leads to a network outside of AWS"),
  always("aws_vpn_gateway_attachment", "leads to a network outside of AWS"),
  always("aws_vpn_gateway_route_propagation", "leads to a network outside of AWS"),
  {
    type: "aws_instance",
    does: "has an address of the internet",
    when: ({ content }) => String(content.associate_public_ip_address) !== "false",
  },
  ...["aws_alb", "aws_elb", "aws_lb"].map((type): Way => ({
    type,
    does: "has an address of the internet",
    when: ({ content }) => String(content.internal) !== "true",
  })),
];

/** Access of other accounts and providers of identities. */
const IDENTITIES: readonly Way[] = [
  always("aws_cognito_identity_pool", "gives credentials to whom another provider signs in"),
  always("aws_iam_saml_provider", "lets another provider say who somebody is"),
  always("aws_rolesanywhere_trust_anchor", "lets certificates say who somebody is"),
];

/** Arguments of buckets that do the same as types of their own. */
const OF_BUCKETS: Readonly<Record<string, string>> = {
  grant: "opens the bucket by an access control list",
  replication_configuration: "copies every object to another bucket",
};

/** A stack shares nothing by a resource: who gets in stands in policies, which are checked. */
export const WAYS_OUT: readonly Rule[] = [
  way("aws-sharing", SHARING, {
    title: "Nothing is shared but by the policies of buckets, keys, repositories and topics.",
    reason: "Whoever gets in by another resource stands in no policy, and what leaves by it is gone.",
    fix: "remove it; let roles of the account in by the policy of the resource",
    source: "AWS CloudFormation Template Reference Guide: AWS::RAM::ResourceShare",
    controls: ["MCSB PA-7", "MCSB DP-2"],
  }),
  way("aws-network-connection", NETWORKS, {
    title: "No network is connected with another one, or opened in another way than by rules of security groups.",
    reason: "Data could leave by it, and what is in the other network could come in.",
    fix: "remove it; write aws_vpc_security_group_ingress_rule, and give the network an endpoint for what it must reach",
    source: "Amazon VPC User Guide: Security group rules",
    controls: ["MCSB NS-1", "MCSB NS-2"],
  }),
  way("aws-identity-source", IDENTITIES, {
    title: "No other provider of identities than GitHub's says who somebody is.",
    reason: "Whoever runs the provider decides who takes the roles that trust it.",
    fix: "remove it; people take roles from their sign-on's account, and workflows by GitHub's provider",
    source: "IAM User Guide: Create an OpenID Connect (OIDC) identity provider in IAM",
    controls: ["MCSB IM-3"],
  }),
  {
    id: "aws-bucket-sharing",
    severity: "critical",
    title: "Buckets are shared by their policies and not by arguments of the bucket.",
    reason: "Whoever gets in by such an argument stands in no policy, and what is copied is gone.",
    fix: "remove the argument",
    source: "Terraform AWS provider: aws_s3_bucket",
    controls: ["FSBP S3.2", "FSBP S3.3"],
    example: {
      wrong: { resource: { aws_s3_bucket: { example: { grant: [{ permissions: ["READ"] }] } } } },
      right: { resource: { aws_s3_bucket: { example: {} } } },
    },
    *check(stack) {
      for (const resource of stack.resources("aws_s3_bucket")) {
        for (const [argument, does] of Object.entries(OF_BUCKETS)) {
          for (const { value: found } of valuesAt(resource.content, `${argument}?`)) {
            if (Array.isArray(found) && found.length === 0) continue;
            yield { resource, argument, found, must: `must be left out: it ${does}` };
          }
        }
      }
    },
  },
];

function way(id: string, ways: readonly Way[], text: Omit<Rule, "id" | "severity" | "example" | "check">): Rule {
  const [first] = ways;
  return {
    id,
    severity: "critical",
    ...text,
    example: { wrong: stackOf(first?.type ?? ""), right: stackOf("aws_vpc") },
    *check(stack) {
      for (const { type, does, when = () => true } of ways) {
        for (const resource of stack.resources(type)) {
          if (when(resource, stack))
            yield { resource, argument: "", found: undefined, must: `must not be there: it ${does}` };
        }
      }
    },
  };
}

function stackOf(type: string): Tree {
  return { resource: { [type]: { example: {} } } };
}
