import type { Construct } from "constructs";
import { type TerraformMetaArguments, Token } from "../../terraform/cdktf";
import { refusal } from "../refusal";
import { type Tags, TaggableAzapiResource } from "../taggable-resource";
import { ML_API_VERSION } from "./api-version";

/**
 * The body of a compute instance: the part of ARM type
 * `Microsoft.MachineLearningServices/workspaces/computes@2025-06-01` that this project lets a caller set. The stable
 * versions have no property for root access and none for patches of the operating system.
 */
export interface ComputeInstanceBody {
  /** The compute. */
  readonly properties: {
    /** Discriminator. */
    readonly computeType: "ComputeInstance";
    /** Only Entra ID opens the instance. */
    readonly disableLocalAuth: true;
    /** Properties of the instance. */
    readonly properties: {
      /** Size of the machine. */
      readonly vmSize: string;
      /** Its applications are open to the assigned user alone. The provider does not check the value. */
      readonly applicationSharingPolicy: "Personal";
      /** The instance belongs to one person. */
      readonly computeInstanceAuthorizationType: "personal";
      /** That person. */
      readonly personalComputeInstanceSettings: {
        readonly assignedUser: { readonly objectId: string; readonly tenantId: string };
      };
      /** Its SSH port is closed. The provider does not check the value. */
      readonly sshSettings: { readonly sshPublicAccess: "Disabled" };
      /** It has no public address. */
      readonly enableNodePublicIp: false;
    };
  };
}

/** Props of a {@link ComputeInstance}. */
export interface ComputeInstanceProps extends TerraformMetaArguments {
  /**
   * Name of the instance: unique among all customers in the region, 3 to 24 letters, digits and dashes, a letter first and
   * one after the last dash. Any other name is refused, unless it is a token.
   */
  readonly name: string;
  /** Region of the workspace. */
  readonly location: string;
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /** Size of the machine, in upper case: Azure answers it so. Another size replaces the instance. */
  readonly vmSize: string;
  /** Object id and Entra tenant of the person who works on it. Another person replaces the instance. */
  readonly user: { readonly objectId: string; readonly tenantId: string };
  /** ARM id of the user-assigned identity that its code runs with. Another identity replaces the instance. */
  readonly identityId: string;
  /** Tags of the instance at its creation. By default it has none. */
  readonly tags?: Tags | undefined;
}

const INSTANCE_NAME = /^(?=.{3,24}$)(?!.*-[0-9]*$)[A-Za-z][A-Za-z0-9-]*$/;

/**
 * A compute instance of one person that only the private network reaches and only Entra ID opens.
 *
 * It is never changed, only replaced: a second PUT overwrites what is there and cannot be undone (REST reference, "Compute
 * - Create Or Update"). Tags that change later are left as they are for that reason.
 */
export class ComputeInstance extends TaggableAzapiResource<ComputeInstanceBody> {
  public constructor(scope: Construct, id: string, props: ComputeInstanceProps) {
    const { workspaceId, vmSize, user, identityId, lifecycle, ...rest } = props;
    super(scope, id, {
      ...rest,
      type: `Microsoft.MachineLearningServices/workspaces/computes@${ML_API_VERSION}`,
      parentId: workspaceId,
      identity: { type: "UserAssigned", identityIds: [identityId] },
      body: {
        properties: {
          computeType: "ComputeInstance",
          disableLocalAuth: true,
          properties: {
            vmSize,
            applicationSharingPolicy: "Personal",
            computeInstanceAuthorizationType: "personal",
            personalComputeInstanceSettings: { assignedUser: user },
            sshSettings: { sshPublicAccess: "Disabled" },
            enableNodePublicIp: false,
          },
        },
      },
      responseExportValues: ["properties.provisioningState"],
      replaceTriggersExternalValues: [vmSize, user, identityId],
      // Required: the other value leaves the machine behind (REST reference, "Compute - Delete").
      deleteQueryParameters: { underlyingResourceAction: ["Delete"] },
      retry: {
        errorMessageRegex: ["PrincipalNotFound", "AuthorizationFailed"],
        intervalSeconds: 10,
        maxIntervalSeconds: 60,
      },
      timeouts: { create: "60m", delete: "60m" },
      lifecycle: { ...lifecycle, ignoreChanges: ["tags"] },
    });
    if (Token.isUnresolved(props.name) || INSTANCE_NAME.test(props.name)) return;
    throw refusal(
      this,
      `the name "${props.name}" must have 3 to 24 letters, digits and dashes, start with a letter and have one after its last dash`,
    );
  }
}
