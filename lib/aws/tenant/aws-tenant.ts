import { Construct } from "constructs";
import type { StackBlueprint } from "../../blueprint/stack";
import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";
import { EncryptionKey } from "../encryption-key";
import type { AwsEnvironment } from "../environment";
import { Foundation } from "../foundation/foundation";
import { tenantBucketStatements, tenantKeyPolicy, tenantRoleArns } from "../iam/tenant-resource-policies";
import { PrivateBucket } from "../private-bucket";
import { AlarmTopic } from "./alarm-topic";
import { AwsBudget } from "./aws-budget";
import { Notebook } from "./notebook";
import { PublishedEnvironment } from "./published-environment";
import { PublishedNames } from "./published-names";
import { Serving } from "./serving";
import { StudioDomain } from "./studio-domain";
import { StudioDomainRole } from "./studio-domain-role";
import { StudioUsers } from "./studio-users";
import { TenantRepository } from "./tenant-repository";
import type { TenantResources } from "./tenant-resources";
import { TenantRoles } from "./tenant-roles";
import { TenantSecurityGroup } from "./tenant-security-group";

/** A tenant, and whether it is on its way out. */
export interface AwsTenantProps extends Pick<StackBlueprint, "retiring"> {
  /** What it has on AWS. */
  readonly tenant: AwsTenantBlueprint;
}

/** What others are told of a tenant: where its data is, what it works in, and by which roles. */
export interface AwsTenantFacts {
  /** The bucket's name. */
  readonly bucket: string;
  /** The key's ARN. */
  readonly keyArn: string;
  /** The URL of its repository of images, to which `:tag` is added. */
  readonly repositoryUrl: string;
  /** The ids of the subnets that its notebooks, jobs and models stand in. */
  readonly subnetIds: readonly string[];
  /** The id of its security group. */
  readonly securityGroupId: string;
  /** ARN of the role that SageMaker takes. */
  readonly execRoleArn: string;
  /** ARN of the role that its people take. Absent when its file names nobody. */
  readonly userRoleArn?: string;
  /** The id of its Studio domain. Absent without Studio. */
  readonly domainId?: string;
}

/**
 * What one tenant has on AWS, in the platform's account or in its own: a key, a bucket, a repository, a security group,
 * roles that reach nothing else, and what works with them. It stands in the tenant's stack, beside what it has on Azure.
 */
export class AwsTenant extends Construct {
  /** What others are told of it. */
  readonly facts: AwsTenantFacts;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsTenantProps,
  ) {
    super(scope, id);
    const { tenant, retiring } = props;
    const environment = this.environment();
    const key = new EncryptionKey(this, "key", {
      alias: tenant.keyAlias,
      description: "Encrypts what belongs to one tenant",
      policy: tenantKeyPolicy(tenant),
      retiring,
    });
    const bucket = new PrivateBucket(this, "bucket", {
      name: tenant.bucket.name,
      partition: tenant.target.partition,
      keyArn: key.arn,
      statements: tenantBucketStatements(tenant, { keyArn: key.arn, s3EndpointId: environment.s3EndpointId }),
      accessLogs: { bucket: environment.accessLogBucket, prefix: `${tenant.bucket.name}/` },
      retiring,
    });
    const repository = new TenantRepository(this, "repository", {
      name: tenant.repository.name,
      keyArn: key.arn,
      roleArns: [...tenantRoleArns(tenant), ...tenant.deployerArns],
      retiring,
    });
    const { groupId: securityGroupId } = new TenantSecurityGroup(this, "security-group", {
      name: tenant.securityGroup,
      environment,
    });
    const { topicArn } = new AlarmTopic(this, "alarms", { tenant, keyArn: key.arn });
    const made = { environment, keyArn: key.arn, bucket: bucket.name, securityGroupId, topicArn };

    const domainId = this.addStudioDomain(made);
    const roles = new TenantRoles(this, "roles", {
      tenant,
      keyArn: key.arn,
      subnetIds: environment.subnetIds,
      securityGroupId,
      ...(domainId === undefined ? {} : { domainId }),
    });
    const ready = [...roles.ready, ...bucket.ready];
    this.addWork({ ...made, execRoleArn: roles.execRoleArn, ready }, domainId);
    if (tenant.budget !== undefined) new AwsBudget(this, "budget", { budget: tenant.budget });

    this.facts = {
      bucket: bucket.name,
      keyArn: key.arn,
      repositoryUrl: repository.url,
      subnetIds: environment.subnetIds,
      securityGroupId,
      execRoleArn: roles.execRoleArn,
      ...(roles.userRoleArn === undefined ? {} : { userRoleArn: roles.userRoleArn }),
      ...(domainId === undefined ? {} : { domainId }),
    };
    new PublishedNames(this, "names", { path: tenant.parameters.path, names: this.names() });
  }

  /** The network that the foundation has published, or one in the tenant's own account. */
  private environment(): AwsEnvironment {
    const { tenant, retiring } = this.props;
    const { place } = tenant;
    return place.isolation === "account"
      ? new Foundation(this, "foundation", { foundation: place.foundation, retiring }).environment
      : new PublishedEnvironment(this, "environment", place.parameters);
  }

  private addStudioDomain(resources: Omit<TenantResources, "execRoleArn" | "ready">): string | undefined {
    const { tenant, retiring } = this.props;
    const { studio } = tenant;
    if (studio === undefined) return undefined;
    const { arn: domainRoleArn } = new StudioDomainRole(this, "studio-role", tenant);
    return new StudioDomain(this, "studio", { studio, domainRoleArn, resources, retiring }).domainId;
  }

  private addWork(resources: TenantResources, domainId: string | undefined): void {
    const { tenant, retiring } = this.props;
    for (const notebook of tenant.notebooks) {
      new Notebook(this, `notebook-${notebook.key}`, { notebook, resources, retiring });
    }
    for (const serving of tenant.serving) new Serving(this, `serving-${serving.key}`, { serving, resources });
    if (tenant.studio !== undefined && domainId !== undefined) {
      new StudioUsers(this, "studio-users", { studio: tenant.studio, domainId, resources, retiring });
    }
  }

  private names(): Record<string, string> {
    const { notebooks, serving } = this.props.tenant;
    const { bucket, keyArn, repositoryUrl, subnetIds, securityGroupId, execRoleArn, domainId } = this.facts;
    return {
      bucket,
      "key-arn": keyArn,
      "repository-url": repositoryUrl,
      "subnet-ids": subnetIds.join(","),
      "security-group-id": securityGroupId,
      "exec-role-arn": execRoleArn,
      ...(domainId === undefined ? {} : { "studio-domain-id": domainId }),
      ...Object.fromEntries(notebooks.map(({ key, name }) => [`notebook/${key}`, name])),
      ...Object.fromEntries(serving.map(({ key, endpoint }) => [`endpoint/${key}`, endpoint])),
    };
  }
}
