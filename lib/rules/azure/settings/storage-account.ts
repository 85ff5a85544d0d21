import { is } from "../../expectation";
import { settings } from "../../setting";

/** Storage accounts: nobody but Entra identities, from nowhere but private endpoints. */
export const STORAGE_ACCOUNT = settings("azurerm_storage_account", [
  {
    id: "azure-storage-public-network",
    severity: "critical",
    title: "Storage accounts are closed to public networks.",
    argument: "public_network_access_enabled",
    must: is(false),
    reason: "Data of the tenant could be read from any network with a token, or with a key if there is one.",
    source: "Azure Policy: Storage accounts should disable public network access (b2982f36)",
    controls: ["MCSB NS-2"],
  },
]);
