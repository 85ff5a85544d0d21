import { platform, PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore, dependencies } from "../../support/references";
import {
  type Arguments,
  onlyResource,
  resourcesByPath,
  resourcesOf,
  type StackJson,
  synthStack,
} from "../../support/synth";

const blue = { name: "blue", model: "churn:3", instanceType: "Standard_DS3_v2" };
const green = { ...blue, name: "green", model: "churn:4" };
const collecting = { ...blue, dataCollection: { collect: ["model_inputs", "request"], samplingPercent: 5 } };
const both = { deployments: [blue, green], traffic: { blue: 90, green: 10 } };

/** The stack of a dedicated tenant with one endpoint. */
function stackWith(endpoint: object): StackJson {
  return synthStack("tenant-acme", platform(), [
    tenant("acme", { azure: { endpoints: [{ name: "churn", ...endpoint }] } }),
  ]);
}

/** The only deployment, with what differs from blue. */
function deploymentWith(changes: object): Record<string, unknown> {
  const stack = stackWith({ deployments: [{ ...blue, ...changes }] });
  return resourcesByPath(stack, "azapi_resource")["endpoint-churn/deployments/deployment-blue"] ?? {};
}

const inDeployments = (stack: StackJson, name: string) => addressOf(stack, `endpoint-churn/deployments/${name}`);
const grantsOf = (stack: StackJson) => Object.keys(resourcesByPath(stack, "azurerm_role_assignment"));

test("An endpoint without deployments has no traffic either, so that what others deploy is left alone.", () => {
  const { resource } = stackWith({});

  expect(Object.values(resource).flatMap((byId) => Object.keys(byId))).not.toContainEqual(
    expect.stringContaining("deployments"),
  );
});

describe("a deployment", () => {
  test("is a child of the endpoint and comes after its identity's roles", () => {
    const stack = stackWith({ deployments: [blue] });
    const before = allBefore(stack, inDeployments(stack, "deployment-blue"));

    expect(deploymentWith({}).parent_id).toBe(`\${${addressOf(stack, "endpoint-churn/endpoint")}.id}`);
    expect([...before]).toContain(addressOf(stack, "endpoint-churn/grants-known"));
  });

  test("says nothing to Azure that the file does not say", () => {
    expect(deploymentWith({}).body).toEqual({
      sku: { name: "Default", capacity: 2 },
      properties: {
        appInsightsEnabled: false,
        endpointComputeType: "Managed",
        instanceType: "Standard_DS3_v2",
        model: expect.stringMatching(/\/workspaces\/mlp--acme--ws\/models\/churn\/versions\/3$/) as string,
        scaleSettings: { scaleType: "Default" },
      },
    });
  });

  test("has the settings of the file in Azure's words", () => {
    const { body } = deploymentWith({
      environment: "sklearn:12",
      code: { asset: "scoring:2", scoringScript: "score.py" },
      requests: { maxConcurrentPerInstance: 4, timeoutSeconds: 90 },
      liveness: { initialDelaySeconds: 30, failureThreshold: 3 },
      readiness: { periodSeconds: 5, successThreshold: 2 },
      startup: { timeoutSeconds: 4 },
      environmentVariables: { LOG_LEVEL: "debug" },
      modelMountPath: "/var/models",
    });

    expect(body).toMatchObject({
      properties: {
        environmentId: expect.stringMatching(/\/environments\/sklearn\/versions\/12$/) as string,
        codeConfiguration: {
          codeId: expect.stringMatching(/\/codes\/scoring\/versions\/2$/) as string,
          scoringScript: "score.py",
        },
        requestSettings: { maxConcurrentRequestsPerInstance: 4, requestTimeout: "PT90S" },
        livenessProbe: { initialDelay: "PT30S", failureThreshold: 3 },
        readinessProbe: { period: "PT5S", successThreshold: 2 },
        startupProbe: { timeout: "PT4S" },
        environmentVariables: { LOG_LEVEL: "debug" },
        modelMountPath: "/var/models",
      },
    });
  });

  test("has no way out of its own: that would go past the workspace's managed network", () => {
    expect(JSON.stringify(stackWith(both))).not.toContain("egressPublicNetworkAccess");
  });

  test("keeps its number of instances when it does not scale", () => {
    expect(deploymentWith({ instances: 5 })).not.toHaveProperty("lifecycle");
  });
});

