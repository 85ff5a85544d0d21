import { SagemakerDomain } from "@cdktf/provider-aws/lib/sagemaker-domain";
import { Construct } from "constructs";
import type { StudioBlueprint } from "../../blueprint/aws-studio";
import type { TenantResources } from "./tenant-resources";

/** Minutes without activity after which a space's JupyterLab is stopped: what SageMaker starts with, and takes at least. */
const IDLE_MINUTES = 60;

/** The longest time that a user may choose instead. */
const MOST_IDLE_MINUTES = 480;

/** GiB of a private space's volume, where it is made without a size, and the most that a user may choose. */
export const SPACE_GIB = { default: 20, most: 100 };

/** A Studio domain. */
export interface StudioDomainProps {
  /** Its name. */
  readonly studio: Pick<StudioBlueprint, "domain">;
  /** ARN of a role that may do nothing: what those get who are given no other. */
  readonly domainRoleArn: string;
  /** What it is made with. Not `ready`: the tenant's boundary names the domain's id. */
  readonly resources: Pick<TenantResources, "environment" | "keyArn" | "securityGroupId">;
  /** Whether it may be destroyed, with the home directories. */
  readonly retiring: boolean;
}

/**
 * A tenant's Studio domain: its users reach nothing but the private network, and sign in with IAM. It is the tenant's own,
 * because all users of a domain can reach what is shared in it.
 */
export class StudioDomain extends Construct {
  /** The domain's id, which the ARNs of its profiles, spaces and apps have. */
  readonly domainId: string;

  constructor(scope: Construct, id: string, { studio, domainRoleArn, resources, retiring }: StudioDomainProps) {
    super(scope, id);
    const { environment, keyArn, securityGroupId } = resources;
    const domain = new SagemakerDomain(this, "domain", {
      domainName: studio.domain,
      authMode: "IAM",
      appNetworkAccessType: "VpcOnly",
      vpcId: environment.vpcId,
      subnetIds: [...environment.subnetIds],
      kmsKeyId: keyArn,
      // Apps are made by users: with this they carry the tenant's tags too.
      tagPropagation: "ENABLED",
      defaultUserSettings: {
        executionRole: domainRoleArn,
        securityGroups: [securityGroupId],
        studioWebPortal: "ENABLED",
        defaultLandingUri: "studio::",
        sharingSettings: { notebookOutputOption: "Disabled" },
        spaceStorageSettings: {
          defaultEbsStorageSettings: {
            defaultEbsVolumeSizeInGb: SPACE_GIB.default,
            maximumEbsVolumeSizeInGb: SPACE_GIB.most,
          },
        },
        jupyterLabAppSettings: {
          appLifecycleManagement: {
            idleSettings: {
              lifecycleManagement: "ENABLED",
              idleTimeoutInMinutes: IDLE_MINUTES,
              minIdleTimeoutInMinutes: IDLE_MINUTES,
              maxIdleTimeoutInMinutes: MOST_IDLE_MINUTES,
            },
          },
        },
      },
      domainSettings: {
        // CloudTrail then says which user it was: all have the same role.
        executionRoleIdentityConfig: "USER_PROFILE_NAME",
        dockerSettings: { enableDockerAccess: "DISABLED" },
      },
      // Otherwise SageMaker keeps the file system, which then keeps the network from being deleted. Not only when the tenant
      // retires: the provider cannot change it later (terraform-provider-aws #45528). Until then nothing destroys the domain.
      retentionPolicy: { homeEfsFileSystem: "Delete" },
      // Another zone would make the domain anew, with everything in it (terraform-provider-aws #48778): it stays in the subnets that it was made in.
      lifecycle: { preventDestroy: !retiring, ignoreChanges: ["subnet_ids"] },
    });
    this.domainId = domain.id;
  }
}
