import { partitionOf } from "../config/aws-fields";
import type { AwsTenant } from "../config/tenant";
import { awsArn } from "./aws-account";

/** A repository of Amazon ECR. */
export interface ImageRepository {
  /** The account of its registry. */
  readonly accountId: string;
  /** The region of its registry. */
  readonly region: string;
  /** Its name, with all of its folders. */
  readonly name: string;
}

/** An image of Amazon ECR. */
export interface EcrImage {
  /** Where it is. */
  readonly repository: ImageRepository;
  /** Which of the repository's images it is: a tag with ":", or a digest with "@"; empty for the repository itself. */
  readonly version: string;
}

const FORM =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9._/-]+)(|:[\w.-]+|@sha256:[0-9a-f]+)$/;

/** Reads the name of an image, or of a repository. Throws for what is neither: the files are checked for that. */
export function parseImage(text: string): EcrImage {
  const [, accountId = "", region = "", name = "", version = ""] = FORM.exec(text) ?? [];
  if (name === "") throw new Error(`"${text}" is not an image of Amazon ECR`);
  return { repository: { accountId, region, name }, version };
}

/** The ARN of a repository, in the partition that its region is of. */
export function repositoryArn({ accountId, region, name }: ImageRepository): string {
  return awsArn({ partition: partitionOf(region), accountId, region }, "ecr", `repository/${name}`);
}

/** Everything in a tenant's file that names an image or a repository of images, with where it stands. */
export function namedImages({ aws }: AwsTenant): { readonly path: (string | number)[]; readonly text: string }[] {
  return [
    ...aws.images.map((text, index) => ({ path: ["aws", "images", index], text })),
    ...aws.serving.map(({ image }, index) => ({ path: ["aws", "serving", index, "image"], text: image })),
  ];
}

/**
 * ARNs of the repositories that a tenant's file names, sorted.
 *
 * @param own what the ARNs of the tenant's own repositories begin with: they are left out
 */
export function otherRepositories(config: AwsTenant, own: string): string[] {
  const arns = namedImages(config).map(({ text }) => repositoryArn(parseImage(text).repository));
  return [...new Set(arns)].filter((arn) => !arn.startsWith(own)).sort();
}
