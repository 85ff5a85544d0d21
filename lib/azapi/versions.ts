/**
 * The azapi provider: its local name, its registry address and the releases that this project works with.
 *
 * 2.6 is the first release whose embedded schemas know API version 2025-06-01 of Microsoft.MachineLearningServices
 * (azapi changelog); a major release may change arguments.
 */
export const AZAPI = {
  name: "azapi",
  source: "Azure/azapi",
  versionConstraint: ">= 2.6, < 3",
} as const;
