import type { Construct } from "constructs";
import { SecureStorageAccount } from "../secure-storage-account";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** Days in which what was deleted can be restored. */
const SOFT_DELETE_DAYS = 14;

/** Days back to which all blobs can be restored: fewer than deleted blobs are kept, or Azure refuses it. */
const POINT_IN_TIME_DAYS = 7;

/** Origins of the studio: Azure adds this CORS rule by itself, so that it is declared here to keep plans empty. */
const STUDIO_ORIGINS = [
  "https://mlworkspace.azure.ai",
  "https://ml.azure.com",
  "https://*.ml.azure.com",
  "https://ai.azure.com",
  "https://*.ai.azure.com",
];

/** The workspace's storage account: no public access, no keys, no anonymous blobs; deleted data can be restored. */
export class WorkspaceStorage extends SecureStorageAccount {
  constructor(scope: Construct, id: string, { workspace, resourceGroup }: WorkspaceResourceProps) {
    super(scope, id, {
      storage: workspace.storage,
      resourceGroup,
      blobProperties: {
        versioningEnabled: true,
        // Both are needed for a restore to a point in time (Learn, "Point-in-time restore for block blobs").
        changeFeedEnabled: true,
        changeFeedRetentionInDays: SOFT_DELETE_DAYS,
        restorePolicy: { days: POINT_IN_TIME_DAYS },
        deleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
        containerDeleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
        corsRule: [
          {
            allowedOrigins: STUDIO_ORIGINS,
            allowedMethods: ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"],
            allowedHeaders: ["*"],
            exposedHeaders: ["*"],
            maxAgeInSeconds: 1800,
          },
        ],
      },
      shareProperties: { retentionPolicy: { days: SOFT_DELETE_DAYS } },
    });
  }
}
