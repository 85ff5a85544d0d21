/** What statements of examples are about. */
export const ACCOUNT = "123456789012";
export const MODELS = `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:model/mlp-dev-acme--*`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`;
export const BUCKET_OBJECTS = "arn:aws:s3:::mlp-dev-acme--data/*";
