import { SagemakerSpace } from "@cdktf/provider-aws/lib/sagemaker-space";
import { SagemakerUserProfile } from "@cdktf/provider-aws/lib/sagemaker-user-profile";
import { Construct } from "constructs";
import type { StudioBlueprint } from "../../blueprint/aws-studio";
import { SPACE_GIB } from "./studio-domain";
import type { TenantResources } from "./tenant-resources";

/** The users of a Studio domain. */
export interface StudioUsersProps {
  /** The users. */
  readonly studio: Pick<StudioBlueprint, "users">;
  /** The id of the domain. */
  readonly domainId: string;
  /** What their profiles are made with. */
  readonly resources: Pick<TenantResources, "execRoleArn" | "securityGroupId" | "ready">;
  /** Whether the spaces may be destroyed, with their volumes. */
  readonly retiring: boolean;
}

/** A profile and a private space with JupyterLab for each user, who works with the tenant's role. */
export class StudioUsers extends Construct {
  constructor(scope: Construct, id: string, { studio, domainId, resources, retiring }: StudioUsersProps) {
    super(scope, id);
    const { execRoleArn, securityGroupId, ready } = resources;
    for (const { key, profile, space } of studio.users) {
      const owner = new SagemakerUserProfile(this, `profile-${key}`, {
        domainId,
        userProfileName: profile,
        userSettings: { executionRole: execRoleArn, securityGroups: [securityGroupId] },
        dependsOn: [...ready],
      });
      new SagemakerSpace(this, `space-${key}`, {
        domainId,
        spaceName: space,
        ownershipSettings: { ownerUserProfileName: owner.userProfileName },
        spaceSharingSettings: { sharingType: "Private" },
        spaceSettings: {
          appType: "JupyterLab",
          spaceStorageSettings: { ebsStorageSettings: { ebsVolumeSizeInGb: SPACE_GIB.default } },
        },
        lifecycle: { preventDestroy: !retiring },
      });
    }
  }
}