/** The update of the endpoint that splits its requests. */
function trafficOf(stack: StackJson): Arguments {
  const traffic = resourcesByPath(stack, "azapi_update_resource")["endpoint-churn/deployments/traffic"];
  if (traffic === undefined) throw new Error("the endpoint has no traffic");
  return traffic;
}

describe("the traffic", () => {
  test("comes after every deployment, in an update of the endpoint", () => {
    const stack = stackWith(both);
    const traffic = trafficOf(stack);

    expect(traffic.resource_id).toBe(`\${${addressOf(stack, "endpoint-churn/endpoint")}.id}`);
    expect(traffic.body).toEqual({ properties: { traffic: { blue: 90, green: 10 } } });
    expect([...allBefore(stack, inDeployments(stack, "traffic"))]).toEqual(
      expect.arrayContaining(["deployment-blue", "deployment-green"].map((name) => inDeployments(stack, name))),
    );
  });

  test("is mirrored in the same update", () => {
    const mirror = { deployment: "green", percent: 20 };
    const { body } = trafficOf(stackWith({ ...both, traffic: { blue: 100 }, mirror }));

    expect(body).toEqual({ properties: { traffic: { blue: 100, green: 0 }, mirrorTraffic: { green: 20 } } });
  });

  test("is not in the endpoint's own body", () => {
    const endpoint = resourcesByPath(stackWith(both), "azapi_resource")["endpoint-churn/endpoint"];

    expect(JSON.stringify(endpoint?.body)).not.toMatch(/traffic/i);
  });

  test("is written anew after the endpoint was written, which ends it", () => {
    const stack = stackWith(both);

    expect(trafficOf(stack).lifecycle).toEqual({ replace_triggered_by: [addressOf(stack, "endpoint-churn/endpoint")] });
  });

  test("ends before the deployments are destroyed", () => {
    const stack = stackWith(both);

    expect([...(dependencies(stack).get(inDeployments(stack, "drain")) ?? [])]).toEqual(
      expect.arrayContaining(["deployment-blue", "deployment-green"].map((name) => inDeployments(stack, name))),
    );
    expect(resourcesByPath(stack, "azapi_resource_action")["endpoint-churn/deployments/drain"]).toMatchObject({
      when: "destroy",
      method: "PUT",
    });
  });
});

