import { awsEnvironment } from "../../../e2e/aws/environment";
import { motoEnvironment } from "../../../e2e/aws/moto";

const settings = { endpoint: "http://127.0.0.1:15300", region: "eu-central-1", pluginCache: "/cache" };

test("Nothing of the caller leads terraform to a real account.", () => {
  const caller = {
    PATH: "/bin",
    AWS_PROFILE: "production",
    AWS_SESSION_TOKEN: "real",
    AWS_ENDPOINT_URL_S3: "https://s3.eu-central-1.amazonaws.com",
    TF_VAR_x: "1",
    TF_WORKSPACE: "production",
    http_proxy: "http://proxy",
  };
  const environment = awsEnvironment(caller, settings);

  expect(Object.keys(caller).filter((name) => name in environment)).toEqual(["PATH"]);
  expect(environment).toMatchObject({ AWS_ENDPOINT_URL: settings.endpoint, AWS_CONFIG_FILE: "/dev/null" });
});

test("Providers are kept for all stacks only when they are downloaded.", () => {
  const withConfig = awsEnvironment({}, { ...settings, configFile: "/terraformrc" });

  expect(withConfig).toMatchObject({ TF_CLI_CONFIG_FILE: "/terraformrc" });
  expect(withConfig).not.toHaveProperty("TF_PLUGIN_CACHE_DIR");
  expect(awsEnvironment({}, settings)).toMatchObject({ TF_PLUGIN_CACHE_DIR: "/cache" });
});

test("moto keeps accounts apart, and enforces nothing, whatever the caller's environment says.", () => {
  const environment = motoEnvironment({ PATH: "/bin", MOTO_ACCOUNT_ID: "1", INITIAL_NO_AUTH_ACTION_COUNT: "0" });

  expect(environment).toEqual({ PATH: "/bin", MOTO_IAM_LOAD_MANAGED_POLICIES: "true" });
});
