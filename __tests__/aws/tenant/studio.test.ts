import { StudioDomain } from "../../../lib/aws/tenant/studio-domain";
import { StudioUsers } from "../../../lib/aws/tenant/studio-users";
import { awsTenantOf, ENVIRONMENT, synthAws, tenantResources } from "../../support/aws-stack";
import { addressOf, allBefore } from "../../support/references";
import { addresses, onlyResource, resourcesByPath, type StackJson } from "../../support/synth";

const DOMAIN_ROLE = "arn:aws:iam::123456789012:role/domain";

function stackOf(users: string[], retiring = false): StackJson {
  const tenant = awsTenantOf({ aws: { studio: { users } } });
  const { studio } = tenant;
  if (studio === undefined) throw new Error("the tenant has no Studio");
  return synthAws((scope) => {
    const resources = tenantResources(scope, tenant);
    const domain = new StudioDomain(scope, "studio", { studio, domainRoleArn: DOMAIN_ROLE, resources, retiring });
    new StudioUsers(scope, "users", { studio, domainId: domain.domainId, resources, retiring });
  });
}

const stack = stackOf(["ada", "grace"]);
const domain = onlyResource(stack, "aws_sagemaker_domain");
const profiles = resourcesByPath(stack, "aws_sagemaker_user_profile");
const spaces = resourcesByPath(stack, "aws_sagemaker_space");

describe("a Studio domain", () => {
  test("reaches the private network only, and lets people in by IAM", () => {
    expect(domain).toMatchObject({
      auth_mode: "IAM",
      app_network_access_type: "VpcOnly",
      vpc_id: ENVIRONMENT.vpcId,
      subnet_ids: ENVIRONMENT.subnetIds,
      default_user_settings: { security_groups: ["sg-0000000000000002"] },
    });
  });

  test("keeps its home directories under the tenant's key", () => {
    expect(domain.kms_key_id).toMatch(/^arn:aws:kms:/);
  });

  test("gives a role that may do nothing to whom no other is given", () => {
    expect(domain).toMatchObject({ default_user_settings: { execution_role: DOMAIN_ROLE } });
    expect(domain).not.toHaveProperty("default_space_settings");
  });

  test("puts the tenant's tags on what its users start", () => {
    expect(domain.tag_propagation).toBe("ENABLED");
  });

  test("says in the audit trail who it was, and runs no containers of theirs", () => {
    expect(domain).toMatchObject({
      domain_settings: {
        execution_role_identity_config: "USER_PROFILE_NAME",
        docker_settings: { enable_docker_access: "DISABLED" },
      },
    });
  });

  test("shares no output of notebooks", () => {
    expect(domain).toMatchObject({
      default_user_settings: { sharing_settings: { notebook_output_option: "Disabled" } },
    });
  });

  test("stops what is idle, and lets nobody switch that off", () => {
    expect(domain).toMatchObject({
      default_user_settings: {
        jupyter_lab_app_settings: {
          app_lifecycle_management: {
            idle_settings: {
              lifecycle_management: "ENABLED",
              idle_timeout_in_minutes: 60,
              min_idle_timeout_in_minutes: 60,
              max_idle_timeout_in_minutes: 480,
            },
          },
        },
      },
    });
  });

  test("does not wait for the tenant's policies, which name its id", () => {
    expect(allBefore(stack, addressOf(stack, "studio/domain"))).toEqual(new Set());
  });

  test("is not destroyed until the tenant retires, and nothing of it changes then: AWS would refuse that", () => {
    const { lifecycle, ...active } = domain;
    const { lifecycle: ofRetiring, ...retiring } = onlyResource(stackOf(["ada"], true), "aws_sagemaker_domain");

    expect(lifecycle).toMatchObject({ prevent_destroy: true });
    expect(ofRetiring).toMatchObject({ prevent_destroy: false });
    expect(retiring).toEqual(active);
    expect(active.retention_policy).toEqual({ home_efs_file_system: "Delete" });
  });

  test("stays in its subnets when the network gets another zone", () => {
    expect(domain.lifecycle).toMatchObject({ ignore_changes: ["subnet_ids"] });
  });
});

describe("a user of Studio", () => {
  test("works with the tenant's role, which is ready by then", () => {
    expect(profiles["users/profile-ada"]).toMatchObject({
      user_profile_name: "mlp-dev-acme--ada",
      user_settings: {
        execution_role: "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec",
        security_groups: ["sg-0000000000000002"],
      },
    });
    expect(allBefore(stack, addressOf(stack, "users/profile-ada"))).toContain(addressOf(stack, "ready"));
  });

  test("has a space that nobody else can open", () => {
    expect(spaces["users/space-ada"]).toMatchObject({
      domain_id: `\${${addressOf(stack, "studio/domain")}.id}`,
      space_name: "mlp-dev-acme--ada",
      ownership_settings: {
        owner_user_profile_name: `\${${addressOf(stack, "users/profile-ada")}.user_profile_name}`,
      },
      space_sharing_settings: { sharing_type: "Private" },
      space_settings: { app_type: "JupyterLab" },
    });
  });

  test("keeps the addresses of both when somebody comes before", () => {
    expect(addresses(stackOf(["aaa", "ada", "grace"]))).toEqual(expect.arrayContaining(addresses(stack)));
  });

  test("does not lose a space by mistake", () => {
    expect(spaces["users/space-grace"]).toMatchObject({ lifecycle: { prevent_destroy: true } });
    expect(Object.values(resourcesByPath(stackOf(["ada"], true), "aws_sagemaker_space"))).toMatchObject([
      { lifecycle: { prevent_destroy: false } },
    ]);
  });
});
