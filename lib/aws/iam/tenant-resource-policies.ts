import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";
import { awsArn } from "../../blueprint/aws-account";
import { bucketEncryption, bucketPrincipals, deniedOnBucket } from "./bucket-statements";
import {
  keyAdministration,
  keyGrants,
  keyGrantsBack,
  keyUse,
  keyUseByLogs,
  keyUseByService,
  keyUseThrough,
} from "./key-statements";
import { studioFileSystemServices } from "./service-principals";
import { type PolicyDocument, policy, type Statement } from "./policy";
import { ownLogGroups } from "./tenant-scope";

/** The ARNs of a tenant's roles: SageMaker's, and that of its people if it has one. */
export function tenantRoleArns({ execRole, userRole, principals }: AwsTenantBlueprint): string[] {
  return principals.length === 0 ? [execRole.arn] : [execRole.arn, userRole.arn];
}

/**
 * Who uses a tenant's key: its own roles, CloudWatch Logs for the logs of its endpoints, and CloudWatch for the alarms that
 * go to its topic. Whoever administers it cannot use it, nor can whoever runs terraform, but through the service that makes
 * the file system of Studio.
 */
export function tenantKeyPolicy(tenant: AwsTenantBlueprint): PolicyDocument {
  const { target, prefix, deployerArns, studio } = tenant;
  const roles = tenantRoleArns(tenant);
  return policy(
    keyAdministration(target),
    keyUse(target, roles),
    // Whoever makes a repository or an endpoint with the key lets ECR or SageMaker use it, and needs no use of it for that
    // (ECR User Guide, "Encryption at rest"; SageMaker Developer Guide, "API Permissions Reference").
    keyGrants(target, [...roles, ...deployerArns]),
    keyGrantsBack(target, deployerArns),
    ...(studio === undefined ? [] : [keyUseThrough(target, deployerArns, studioFileSystemServices(target))]),
    keyUseByLogs(target, ownLogGroups({ tenant })),
    keyUseByService(target, {
      sid: "Alarms",
      service: "cloudwatch.amazonaws.com",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      sourceArns: awsArn(target, "cloudwatch", `alarm:${prefix}*`),
    }),
  );
}

/**
 * What a tenant's bucket refuses beside what every bucket does: other keys, everybody but the tenant's roles and whoever
 * runs terraform, and, if its file says so, the tenant's roles from outside of the network.
 *
 * @param s3EndpointId the gateway endpoint of S3 in the network
 */
export function tenantBucketStatements(
  tenant: AwsTenantBlueprint,
  { keyArn, s3EndpointId }: { readonly keyArn: string; readonly s3EndpointId: string },
): Statement[] {
  const { bucket, deployerArns } = tenant;
  const roles = tenantRoleArns(tenant);
  return [
    ...bucketEncryption(bucket.arn, keyArn),
    bucketPrincipals(bucket.arn, [...roles, ...deployerArns]),
    ...(bucket.fromVpcOnly ? [fromVpcOnly(bucket.arn, roles, s3EndpointId)] : []),
  ];
}

/**
 * Names the tenant's roles instead of exempting others, so that whoever runs terraform is never locked out. What a service
 * of AWS does on behalf of a role does not come through the endpoint.
 */
function fromVpcOnly(bucketArn: string, roles: readonly string[], s3EndpointId: string): Statement {
  return deniedOnBucket("FromVpcOnly", bucketArn, {
    ArnEquals: { "aws:PrincipalArn": roles },
    Bool: { "aws:ViaAWSService": "false" },
    StringNotEquals: { "aws:SourceVpce": s3EndpointId },
  });
}
