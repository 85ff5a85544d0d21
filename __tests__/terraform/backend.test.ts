import type { StateBackend } from "../../lib/blueprint/backend";
import { baseStack, rendered, testApp } from "./plans";

const STORAGE = {
  subscriptionId: "10000000-0000-4000-8000-000000000001",
  tenantId: "20000000-0000-4000-8000-000000000002",
  resourceGroup: "state",
  storageAccount: "mlpstate",
  container: "mlp-dev-tenant-acme",
  key: "terraform.tfstate",
};
const BUCKET = { bucket: "mlp-state", key: "mlp/dev/tenant-acme/terraform.tfstate", region: "eu-central-1" };
const WORKSPACE = { organization: "acme", workspace: "mlp-dev-tenant-acme" };

const withBackend = (backend: StateBackend) => rendered(baseStack(testApp(), "acme", backend));

test("a local state is in the file that the blueprint names", () => {
  expect(withBackend({ kind: "local", path: "../../../.state/acme.tfstate" }).terraform.backend).toEqual({
    local: { path: "../../../.state/acme.tfstate" },
  });
});

test("a state in Azure is reached with Entra ID and OIDC, never with a key", () => {
  expect(withBackend({ kind: "azurerm", ...STORAGE }).terraform.backend).toEqual({
    azurerm: {
      subscription_id: STORAGE.subscriptionId,
      tenant_id: STORAGE.tenantId,
      resource_group_name: "state",
      storage_account_name: "mlpstate",
      container_name: "mlp-dev-tenant-acme",
      key: "terraform.tfstate",
      use_azuread_auth: true,
      use_oidc: true,
    },
  });
});

test("a state in S3 is encrypted and locked by a file beside it", () => {
  expect(withBackend({ kind: "s3", ...BUCKET }).terraform.backend).toEqual({
    s3: { ...BUCKET, encrypt: true, use_lockfile: true },
  });
});

test("a state in S3 can have a key of its own", () => {
  expect(withBackend({ kind: "s3", ...BUCKET, kmsKeyId: "alias/state" }).terraform.backend).toMatchObject({
    s3: { kms_key_id: "alias/state" },
  });
});

test("a state in HCP Terraform is in a cloud block and in no backend", () => {
  const { terraform } = withBackend({ kind: "cloud", ...WORKSPACE });

  expect(terraform.cloud).toEqual({ organization: "acme", workspaces: { name: "mlp-dev-tenant-acme" } });
  expect(terraform).not.toHaveProperty("backend");
});

test("a state in Terraform Enterprise names the host", () => {
  expect(withBackend({ kind: "cloud", ...WORKSPACE, hostname: "tfe.acme.example" }).terraform.cloud).toMatchObject({
    hostname: "tfe.acme.example",
  });
});

test.each<[string, StateBackend, Record<string, string>]>([
  ["local", { kind: "local", path: "a" }, { backend: "local" }],
  ["azurerm", { kind: "azurerm", ...STORAGE }, { backend: "azurerm" }],
  ["s3", { kind: "s3", ...BUCKET }, { backend: "s3" }],
  ["HCP Terraform", { kind: "cloud", ...WORKSPACE }, { backend: "cloud", cloud: "tfc" }],
  ["Enterprise", { kind: "cloud", ...WORKSPACE, hostname: "tfe.acme.example" }, { backend: "cloud", cloud: "tfe" }],
])("cdktf is told what the backend is: %s", (_, backend, metadata) => {
  expect(withBackend(backend)["//"]).toMatchObject({ metadata });
});

test("the state of a cloud workspace cannot be read by another stack", () => {
  const hub = baseStack(testApp(), "hub", { kind: "cloud", ...WORKSPACE });

  expect(() => hub.ensureBackendExists().getRemoteStateDataSource(hub, "hub", "hub")).toThrow(
    "no stack reads the state of another",
  );
});
