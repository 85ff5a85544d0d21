/**
 * API version of every Microsoft.MachineLearningServices type in this folder: the one that azurerm 4.x uses for
 * workspaces, and the newest that all releases of azapi from 2.6 know.
 */
export const ML_API_VERSION = "2025-06-01";

/**
 * API version of outbound rules that name hosts: the type of 2025-06-01 has no `fqdns`, that of 2025-12-01 does. azapi
 * knows it from 2.9 on.
 */
export const FQDNS_API_VERSION = "2025-12-01";
