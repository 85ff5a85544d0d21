/** A provider as `terraform init` must find it. */
export interface ProviderRequirement {
  /** Address in the Terraform registry. */
  readonly source: string;
  /** The versions that this project's JSON is right for. */
  readonly version: string;
}

/**
 * The providers and their versions, in one place. The constraints are wider than the bindings that the classes were
 * generated from: `addOverride` reaches the newer arguments.
 *
 * - azurerm: `storage_account_access_type` exists from 4.77 (#32514); 5.x removes arguments that are in use here.
 * - azuread: 3.0 removes the names of arguments that came before those in use here.
 * - azapi: 2.12 is the release that everything was checked with. 2.9 is the first that knows API version 2025-12-01, but
 *   older releases than 2.12 make a destroy-time action anew when its API version changes, which runs it (#1035), and
 *   cannot update one (#1037).
 * - aws: nothing in use here differs between 5.100 and 6.x, so that both can be chosen.
 */
export const PROVIDERS = {
  azurerm: { source: "hashicorp/azurerm", version: ">= 4.77, < 5.0" },
  azapi: { source: "Azure/azapi", version: ">= 2.12, < 3" },
  azuread: { source: "hashicorp/azuread", version: ">= 3.0, < 4.0" },
  aws: { source: "hashicorp/aws", version: ">= 5.100, < 7.0" },
  time: { source: "hashicorp/time", version: "~> 0.13" },
} as const satisfies Record<string, ProviderRequirement>;

/** Terraform itself. 1.10 is the first release with a lock file in S3 (`use_lockfile`). */
export const TERRAFORM_VERSION = ">= 1.10.0, < 2.0.0";
