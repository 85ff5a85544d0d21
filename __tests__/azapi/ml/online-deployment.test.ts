import { OnlineDeployment, type OnlineDeploymentProps } from "../../../lib/azapi/ml/online-deployment";
import type { OnlineDeploymentSettings } from "../../../lib/azapi/ml/online-deployment-settings";
import type { IsoDuration } from "../../../lib/azapi/ml/iso-duration";
import { Fn } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource } from "../synthesized";

const blue: OnlineDeploymentProps = {
  name: "blue",
  location: "westeurope",
  endpointId: "/endpoint",
  capacity: 2,
  settings: { instanceType: "Standard_DS3_v2" },
};

function synthesizedWith(
  settings: Partial<OnlineDeploymentSettings>,
  props: Partial<OnlineDeploymentProps> = {},
): Record<string, unknown> {
  const stack = acmeStack();
  new OnlineDeployment(stack, "blue", { ...blue, ...props, settings: { ...blue.settings, ...settings } });
  return onlyResource(stack, "azapi_resource");
}

/** A text as it comes from a file, where the type cannot keep wrong forms out. */
function untyped(text: string): IsoDuration {
  return text as IsoDuration;
}

test("a deployment is managed, has a fixed number of instances and no telemetry by default", () => {
  expect(synthesizedWith({}).body).toEqual({
    sku: { name: "Default", capacity: 2 },
    properties: {
      instanceType: "Standard_DS3_v2",
      endpointComputeType: "Managed",
      scaleSettings: { scaleType: "Default" },
      appInsightsEnabled: false,
    },
  });
});

test("a deployment is a child of the endpoint", () => {
  expect(synthesizedWith({})).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2025-06-01",
    parent_id: "/endpoint",
  });
});

test("a deployment has time to build its image and allocate instances", () => {
  expect(synthesizedWith({}).timeouts).toEqual({ create: "90m", update: "90m", delete: "60m" });
});

test("settings override the defaults and keep the case of environment variables", () => {
  const settings = { appInsightsEnabled: true, environmentVariables: { LOG_LEVEL: "debug", modelName: "churn" } };

  expect(synthesizedWith(settings).body).toMatchObject({ properties: settings });
});

test("a deployment can be tagged", () => {
  expect("tagsInput" in new OnlineDeployment(acmeStack(), "blue", blue)).toBe(true);
});

test.each<IsoDuration>(["PT5S", "PT0.5S", "PT1M30S", "PT2H", "P1D", "P1DT1H"])(
  "the duration %s is accepted",
  (text) => {
    expect(() => synthesizedWith({ requestSettings: { requestTimeout: text } })).not.toThrow();
  },
);

test.each(["5s", "5", "P", "PT", "P1DT", "PT5", "P5S", "PT1S1M", "pt5s", " PT5S", ""])(
  'the duration "%s" is refused',
  (text) => {
    expect(() => synthesizedWith({ requestSettings: { requestTimeout: untyped(text) } })).toThrow(
      `acme/blue: requestSettings.requestTimeout is "${text}", which is no ISO 8601 duration; write it as in "PT5S"`,
    );
  },
);

describe.each(["livenessProbe", "readinessProbe", "startupProbe"])("%s", (probe) => {
  test.each(["initialDelay", "period", "timeout"])("a %s that is no ISO 8601 duration is refused", (property) => {
    expect(() => synthesizedWith({ [probe]: { [property]: "10" } })).toThrow(`acme/blue: ${probe}.${property} is "10"`);
  });
});

test("a duration that only Terraform knows is not checked", () => {
  const requestTimeout = untyped(Fn.join("", ["PT", "${var.seconds}", "S"]));

  expect(() => synthesizedWith({ requestSettings: { requestTimeout } })).not.toThrow();
});

test.each(["bl", "blue_green", "1blue"])("the name %s is refused", (name) => {
  expect(() => synthesizedWith({}, { name })).toThrow(`acme/blue: the name "${name}" must have 3 to 32 letters`);
});
