import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import type { Construct } from "constructs";
import type { WorkspaceResourceProps } from "./workspace-resource";

const SOFT_DELETE_DAYS = 14;

/** Origins of the studio: Azure adds this CORS rule by itself, so that it is declared here to keep plans empty. */
const STUDIO_ORIGINS = [
  "https://mlworkspace.azure.ai",
  "https://ml.azure.com",
  "https://*.ml.azure.com",
  "https://ai.azure.com",
  "https://*.ai.azure.com",
];

/** The workspace's storage account: no public access, no keys, no anonymous blobs; deleted data can be restored. */
export class WorkspaceStorage extends StorageAccount {
  constructor(scope: Construct, id: string, { workspace, resourceGroup }: WorkspaceResourceProps) {
    super(scope, id, {
      name: workspace.storage.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: workspace.storage.replication,
      publicNetworkAccessEnabled: false,
      networkRules: { defaultAction: "Deny", bypass: ["AzureServices"] },
      sharedAccessKeyEnabled: false,
      defaultToOauthAuthentication: true,
      localUserEnabled: false,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      httpsTrafficOnlyEnabled: true,
      minTlsVersion: "TLS1_2",
      infrastructureEncryptionEnabled: true,
      blobProperties: {
        versioningEnabled: true,
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
    });
  }
}
