import { parseWorkspaceAsset } from "../config/deployment-asset";
import type { AzureFiles } from "./azure";
import { type FieldPath, type Problem, quote } from "../config/problem";
import type { YamlFile } from "../config/yaml-file";

/** A model of the shared workspace that a tenant's file deploys. */
interface DeployedModel {
  readonly tenant: string;
  readonly file: YamlFile;
  readonly path: FieldPath;
  /** Its name, without the version. */
  readonly model: string;
}

/**
 * Models of the shared workspace that two tenants deploy. Nothing in Azure says whose a model there is: whoever names it
 * gets it behind an endpoint of its own, and may call that. So whoever reads the file must know.
 */
export function sharedAssetProblems(files: AzureFiles): Problem[] {
  const models = deployedModels(files);
  return models.flatMap(({ tenant, file, path, model }) => {
    const others = models.filter((other) => other.model === model && other.tenant !== tenant);
    const names = [...new Set(others.map((other) => other.tenant))].join(", ");
    if (names === "") return [];
    const message = `${quote(model)} is deployed by tenant ${names} too: in the shared workspace both call the same model; make sure that both may`;
    return [file.problem(path, message, { severity: "warning" })];
  });
}

function deployedModels({ tenants }: AzureFiles): DeployedModel[] {
  return tenants
    .filter(({ config }) => config.azure.isolation === "shared")
    .flatMap(({ file, config: { tenant, azure } }) =>
      azure.endpoints.flatMap(({ deployments }, endpoint) =>
        deployments.flatMap(({ model = "" }, deployment) => {
          const asset = parseWorkspaceAsset(model);
          const path = ["azure", "endpoints", endpoint, "deployments", deployment, "model"];
          return asset === undefined ? [] : [{ tenant, file, path, model: asset.name }];
        }),
      ),
    );
}
