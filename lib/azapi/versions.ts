import { PROVIDERS } from "../terraform/provider-versions";

/** The azapi provider: its local name, its registry address and the releases that this project works with. */
export const AZAPI = {
  name: "azapi",
  source: PROVIDERS.azapi.source,
  versionConstraint: PROVIDERS.azapi.version,
} as const;
