import { atLeast, is, matching } from "../../expectation";
import { each } from "../../list-expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";

/** The storage accounts of workspaces: they hold models, data and notebooks, which nothing else has. */
const OF_WORKSPACES: Selection = {
  has: (account, stack) =>
    stack
      .resources("azurerm_machine_learning_workspace")
      .some(({ content }) => stack.target(content.storage_account_id) === account),
  example: {
    resource: {
      azurerm_machine_learning_workspace: { example: { storage_account_id: "${azurerm_storage_account.example.id}" } },
    },
  },
};

const STUDIO = /^https:\/\/(mlworkspace\.azure\.ai|(\*\.)?(ml\.azure\.com|ai\.azure\.com))$/;

/** Storage accounts of workspaces: what was deleted or overwritten can be restored, and only the studio's pages read. */
export const WORKSPACE_STORAGE = settings(
  "azurerm_storage_account",
  [
    {
      id: "azure-workspace-storage-blob-recovery",
      severity: "medium",
      title: "Storage accounts of workspaces keep deleted blobs for 7 days or more.",
      argument: "blob_properties?.delete_retention_policy.days",
      must: atLeast(7),
      reason: "A model or a data set that is deleted by mistake or malice would be gone at once.",
      source: "Learn: Soft delete for blobs",
      controls: ["MCSB BR-2", "CIS Azure 3.0.0 4.10"],
    },
    {
      id: "azure-workspace-storage-versions",
      severity: "medium",
      title: "Storage accounts of workspaces keep earlier versions of blobs.",
      argument: "blob_properties?.versioning_enabled",
      must: is(true),
      reason: "A blob that is overwritten would be lost, and no restore to a point in time would be possible.",
      source: "Learn: Blob versioning",
      controls: ["MCSB BR-1", "CIS Azure 5.0.0 9.2.3"],
    },
    {
      id: "azure-workspace-storage-change-feed",
      severity: "medium",
      title: "Storage accounts of workspaces record what changed.",
      argument: "blob_properties?.change_feed_enabled",
      must: is(true),
      reason: "Without the change feed no restore to a point in time is possible.",
      source: "Learn: Point-in-time restore for block blobs",
      controls: ["MCSB BR-1"],
    },
    {
      id: "azure-workspace-storage-change-feed-days",
      severity: "low",
      title: "The record of what changed in storage accounts of workspaces goes back 7 days or more.",
      argument: "blob_properties?.change_feed_retention_in_days",
      must: atLeast(7),
      mayBeAbsent: true,
      reason: "A restore reaches no further back than the record. Azure keeps it for ever when nothing is said.",
      source: "Learn: Point-in-time restore for block blobs",
      controls: ["MCSB BR-1"],
    },
    {
      id: "azure-workspace-storage-point-in-time",
      severity: "medium",
      title: "All blobs of workspaces can be restored to a point in time of the last 7 days or more.",
      argument: "blob_properties?.restore_policy.days",
      must: atLeast(7),
      reason: "After a script or an attacker changed many blobs, each would have to be restored alone.",
      source: "Learn: Point-in-time restore for block blobs",
      controls: ["MCSB BR-1"],
    },
    {
      id: "azure-workspace-storage-share-recovery",
      severity: "medium",
      title: "Storage accounts of workspaces keep deleted file shares for 7 days or more.",
      argument: "share_properties.retention_policy.days",
      must: atLeast(7),
      reason: "The share holds everybody's notebooks, and would be gone at once.",
      source: "Learn: Enable soft delete on Azure file shares",
      controls: ["MCSB BR-2", "CIS Azure 5.0.0 9.1.1"],
    },
    {
      id: "azure-workspace-storage-origins",
      severity: "high",
      title: "Only pages of Azure Machine Learning studio may read storage accounts of workspaces.",
      argument: "blob_properties?.cors_rule?.allowed_origins",
      must: each(matching(STUDIO, "must be an origin of the studio", { right: "https://ml.azure.com", wrong: "*" })),
      reason: "A page of somebody else could read data with the token of a person who is signed in.",
      source: "Learn: Cross-Origin Resource Sharing (CORS) support for Azure Storage",
      controls: ["MCSB NS-2"],
      fix: "remove the other origins from blob_properties.cors_rule",
    },
  ],
  OF_WORKSPACES,
);
