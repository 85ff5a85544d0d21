/** What the names of AWS's services end in, by partition (General Reference, "Service endpoints"). */
const DNS_SUFFIXES: Readonly<Record<string, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
};

/** What the host names of a partition end in. */
export function dnsSuffix(partition: string): string {
  const suffix = DNS_SUFFIXES[partition];
  if (suffix === undefined) throw new Error(`the partition "${partition}" is unknown`);
  return suffix;
}

/**
 * The principal of CloudWatch Logs, which is one a region (CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs
 * using AWS Key Management Service").
 */
export function logsService({ partition, region }: { partition: string; region: string }): string {
  return `logs.${region}.${dnsSuffix(partition)}`;
}
