/**
 * Log groups that everybody's jobs and notebooks write to: SageMaker names the stream after the job or the notebook (SageMaker
 * Developer Guide, "CloudWatch Logs for Amazon SageMaker AI").
 */
export const SHARED_LOG_GROUPS = [
  "/aws/sagemaker/NotebookInstances",
  "/aws/sagemaker/ProcessingJobs",
  "/aws/sagemaker/TrainingJobs",
  "/aws/sagemaker/TransformJobs",
] as const;

/** Where Studio writes: SageMaker names the stream after the domain. */
export const STUDIO_LOG_GROUP = "/aws/sagemaker/studio";
