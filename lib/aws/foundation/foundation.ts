import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";
import { awsArn } from "../../blueprint/aws-account";
import type { Foundation as FoundationNames } from "../../blueprint/aws-foundation";
import { EncryptionKey } from "../encryption-key";
import type { AwsEnvironment } from "../environment";
import { s3EndpointPolicy } from "../iam/endpoint-policy";
import { keyAdministration, keyUseByLogs } from "../iam/key-statements";
import { policy, policyJson } from "../iam/policy";
import { serviceBoundaryPolicy } from "../iam/service-log-policies";
import { AccessLogBucket } from "./access-log-bucket";
import { AuditTrail } from "./audit-trail";
import { NetworkFlowLog } from "./flow-log";
import { InterfaceEndpoints } from "./interface-endpoints";
import { EncryptedLogGroup } from "./log-group";
import { PrivateNetwork } from "./private-network";

/** What the foundation is made from. */
export interface FoundationProps {
  /** Names and ranges. */
  readonly foundation: FoundationNames;
  /** Whether it may be destroyed. */
  readonly retiring: boolean;
}

/**
 * What every account has in which tenants work: a private network with its endpoints, an audit trail, and log groups. The
 * platform's account has it in a stack of its own, a tenant's own account in the tenant's stack.
 */
export class Foundation extends Construct {
  /** What tenants' resources stand in. */
  readonly environment: AwsEnvironment;
  /** The ids of the subnets, by zone. */
  readonly subnetIds: Readonly<Record<string, string>>;
  /** ARN of the audit trail. */
  readonly trailArn: string;
  /** ARNs of what only whoever runs the foundation may change, and that no name shows to be the platform's. */
  readonly ownArns: readonly string[];

  constructor(scope: Construct, id: string, { foundation, retiring }: FoundationProps) {
    super(scope, id);
    const { target: account, network, trail, accessLogs, sagemakerLogs, logRetentionDays: retentionDays } = foundation;
    const groups = [network.flowLog.logGroup, trail.logGroup, ...sagemakerLogs];
    const logKey = new EncryptionKey(this, "log-key", {
      alias: foundation.logKeyAlias,
      description: "Encrypts log groups",
      policy: policy(
        keyAdministration(account),
        keyUseByLogs(
          account,
          groups.map(({ arn }) => arn),
        ),
      ),
      retiring,
    });
    const { name, path } = foundation.serviceBoundary;
    const boundary = new IamPolicy(this, "service-boundary", {
      name,
      path,
      description: "The most that services of AWS do by roles of the foundation",
      policy: policyJson(serviceBoundaryPolicy([network.flowLog.logGroup, trail.logGroup])),
    });
    const logs = { keyArn: logKey.arn, retentionDays };

    const { vpcId, subnetIds, routeTableId } = new PrivateNetwork(this, "network", network);
    new NetworkFlowLog(this, "flow-log", {
      account,
      flowLog: network.flowLog,
      vpcId,
      boundaryArn: boundary.arn,
      ...logs,
    });
    const { securityGroupId } = new InterfaceEndpoints(this, "endpoints", {
      account,
      network,
      vpcId,
      subnetIds: Object.values(subnetIds),
    });
    const s3Endpoint = new VpcEndpoint(this, "s3-endpoint", {
      vpcId,
      vpcEndpointType: "Gateway",
      serviceName: network.s3Endpoint.service,
      routeTableIds: [routeTableId],
      policy: policyJson(s3EndpointPolicy(account)),
      tags: { Name: network.s3Endpoint.name },
    });

    const accessLogBucket = new AccessLogBucket(this, "access-logs", { account, accessLogs, retentionDays, retiring });
    const auditTrail = new AuditTrail(this, "trail", {
      account,
      trail,
      accessLogs: { bucket: accessLogBucket.nameWithPolicy, prefix: `${trail.bucket.name}/` },
      logKeyArn: logKey.arn,
      retentionDays,
      boundaryArn: boundary.arn,
      retiring,
    });
    for (const group of sagemakerLogs) {
      new EncryptedLogGroup(this, `logs-${group.name.split("/").at(-1) ?? ""}`, { group, ...logs });
    }

    this.environment = {
      vpcId,
      subnetIds: Object.values(subnetIds),
      endpointSecurityGroupId: securityGroupId,
      s3PrefixListId: s3Endpoint.prefixListId,
      s3EndpointId: s3Endpoint.id,
      accessLogBucket: accessLogBucket.nameWithPolicy,
    };
    this.subnetIds = subnetIds;
    this.trailArn = auditTrail.arn;
    this.ownArns = [
      logKey.arn,
      auditTrail.keyArn,
      trail.arn,
      ...groups.map(({ arn }) => `${arn}*`),
      awsArn(account, "ec2", `security-group/${securityGroupId}`),
    ];
  }
}
