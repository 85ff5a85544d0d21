import {
  StorageAccount,
  type StorageAccountBlobProperties,
  type StorageAccountShareProperties,
} from "@cdktf/provider-azurerm/lib/storage-account";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";

/** A storage account, and what is particular to it. */
export interface SecureStorageAccountProps {
  /** Name, unique in all of Azure, and how its data is replicated. */
  readonly storage: { readonly name: string; readonly replication: "ZRS" | "LRS" };
  /** Group of the account. */
  readonly resourceGroup: ResourceGroup;
  /** What holds for its blobs, such as how long deleted ones can be restored. */
  readonly blobProperties: StorageAccountBlobProperties;
  /** What holds for its file shares. Default: what Azure sets. */
  readonly shareProperties?: StorageAccountShareProperties;
}

/** A storage account without public access, keys, local users or anonymous blobs. Azure's own services may reach it. */
export class SecureStorageAccount extends StorageAccount {
  constructor(scope: Construct, id: string, props: SecureStorageAccountProps) {
    const { storage, resourceGroup, ...services } = props;
    super(scope, id, {
      name: storage.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: storage.replication,
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
      ...services,
    });
  }
}
