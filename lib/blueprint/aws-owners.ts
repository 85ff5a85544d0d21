import { base } from "./names";

/** Whose something on AWS is, told by its name: a tenant's, or without one the platform's. */
export interface AwsOwner {
  /** The tenant's id. */
  readonly tenant?: string;
}

/** The first two parts of every name. A platform's file has them. */
interface Platform {
  readonly prefix: string;
  readonly instance: string;
}

/** An IAM role, as its ARN names it. */
export interface RoleArn {
  /** The partition. */
  readonly partition: string;
  /** The account. */
  readonly accountId: string;
  /** The path, with a slash at its beginning and its end. */
  readonly path: string;
  /** The name, without the path. */
  readonly name: string;
}

/** Reads the ARN of a role. Throws for any other text: the files are checked for that. */
export function parseRoleArn(arn: string): RoleArn {
  const [, partition = "", accountId = "", path = "", name = ""] =
    /^arn:([\w-]+):iam::(\d{12}):role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
  if (name === "") throw new Error(`"${arn}" is not the ARN of a role`);
  return { partition, accountId, path, name };
}

/**
 * Whose a role or a bucket is, if its name is one that `awsName` and `bucketName` can give; in any case, for names of
 * roles differ in more than that (IAM User Guide, "IAM and AWS STS quotas").
 */
export function ownerOfName(platform: Platform, name: string): AwsOwner | undefined {
  const form = new RegExp(`^${start(platform)}(?:-([a-z0-9]+(?:-[a-z0-9]+)*))?--`);
  return ownerIn(form.exec(name.toLowerCase()));
}

/** Whose a role is, if its path or its name is one that the platform gives. */
export function ownerOfRole(platform: Platform, { path, name }: RoleArn): AwsOwner | undefined {
  const form = new RegExp(`^/${start(platform)}/(?:tenant/([^/]+)/)?`);
  return ownerIn(form.exec(path.toLowerCase())) ?? ownerOfName(platform, name);
}

/** Whose a repository of images is, if its name is one that `repositoryName` can give. */
export function ownerOfRepository(platform: Platform, name: string): AwsOwner | undefined {
  const form = new RegExp(`^${start(platform)}/(?:platform/|([^/]+)/)`);
  return ownerIn(form.exec(name));
}

/** Names an owner within a sentence. */
export function nameOf({ tenant }: AwsOwner): string {
  return tenant === undefined ? "the platform" : `tenant ${tenant}`;
}

function start({ prefix, instance }: Platform): string {
  return base({ prefix, instance });
}

function ownerIn(match: RegExpExecArray | null): AwsOwner | undefined {
  if (match === null) return undefined;
  const [, tenant] = match;
  return tenant === undefined ? {} : { tenant };
}
