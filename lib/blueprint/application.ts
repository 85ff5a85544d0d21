import type { ApplicationConfig } from "../config/application";
import type { AzurePlatform } from "../config/platform";
import { uuid } from "./hash";
import { applicationName, localName, type Owner } from "./names";

/** An app role: what a token of the application can say about its caller. */
export interface AppRoleBlueprint {
  /** Its GUID. Entra cannot change it: a new one is a new role, without assignments. */
  readonly id: string;
  /** Its value in the claim `roles`, and its name for people. */
  readonly value: string;
  /** What it is for, for people. */
  readonly description: string;
}

/** A pipeline that signs in as the application with a token of its own platform. */
export interface PipelineBlueprint {
  /** The name of the federated credential. */
  readonly name: string;
  /** The claim `iss` of its tokens. */
  readonly issuer: string;
  /** The claim `sub` of its tokens. */
  readonly subject: string;
  /** The claim `aud` of its tokens. */
  readonly audience: string;
}

/** A tenant's registration in Microsoft Entra. */
export interface ApplicationBlueprint {
  /** Its name, unique in the Entra tenant. */
  readonly name: string;
  /** Whose accounts may sign in: those of the platform's Entra tenant, or of any that consents. */
  readonly signInAudience: "AzureADMyOrg" | "AzureADMultipleOrgs";
  /** The app role of scorers. */
  readonly scorerRole: AppRoleBlueprint;
  /** The tenant's own pipeline, if its file names one. */
  readonly pipeline?: PipelineBlueprint;
}

const SIGN_IN_AUDIENCES = {
  "single-directory": "AzureADMyOrg",
  "multiple-directories": "AzureADMultipleOrgs",
} as const satisfies Record<ApplicationConfig["audience"], ApplicationBlueprint["signInAudience"]>;

/** Resolves the registration of a tenant. */
export function applicationBlueprint(
  { prefix, instance, azure }: AzurePlatform,
  tenant: string,
  { audience, pipeline }: ApplicationConfig,
): ApplicationBlueprint {
  const owner: Owner = { prefix, instance, tenant };
  return {
    name: applicationName(owner, azure.subscriptionId),
    signInAudience: SIGN_IN_AUDIENCES[audience],
    scorerRole: {
      id: uuid(azure.subscriptionId, prefix, instance, tenant, "Scorer"),
      value: "Scorer",
      description: "May call the tenant's online endpoints.",
    },
    ...(pipeline === undefined
      ? {}
      : { pipeline: { name: localName("federatedCredential", owner, "pipeline"), ...pipeline } }),
  };
}
