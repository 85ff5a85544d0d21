import { dnsSuffix } from "../../blueprint/aws-hosts";

/**
 * The principal of CloudWatch Logs, which is one a region (CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs
 * using AWS Key Management Service").
 */
export function logsService({ partition, region }: { partition: string; region: string }): string {
  return `logs.${region}.${dnsSuffix(partition)}`;
}

/** The principal of SageMaker, in every partition (SageMaker Developer Guide, "Cross-service confused deputy prevention"). */
export const SAGEMAKER = "sagemaker.amazonaws.com";