describe("data collection", () => {
  test("is off unless the file turns it on, and then no identity can write", () => {
    const stack = stackWith(both);

    expect(JSON.stringify(stack.resource.azapi_resource)).not.toContain("dataCollector");
    expect(grantsOf(stack).filter((path) => path.startsWith("endpoint-churn/deployments"))).toEqual([]);
  });

  test("keeps what the file names, by the hour, of as many requests as it says", () => {
    expect(deploymentWith(collecting).body).toMatchObject({
      properties: {
        dataCollector: {
          rollingRate: "Hour",
          collections: {
            model_inputs: { dataCollectionMode: "Enabled", samplingRate: 0.05 },
            request: { dataCollectionMode: "Enabled", samplingRate: 0.05 },
          },
        },
      },
    });
  });

  test("lets the identity of that endpoint write blobs of the tenant's own storage account, and of no other endpoint", () => {
    const endpoints = [
      { name: "churn", deployments: [collecting] },
      { name: "quiet", deployments: [blue] },
    ];
    const stack = synthStack("tenant-acme", platform(), [tenant("acme", { azure: { endpoints } })]);
    const writers = Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(
      ([path, { role_definition_id: role }]) =>
        path.startsWith("endpoint-") && String(role).endsWith("/ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
    );

    expect(writers).toEqual([
      [
        "endpoint-churn/deployments/collection-grants/storage Storage Blob Data Contributor",
        expect.objectContaining({
          scope: `\${${addressOf(stack, "workspace/storage")}.id}`,
          principal_id: `\${${addressOf(stack, "endpoint-churn/identity")}.principal_id}`,
          principal_type: "ServicePrincipal",
        }),
      ],
    ]);
  });

  test("starts when that right is known, for which other deployments do not wait", () => {
    const stack = stackWith({ ...both, deployments: [collecting, green] });
    const wait = inDeployments(stack, "collection-grants-known");

    expect(allBefore(stack, inDeployments(stack, "deployment-blue")).has(wait)).toBe(true);
    expect(allBefore(stack, inDeployments(stack, "deployment-green")).has(wait)).toBe(false);
  });
});

describe("a deployment that scales", () => {
  const scaling = { min: 3, max: 9, cpu: { outAbove: 80, inBelow: 20 } };
  const scaled = { deployments: [{ ...blue, scaling }] };

  test("is made with the fewest instances, and their number is the autoscaler's afterwards", () => {
    expect(deploymentWith({ scaling })).toMatchObject({
      body: { sku: { capacity: 3 } },
      lifecycle: { ignore_changes: ["body.sku.capacity"] },
    });
  });

  test("has between the fewest and the most instances, and the fewest when nobody knows the load", () => {
    const setting = onlyResource(stackWith(scaled), "azurerm_monitor_autoscale_setting");

    expect(setting).toMatchObject({ enabled: true, profile: [{ capacity: { minimum: 3, maximum: 9, default: 3 } }] });
    expect(setting).not.toHaveProperty("notification");
  });

  test("gets two instances soon when the load is high, and gives one back later when it is low", () => {
    const stack = stackWith(scaled);
    const { profile, target_resource_id: target } = onlyResource(stack, "azurerm_monitor_autoscale_setting");
    const id = `\${${inDeployments(stack, "deployment-blue")}.id}`;
    const load = {
      metric_name: "CpuUtilizationPercentage",
      metric_resource_id: id,
      statistic: "Average",
      time_aggregation: "Average",
      time_grain: "PT1M",
    };

    expect(target).toBe(id);
    expect((profile as { rule: unknown }[])[0]?.rule).toEqual([
      {
        metric_trigger: { ...load, operator: "GreaterThan", threshold: 80, time_window: "PT5M" },
        scale_action: { type: "ChangeCount", direction: "Increase", value: 2, cooldown: "PT5M" },
      },
      {
        metric_trigger: { ...load, operator: "LessThan", threshold: 20, time_window: "PT10M" },
        scale_action: { type: "ChangeCount", direction: "Decrease", value: 1, cooldown: "PT15M" },
      },
    ]);
  });

  test("has its setting in the tenant's group", () => {
    const stack = stackWith(scaled);

    expect(onlyResource(stack, "azurerm_monitor_autoscale_setting").resource_group_name).toBe(
      `\${${addressOf(stack, "resource-group")}.name}`,
    );
  });

  test("has its setting beside the shared workspace if it runs there, also for a tenant with its own subscription", () => {
    const azure = { subscriptionId: TENANT_SUBSCRIPTION, endpoints: [{ name: "churn", ...scaled }] };
    const own = platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } });
    const stack = synthStack("tenant-globex", own, [sharedTenant("globex", { azure })]);

    expect(onlyResource(stack, "azurerm_monitor_autoscale_setting")).toMatchObject({
      resource_group_name: "mlp-dev--ml-rg",
      provider: "azurerm.hub",
    });
    expect(stack.provider.azurerm).toContainEqual(
      expect.objectContaining({ alias: "hub", subscription_id: PLATFORM_SUBSCRIPTION }),
    );
  });
});

test("Moving or adding a deployment in the list changes nothing of the others.", () => {
  const split = { traffic: { blue: 90, green: 10 } };
  const pink = { ...blue, name: "pink" };
  const deploymentsIn = (...deployments: object[]) =>
    resourcesOf(stackWith({ deployments, ...split }), "azapi_resource");
  const before = deploymentsIn(blue, green);

  expect(deploymentsIn(green, blue)).toEqual(before);
  expect(deploymentsIn(pink, green, blue)).toMatchObject(before);
});
