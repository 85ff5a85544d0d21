import { impliedMirrorHolds, mirrored, type ProviderSource } from "../support/provider-source";
import { isOnPath, missingTerraform } from "../support/requirements";

const AWS_PROVIDER = "hashicorp/aws";
const REGISTRY = "https://registry.terraform.io/.well-known/terraform.json";
const REGISTRY_PATIENCE_MS = 10_000;

/** What of the programs is missing: a line each, with how to get it. Empty when everything is there. */
export async function missing(source: ProviderSource, path: string | undefined): Promise<string[]> {
  const lines = missingTerraform(path);
  if (!isOnPath("moto_server", path)) {
    lines.push(
      'moto_server is not on PATH: pip install "moto[server]==5.2.*" (in a venv, whose bin folder goes on PATH)',
    );
  }
  return [...lines, ...(await missingProvider(source))];
}

async function missingProvider(source: ProviderSource): Promise<string[]> {
  switch (source.kind) {
    case "config":
      return [];
    case "mirror":
      return mirrored(source.folder).includes(AWS_PROVIDER)
        ? []
        : [
            `TF_PLUGIN_MIRROR has no provider ${AWS_PROVIDER} in ${source.folder}: terraform providers mirror ${source.folder}`,
          ];
    case "registry":
      return impliedMirrorHolds(AWS_PROVIDER) || (await registryAnswers())
        ? []
        : [
            "the AWS provider cannot be had: registry.terraform.io does not answer; name the folder of a mirror in TF_PLUGIN_MIRROR",
          ];
  }
}

async function registryAnswers(): Promise<boolean> {
  return fetch(REGISTRY, { signal: AbortSignal.timeout(REGISTRY_PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
