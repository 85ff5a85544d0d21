import type { PlatformConfig } from "../config/platform";

/** Where one stack keeps its state. */
export type StateBackend =
  | { readonly kind: "local"; readonly path: string }
  | {
      readonly kind: "azurerm";
      readonly subscriptionId: string;
      readonly tenantId: string;
      readonly resourceGroup: string;
      readonly storageAccount: string;
      readonly container: string;
      readonly key: string;
    }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      readonly key: string;
      readonly region: string;
      readonly kmsKeyId?: string;
    }
  | { readonly kind: "cloud"; readonly organization: string; readonly hostname?: string; readonly workspace: string };

/** Terraform runs in `<output>/stacks/<stack>`: so far up is the folder that holds the output folder. */
const FROM_STACK_TO_PROJECT = "../../..";

/**
 * The backend of one stack. Each stack has a place of its own that access can be given to alone: a file, a container (a
 * key prefix is not isolation: Azure gives access per container), an S3 prefix, or a workspace.
 */
export function stateBackend({ backend, prefix, instance }: PlatformConfig, stack: string): StateBackend {
  const place = `${prefix}-${instance}-${stack}`;
  if (backend.azurerm !== undefined) {
    return { kind: "azurerm", ...backend.azurerm, container: place, key: "terraform.tfstate" };
  }
  if (backend.s3 !== undefined) {
    const { bucket, region, kmsKeyId } = backend.s3;
    const key = `${prefix}/${instance}/${stack}/terraform.tfstate`;
    return { kind: "s3", bucket, key, region, ...(kmsKeyId === undefined ? {} : { kmsKeyId }) };
  }
  if (backend.cloud !== undefined) {
    const { organization, hostname } = backend.cloud;
    return { kind: "cloud", organization, workspace: place, ...(hostname === undefined ? {} : { hostname }) };
  }
  return { kind: "local", path: `${FROM_STACK_TO_PROJECT}/${backend.local?.path ?? ".state"}/${place}.tfstate` };
}
