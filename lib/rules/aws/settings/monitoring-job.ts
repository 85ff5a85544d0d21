import { is } from "../../expectation";
import { settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const API = "Amazon SageMaker API Reference";
const CONTROLS = "Security Hub User Guide: Security Hub CSPM controls for SageMaker AI";

/** What the project does not make, and somebody may add: jobs that watch data, stores of features, and work of people. */
export const MONITORING_JOB = [
  ...settings("aws_sagemaker_data_quality_job_definition", [
    {
      id: "aws-data-quality-traffic",
      severity: "medium",
      title: "Instances of a job about data quality encrypt what they send each other.",
      argument: "network_config.enable_inter_container_traffic_encryption",
      must: is(true),
      reason: "The data goes over a network that others use too.",
      source: `${CONTROLS}, SageMaker.9; CKV_AWS_369`,
      controls: ["Security Hub SageMaker.9"],
    },
    {
      id: "aws-data-quality-isolation",
      severity: "high",
      title: "Jobs about data quality have no network access.",
      argument: "network_config.enable_network_isolation",
      must: is(true),
      reason: "Code in the container could send the data elsewhere.",
      source: `${CONTROLS}, SageMaker.11`,
      controls: ["Security Hub SageMaker.11"],
    },
    {
      id: "aws-data-quality-output-key",
      severity: "medium",
      title: "What a job about data quality finds is encrypted with a key of its stack.",
      argument: "data_quality_job_output_config.kms_key_id",
      must: OWN_KEY,
      reason: "It holds values of the tenant's data.",
      source: `${API}: MonitoringOutputConfig; CKV_AWS_367`,
      controls: ["MCSB DP-5"],
    },
    {
      id: "aws-data-quality-volume-key",
      severity: "medium",
      title: "Volumes of jobs about data quality are encrypted with a key of their stack.",
      argument: "job_resources.cluster_config.volume_kms_key_id",
      must: OWN_KEY,
      reason: "They hold the tenant's data.",
      source: `${API}: MonitoringClusterConfig; CKV_AWS_368`,
      controls: ["MCSB DP-5"],
    },
  ]),
  ...settings("aws_sagemaker_feature_group", [
    {
      id: "aws-feature-group-offline-key",
      severity: "medium",
      title: "Features in S3 are encrypted with a key of their stack.",
      argument: "offline_store_config?.s3_storage_config.kms_key_id",
      must: OWN_KEY,
      reason: "They are the tenant's data.",
      source: `${CONTROLS}, SageMaker.17`,
      controls: ["Security Hub SageMaker.17"],
    },
    {
      id: "aws-feature-group-online-key",
      severity: "medium",
      title: "Features in the online store are encrypted with a key of their stack.",
      argument: "online_store_config?.security_config.kms_key_id",
      must: OWN_KEY,
      reason: "They are the tenant's data.",
      source: `${CONTROLS}, SageMaker.18`,
      controls: ["Security Hub SageMaker.18"],
    },
  ]),
  ...settings("aws_sagemaker_flow_definition", [
    {
      id: "aws-flow-definition-key",
      severity: "medium",
      title: "Answers of people in a review workflow are encrypted with a key of their stack.",
      argument: "output_config.kms_key_id",
      must: OWN_KEY,
      reason: "They are the tenant's data.",
      source: `${API}: FlowDefinitionOutputConfig; CKV_AWS_372`,
      controls: ["MCSB DP-5"],
    },
  ]),
];
