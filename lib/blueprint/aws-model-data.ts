import type { AwsTenant } from "../config/tenant";

/** An object in S3. */
export interface S3Object {
  /** The name of its bucket. */
  readonly bucket: string;
  /** Its key, without a slash before it. */
  readonly key: string;
}

/** Reads the URI of an object. Throws for any other text: the files are checked for that. */
export function parseObject(uri: string): S3Object {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  if (key === "") throw new Error(`"${uri}" is not an object in S3`);
  return { bucket, key };
}

/**
 * ARNs of the models' archives that are in other buckets than the tenant's, sorted.
 *
 * @param own the tenant's bucket
 */
export function otherObjects({ aws }: AwsTenant, partition: string, own: string): string[] {
  const objects = aws.serving.flatMap(({ modelData }) => (modelData === undefined ? [] : [parseObject(modelData)]));
  const arns = objects
    .filter(({ bucket }) => bucket !== own)
    .map(({ bucket, key }) => `arn:${partition}:s3:::${bucket}/${key}`);
  return [...new Set(arns)].sort();
}
