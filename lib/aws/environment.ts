/** What a tenant's resources stand in: read from the foundation's parameters, or made in the tenant's own stack. */
export interface AwsEnvironment {
  /** The id of the network. */
  readonly vpcId: string;
  /** The ids of its private subnets, one a zone. */
  readonly subnetIds: readonly string[];
  /** The id of the security group of its interface endpoints. */
  readonly endpointSecurityGroupId: string;
  /** The id of the prefix list of S3 in the region. */
  readonly s3PrefixListId: string;
  /** The id of the gateway endpoint of S3. */
  readonly s3EndpointId: string;
  /** The name of the bucket that access logs of other buckets go to: a literal. */
  readonly accessLogBucket: string;
}
