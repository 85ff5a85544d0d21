import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { AzureBlueprint } from "../../lib/blueprint/azure";
import { type Blueprint, resolveBlueprint } from "../../lib/blueprint/blueprint";
import { type FileLocations, loadFiles } from "../../lib/config/load";
import { formatProblem, type Problem } from "../../lib/config/problem";

/** The content of a file, before it is checked. */
export type Content = Record<string, unknown>;

/** Files of every kind of tenant. They are not those at the root, which a fork replaces by its own. */
export const SAMPLE: FileLocations = {
  platform: join(__dirname, "../fixtures/platform.yaml"),
  tenants: join(__dirname, "../fixtures/tenants"),
};

/** The same on AWS only: a tenant with everything, one whose id begins like the other's, and one with its own account. */
export const SAMPLE_ON_AWS: FileLocations = {
  platform: join(__dirname, "../fixtures/aws/platform.yaml"),
  tenants: join(__dirname, "../fixtures/aws/tenants"),
};

/** Ids that tests can tell apart. */
export const ENTRA_TENANT = "10000000-0000-4000-8000-000000000001";
export const PLATFORM_SUBSCRIPTION = "20000000-0000-4000-8000-000000000002";
export const TENANT_SUBSCRIPTION = "30000000-0000-4000-8000-000000000003";
export const DEPLOYER = "40000000-0000-4000-8000-000000000004";

/** A valid SSH public key: 32 bytes of zero, which nobody has the private half of. */
export const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
export const ADMINS = "80000000-0000-4000-8000-000000000008";
export const USERS = "90000000-0000-4000-8000-000000000009";

/** A hub with everything that a hub can have. */
export const WHOLE_HUB: Content = {
  addressSpace: "10.20.0.0/22",
  bastion: {},
  jumpHost: { sshPublicKey: SSH_KEY, admins: [{ group: ADMINS }], users: [{ group: USERS }] },
  egress: "nat-gateway",
};

/** A platform's file, as small as it can be. */
export function platform(changes: { azure?: Content; [field: string]: unknown } = {}): Content {
  const { azure = {}, ...rest } = changes;
  return {
    prefix: "mlp",
    instance: "dev",
    backend: { local: {} },
    azure: {
      tenantId: ENTRA_TENANT,
      subscriptionId: PLATFORM_SUBSCRIPTION,
      location: "westeurope",
      deployers: [{ servicePrincipal: DEPLOYER }],
      hub: { addressSpace: "10.20.0.0/22" },
      workspace: {},
      ...azure,
    },
    ...rest,
  };
}

/** A dedicated tenant's file, as small as it can be. */
export function tenant(id: string, changes: { azure?: Content; [field: string]: unknown } = {}): Content {
  const { azure = {}, ...rest } = changes;
  return {
    tenant: id,
    displayName: `Tenant ${id}`,
    owner: "ml@acme.example",
    costCenter: "4711",
    azure: { network: { addressSpace: "10.20.8.0/24" }, ...azure },
    ...rest,
  };
}

/** A shared tenant's file, as small as it can be. */
export function sharedTenant(id: string, changes: { azure?: Content; [field: string]: unknown } = {}): Content {
  const { azure = {}, ...rest } = changes;
  return tenant(id, { ...rest, azure: { isolation: "shared", network: undefined, ...azure } });
}

/** The platform's account, and one of a tenant's own. */
export const PLATFORM_ACCOUNT = "123456789012";
export const TENANT_ACCOUNT = "210987654321";

/** The file of a platform that is on AWS only, as small as it can be. */
export function awsPlatform(changes: { aws?: Content; [field: string]: unknown } = {}): Content {
  const { aws = {}, ...rest } = changes;
  return {
    prefix: "mlp",
    instance: "dev",
    backend: { local: {} },
    aws: {
      accountId: PLATFORM_ACCOUNT,
      region: "eu-central-1",
      deployers: [`arn:aws:iam::${PLATFORM_ACCOUNT}:role/terraform`],
      foundation: { addressSpace: "10.40.0.0/20" },
      ...aws,
    },
    ...rest,
  };
}

/** The file of a tenant that is on AWS only, as small as it can be. */
export function awsTenant(id: string, changes: { aws?: Content; [field: string]: unknown } = {}): Content {
  const { aws = {}, ...rest } = changes;
  return { ...tenant(id), azure: undefined, aws, ...rest };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "secure-ml-tenants-"));
  folders.push(folder);
  return folder;
}

/** Writes files to a temporary folder, each tenant's under its own id. */
export function written(platformContent: Content, tenants: Content[] = []): FileLocations & { folder: string } {
  const folder = temporaryFolder();
  const locations = { folder, platform: join(folder, "platform.yaml"), tenants: join(folder, "tenants") };
  mkdirSync(locations.tenants);
  writeFileSync(locations.platform, stringify(platformContent));
  for (const content of tenants)
    writeFileSync(join(locations.tenants, `${String(content.tenant)}.yaml`), stringify(content));
  return locations;
}

/** What the files give: a blueprint, problems, or both. */
export function resolved(
  platformContent: Content,
  tenants: Content[] = [],
): { blueprint?: Blueprint; problems: Problem[] } {
  return resolveBlueprint(loadFiles(written(platformContent, tenants)));
}

/** The blueprint of files that are right. Fails the test with their problems if they are not. */
export function blueprintOf(platformContent: Content, tenants: Content[] = []): Blueprint {
  const { blueprint, problems } = resolved(platformContent, tenants);
  if (blueprint === undefined) throw new Error(problems.map(formatProblem).join("\n"));
  return blueprint;
}

/** What a blueprint has on Azure. Fails the test if that is nothing. */
export function azureOf({ azure }: Blueprint): AzureBlueprint {
  if (azure === undefined) throw new Error("the platform is not on Azure");
  return azure;
}

/** The problems of files, each as "field: message", without the folder they were written to. */
export function problemsOf(platformContent: Content, tenants: Content[] = []): string[] {
  return resolved(platformContent, tenants).problems.map(({ field, message }) => `${field}: ${message}`);
}

/** The blueprint of sample files. */
export function sampleBlueprint(files: FileLocations = SAMPLE): Blueprint {
  const { blueprint, problems } = resolveBlueprint(loadFiles(files));
  if (blueprint === undefined) throw new Error(problems.map(formatProblem).join("\n"));
  return blueprint;
}
