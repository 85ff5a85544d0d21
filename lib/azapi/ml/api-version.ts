/**
 * API version of every Microsoft.MachineLearningServices type in this folder: the one that azurerm 4.x uses for
 * workspaces, and the newest that all releases of azapi from 2.6 know.
 */
export const ML_API_VERSION = "2025-06-01";
