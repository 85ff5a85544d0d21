import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where terraform gets its providers from. */
export type ProviderSource =
  | { readonly kind: "config"; readonly file: string }
  | { readonly kind: "mirror"; readonly folder: string }
  | { readonly kind: "registry" };

/** Folders where terraform looks by itself (Terraform docs, "Implied Local Mirror Directories", Linux and macOS). */
const IMPLIED_MIRRORS = [
  join(homedir(), ".terraform.d/plugins"),
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
];

/**
 * Where providers come from: the configuration that TF_CLI_CONFIG_FILE names, if that file exists; else the mirror that
 * TF_PLUGIN_MIRROR names; else the registry.
 */
export function providerSource({
  TF_CLI_CONFIG_FILE: file,
  TF_PLUGIN_MIRROR: folder,
}: NodeJS.ProcessEnv): ProviderSource {
  if (file !== undefined && existsSync(file)) return { kind: "config", file };
  if (folder !== undefined && folder !== "") return { kind: "mirror", folder };
  return { kind: "registry" };
}

/**
 * The text of the configuration that gives terraform a mirror, and the registry for what the mirror lacks: of a provider
 * that may come from both, terraform would ask the registry too.
 *
 * @param held the providers that the mirror holds, as in `hashicorp/aws`
 */
export function mirrorConfig(folder: string, held: readonly string[]): string {
  const addresses = JSON.stringify(held.map((provider) => `${REGISTRY_HOST}/${provider}`));
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(folder)}
    include = ${addresses}
  }
  direct {
    exclude = ${addresses}
  }
}
`;
}

const REGISTRY_HOST = "registry.terraform.io";

/** The providers that the folder of a mirror holds, as in `hashicorp/aws`; none when there is no such folder. */
export function mirrored(folder: string): string[] {
  const root = join(folder, REGISTRY_HOST);
  return foldersIn(root).flatMap((namespace) => foldersIn(join(root, namespace)).map((type) => `${namespace}/${type}`));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Whether terraform finds a provider in one of the folders where it looks by itself. */
export function impliedMirrorHolds(provider: string): boolean {
  return IMPLIED_MIRRORS.some((folder) => mirrored(folder).includes(provider));
}
