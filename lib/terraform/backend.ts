import type { StateBackend } from "../blueprint/backend";
import { AzurermBackend, LocalBackend, S3Backend, TerraformBackend, type TerraformStack } from "./cdktf";

/** Gives a stack the backend that keeps its state. */
export function addBackend(stack: TerraformStack, backend: StateBackend): TerraformBackend {
  switch (backend.kind) {
    case "local":
      return new LocalBackend(stack, { path: backend.path });
    case "azurerm":
      return new AzurermBackend(stack, {
        subscriptionId: backend.subscriptionId,
        tenantId: backend.tenantId,
        resourceGroupName: backend.resourceGroup,
        storageAccountName: backend.storageAccount,
        containerName: backend.container,
        key: backend.key,
        useAzureadAuth: true,
        useOidc: true,
      });
    case "s3": {
      const s3 = new S3Backend(stack, {
        bucket: backend.bucket,
        key: backend.key,
        region: backend.region,
        encrypt: true,
        ...(backend.kmsKeyId === undefined ? {} : { kmsKeyId: backend.kmsKeyId }),
      });
      // CDKTF 0.21 does not know the argument; Terraform does from 1.10 on.
      s3.addOverride("use_lockfile", true);
      return s3;
    }
    case "cloud":
      return new CloudBlock(stack, backend);
  }
}

/**
 * HCP Terraform's `cloud` block. CDKTF's own class asks the terraform binary for its version on every synth, which
 * `required_version` does at the right time.
 */
class CloudBlock extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly settings: Extract<StateBackend, { kind: "cloud" }>,
  ) {
    super(stack, "backend", "cloud");
  }

  override toTerraform(): unknown {
    const { organization, hostname, workspace } = this.settings;
    return { terraform: { cloud: { organization, hostname, workspaces: { name: workspace } } } };
  }

  override getRemoteStateDataSource(): never {
    throw new Error("no stack reads the state of another");
  }

  override toMetadata(): unknown {
    return { backend: "cloud", cloud: this.settings.hostname === undefined ? "tfc" : "tfe" };
  }
}
