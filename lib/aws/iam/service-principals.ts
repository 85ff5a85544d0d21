import { dnsSuffix } from "../../blueprint/aws-hosts";

/**
 * The principal of CloudWatch Logs, which is one a region (CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs
 * using AWS Key Management Service").
 */
export function logsService({ partition, region }: { partition: string; region: string }): string {
  return `logs.${region}.${dnsSuffix(partition)}`;
}

/**
 * The services that make the encrypted file system of a Studio domain for whoever makes the domain, as `kms:ViaService` has
 * them (SageMaker Developer Guide, "SageMaker AI API Permissions", CreateDomain).
 */
export function studioFileSystemServices({ partition, region }: { partition: string; region: string }): string[] {
  return ["elasticfilesystem", "sagemaker"].map((service) => `${service}.${region}.${dnsSuffix(partition)}`);
}

/** The principal of SageMaker, in every partition (SageMaker Developer Guide, "Cross-service confused deputy prevention"). */
export const SAGEMAKER = "sagemaker.amazonaws.com";
