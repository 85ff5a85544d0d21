import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { ApplicationIdentifierUri } from "@cdktf/provider-azuread/lib/application-identifier-uri";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Construct } from "constructs";
import type { AppRoleBlueprint, ApplicationBlueprint, PipelineBlueprint } from "../../blueprint/application";
import type { Principal } from "../../blueprint/principal";

/** A tenant's registration in Microsoft Entra, and who has its app role. */
export interface TenantApplicationProps {
  /** Name, audience, app role and pipeline. */
  readonly application: ApplicationBlueprint;
  /** Who gets the app role Scorer. */
  readonly scorers: readonly Principal[];
}

/**
 * A tenant's registration in Microsoft Entra. Only who has an app role gets a token for it. It has neither a secret nor a
 * certificate: a pipeline signs in with a token of its own platform.
 */
export class TenantApplication extends Construct {
  /** The application (client) id, known after apply. */
  readonly clientId: string;
  /** The application's service principal, as which the pipeline signs in; undefined without a pipeline. */
  readonly pipeline?: Principal;

  constructor(scope: Construct, id: string, { application, scorers }: TenantApplicationProps) {
    super(scope, id);
    const { scorerRole, pipeline } = application;
    const registration = this.addRegistration(application);
    const { objectId } = new ServicePrincipal(this, "service-principal", {
      clientId: registration.clientId,
      appRoleAssignmentRequired: true,
      // Listed among the enterprise applications, where its sign-ins and its assignments are looked for.
      featureTags: [{ enterprise: true }],
    });
    for (const scorer of scorers) {
      new AppRoleAssignment(this, `scorer ${scorer.objectId}`, {
        appRoleId: scorerRole.id,
        principalObjectId: scorer.objectId,
        resourceObjectId: objectId,
      });
    }
    this.clientId = registration.clientId;
    if (pipeline !== undefined) {
      this.addPipeline(registration, pipeline);
      this.pipeline = { objectId, type: "ServicePrincipal" };
    }
  }

  private addRegistration({ name, signInAudience, scorerRole }: ApplicationBlueprint): Application {
    const registration = new Application(this, "application", {
      displayName: name,
      signInAudience,
      preventDuplicateNames: true,
      // Groups that are assigned to the application, not all groups of the caller: those overflow a token.
      groupMembershipClaims: ["ApplicationGroup"],
      api: { requestedAccessTokenVersion: 2 },
      appRole: [appRole(scorerRole)],
      // Set by the resource below, for it holds the application's own client id.
      lifecycle: { ignoreChanges: ["identifier_uris"] },
    });
    new ApplicationIdentifierUri(this, "identifier-uri", {
      applicationId: registration.id,
      identifierUri: `api://${registration.clientId}`,
    });
    return registration;
  }

  private addPipeline(registration: Application, { name, issuer, subject, audience }: PipelineBlueprint): void {
    new ApplicationFederatedIdentityCredential(this, "pipeline", {
      applicationId: registration.id,
      displayName: name,
      issuer,
      subject,
      audiences: [audience],
    });
  }
}

function appRole({ id, value, description }: AppRoleBlueprint) {
  return { id, value, displayName: value, description, allowedMemberTypes: ["Application", "User"], enabled: true };
}
