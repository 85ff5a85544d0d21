import { absent, is } from "../../expectation";
import { settings } from "../../setting";
import { guid } from "../../text-expectation";

const FEATURES = "Terraform azurerm provider: Features Block";

/** Providers that sign in with Entra. */
const SIGN_IN = ["azurerm", "azapi", "azuread"].flatMap((provider) =>
  settings(`provider.${provider}`, [
    {
      id: `azure-provider-${provider}-oidc`,
      severity: "medium",
      title: `The provider ${provider} signs in with a token of the pipeline's own platform.`,
      argument: "use_oidc",
      must: is(true),
      reason: "A pipeline would need a secret, which somebody has to keep.",
      source: "Learn: Authenticate to Azure from GitHub Actions by OpenID Connect",
      controls: ["MCSB IM-3", "MCSB DS-3"],
    },
    ...["client_secret", "client_certificate", "client_certificate_password"].map((argument) => ({
      id: `azure-provider-${provider}-${argument.replaceAll("_", "-")}`,
      severity: "critical" as const,
      title: `The provider ${provider} has no ${argument}.`,
      argument,
      must: absent("x"),
      mayBeAbsent: true as const,
      reason: "Whoever reads the file can deploy everything.",
      source: "Learn: Security best practices for application properties in Microsoft Entra ID",
      controls: ["MCSB IM-8", "MCSB DS-3"] as const,
    })),
  ]),
);

const AZURERM = settings("provider.azurerm", [
  {
    id: "azure-provider-storage-entra",
    severity: "high",
    title: "The provider azurerm opens storage accounts with Entra tokens.",
    argument: "storage_use_azuread",
    must: is(true),
    reason: "Otherwise it would ask for the keys of storage accounts, and they take none.",
    source: "Terraform azurerm provider: storage_use_azuread",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-provider-vault-purge",
    severity: "medium",
    title: "The provider azurerm purges no key vaults.",
    argument: "features.key_vault.purge_soft_delete_on_destroy",
    must: is(false),
    reason: "Secrets of a vault that was destroyed by mistake would be gone for good.",
    source: FEATURES,
    controls: ["MCSB DP-8"],
  },
  {
    id: "azure-provider-vault-recovery",
    severity: "medium",
    title: "The provider azurerm recovers key vaults that were deleted.",
    argument: "features?.key_vault?.recover_soft_deleted_key_vaults",
    must: is(true),
    reason: "A tenant that is made again would get no vault of its name for 90 days.",
    source: FEATURES,
    controls: ["MCSB DP-8", "MCSB BR-2"],
  },
  {
    id: "azure-provider-workspace-purge",
    severity: "medium",
    title: "The provider azurerm purges no workspaces.",
    argument: "features?.machine_learning.purge_soft_deleted_workspace_on_destroy",
    must: is(false),
    reason: "A workspace that was destroyed by mistake would be gone for good.",
    source: FEATURES,
    controls: ["MCSB BR-2"],
  },
  {
    id: "azure-provider-insights-rule",
    severity: "low",
    title: "The provider azurerm turns off the alert rule that Azure makes with Application Insights.",
    argument: "features?.application_insights.disable_generated_rule",
    must: is(true),
    reason: "The rule stays behind, and the resource group cannot be deleted.",
    source: FEATURES,
    controls: ["MCSB AM-3"],
  },
  {
    id: "azure-provider-storage-data-plane",
    severity: "low",
    title: "The provider azurerm leaves the data plane of storage accounts alone.",
    argument: "features?.storage.data_plane_available",
    must: is(false),
    reason: "Every plan would wait for accounts that a runner does not reach, or need a way to all of them.",
    source: FEATURES,
    controls: ["MCSB NS-2"],
  },
]);

const OTHER_TENANTS = ["azurerm", "azapi"].flatMap((provider) =>
  settings(`provider.${provider}`, [
    {
      id: `azure-provider-${provider}-other-tenants`,
      severity: "high",
      title: `The provider ${provider} signs in to one directory.`,
      argument: "auxiliary_tenant_ids",
      must: absent(["00000000-0000-0000-0000-000000000001"]),
      mayBeAbsent: true,
      reason: "Resources of another directory could be joined with those of this one.",
      source: "Terraform azurerm provider: tenant_id",
      controls: ["MCSB IM-1"],
    },
  ]),
);

const AZAPI = settings("provider.azapi", [
  {
    id: "azure-provider-azapi-subscription",
    severity: "low",
    title: "The provider azapi works in the subscription that the file names.",
    argument: "subscription_id",
    must: guid(),
    reason: "It would work in whichever subscription the pipeline is signed in to.",
    source: "Terraform azapi provider: subscription_id",
    fix: "set subscription_id to the id of the subscription",
    controls: ["MCSB PV-2"],
  },
]);

/** How Terraform signs in to Azure, and what it does by itself. */
export const PROVIDERS = [...SIGN_IN, ...AZURERM, ...OTHER_TENANTS, ...AZAPI];
