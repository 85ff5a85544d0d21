import { cdktfEnvironment, terraformEnvironment } from "../../../e2e/support/environment";

test("Nothing of the caller leads terraform to real resources or to other settings.", () => {
  const caller = {
    PATH: "/bin",
    ARM_USE_CLI: "true",
    AWS_PROFILE: "production",
    TF_VAR_x: "1",
    TF_WORKSPACE: "production",
  };

  expect(Object.keys(caller).filter((name) => name in terraformEnvironment(caller, {}))).toEqual(["PATH"]);
});

test("cdktf reads the copies of the files, and all tenants.", () => {
  const environment = cdktfEnvironment(terraformEnvironment({ TENANTS: "acme", PLATFORM_FILE: "mine" }, {}), {
    platform: "/copy/platform.yaml",
    tenants: "/copy/tenants",
  });

  expect(environment).toMatchObject({ PLATFORM_FILE: "/copy/platform.yaml", TENANTS_DIR: "/copy/tenants" });
  expect(environment).not.toHaveProperty("TENANTS");
});
