import type { Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import { type Problem, quote } from "../config/problem";
import type { AwsTenant } from "../config/tenant";
import type { AwsFiles } from "./aws";
import { tenantTarget } from "./aws-account";
import { accountsOf } from "./aws-account-checks";
import { type ImageRepository, namedImages, parseImage } from "./aws-image";
import { parseObject } from "./aws-model-data";
import { bucketName } from "./aws-names";
import { nameOf, ownerOfName, ownerOfRepository } from "./aws-owners";

/** Images and models that a tenant's file names and that are another tenant's, the platform's, or out of reach. */
export function referenceProblems({ platform, tenants }: AwsFiles): Problem[] {
  if (platform === undefined) return [];
  const accounts = accountsOf(platform.config, tenants);
  return tenants.flatMap((tenant) => [
    ...imageProblems(platform.config, tenant, accounts),
    ...modelDataProblems(platform.config, tenant),
  ]);
}

function imageProblems(
  platform: AwsPlatform,
  { file, config }: Source<AwsTenant>,
  accounts: ReadonlySet<string>,
): Problem[] {
  return namedImages(config).flatMap(({ path, text }) => {
    const { repository } = parseImage(text);
    const wrong = outOfReach(platform, repository) ?? foreign(platform, config, repository, accounts);
    return wrong === undefined ? [] : [file.problem(path, `${quote(text)} ${wrong}`)];
  });
}

/** SageMaker API Reference, "ContainerDefinition": the image must be in the region of the model. */
function outOfReach({ aws: { region } }: AwsPlatform, repository: ImageRepository): string | undefined {
  if (repository.region === region) return undefined;
  return `is in ${repository.region}, and SageMaker takes images of its own region only; use one in ${region}, such as a copy`;
}

/** Why a repository may not be named, because the platform made it for another tenant. */
function foreign(
  platform: AwsPlatform,
  config: AwsTenant,
  { accountId, name }: ImageRepository,
  accounts: ReadonlySet<string>,
): string | undefined {
  const owner = accounts.has(accountId) ? ownerOfRepository(platform, name) : undefined;
  if (owner?.tenant === undefined) return undefined;
  const own = tenantTarget(platform, config).accountId;
  if (owner.tenant !== config.tenant) {
    return `is in a repository of ${nameOf(owner)}; copy it to this tenant's own, or to one that is no tenant's`;
  }
  return accountId === own
    ? undefined
    : `is in account ${accountId}, and this tenant's own repository in ${own}; use that`;
}

function modelDataProblems(platform: AwsPlatform, { file, config }: Source<AwsTenant>): Problem[] {
  const { prefix, instance } = platform;
  const own = bucketName({ prefix, instance, tenant: config.tenant }, tenantTarget(platform, config), "data");
  return config.aws.serving.flatMap(({ modelData }, index) => {
    const { bucket } = modelData === undefined ? { bucket: own } : parseObject(modelData);
    const owner = bucket === own ? undefined : ownerOfName(platform, bucket);
    if (owner === undefined) return [];
    const wrong =
      owner.tenant === config.tenant
        ? `is in ${quote(bucket)}, and this tenant's own bucket is ${quote(own)}; use that`
        : `is in a bucket of ${nameOf(owner)}; copy it to this tenant's own, ${quote(own)}`;
    return [file.problem(["aws", "serving", index, "modelData"], `${quote(modelData)} ${wrong}`)];
  });
}
