import { ENTRA_TENANT, platform, tenant } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { addresses, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const USER = "50000000-0000-4000-8000-000000000005";
const cpu = { name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4 };
const ada = { name: "ada", vmSize: "Standard_DS3_v2", user: USER, idleMinutes: 90 };
const outbound = [{ name: "pypi", fqdn: "pypi.org" }];
const withCompute = (compute: object = { clusters: [cpu], instances: [ada] }): StackJson =>
  synthStack("tenant-acme", platform(), [tenant("acme", { azure: { outbound, compute } })]);

describe("the compute of a tenant", () => {
  test.each(["compute/cluster-cpu", "compute/instance-ada"])(
    "comes after the managed network and the roles of its identity: %s",
    (path) => {
      const stack = withCompute();
      const before = allBefore(stack, addressOf(stack, path));

      for (const earlier of [
        "workspace/managed-network/rules/pypi",
        "compute/grants-known",
        "compute/grants/registry AcrPull",
        "compute/grants/storage Storage Blob Data Contributor",
        "compute/grants/storage Storage File Data Privileged Contributor",
      ]) {
        expect(before).toContain(addressOf(stack, earlier));
      }
    },
  );

  test("runs with one identity, which is not that of the image builds", () => {
    const stack = withCompute();
    const identity = `\${${addressOf(stack, "compute/identity")}.id}`;

    expect(resourcesByPath(stack, "azurerm_machine_learning_compute_cluster")["compute/cluster-cpu"]).toMatchObject({
      identity: { identity_ids: [identity] },
    });
    expect(resourcesByPath(stack, "azapi_resource")["compute/instance-ada"]).toMatchObject({
      identity: [{ type: "UserAssigned", identity_ids: [identity] }],
    });
  });

  test("has rights on the tenant's own registry and storage only", () => {
    const stack = withCompute();
    const grants = Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(([path]) =>
      path.startsWith("compute/"),
    );

    expect(grants.map(([, { scope }]) => scope)).toEqual([
      `\${${addressOf(stack, "workspace/registry")}.id}`,
      `\${${addressOf(stack, "workspace/storage")}.id}`,
      `\${${addressOf(stack, "workspace/storage")}.id}`,
    ]);
  });

  test("is not there, with its identity, when the file lists none", () => {
    const paths = Object.keys(resourcesByPath(withCompute({}), "azurerm_user_assigned_identity"));

    expect(paths).not.toContain("compute/identity");
    expect(withCompute({}).output).not.toHaveProperty("compute_instance_names");
  });

  test("keeps its addresses when an entry is added before it", () => {
    const more = { clusters: [{ ...cpu, name: "big" }, cpu], instances: [{ ...ada, name: "aaa" }, ada] };

    expect(addresses(withCompute(more))).toEqual(expect.arrayContaining(addresses(withCompute())));
  });
});

describe("a compute instance", () => {
  const instance = (stack: StackJson) => resourcesByPath(stack, "azapi_resource")["compute/instance-ada"];

  test("is for one user of the platform's Entra tenant", () => {
    expect(instance(withCompute())).toMatchObject({
      body: {
        properties: {
          properties: { personalComputeInstanceSettings: { assignedUser: { objectId: USER, tenantId: ENTRA_TENANT } } },
        },
      },
    });
  });

  test("is shut down after the time in the file", () => {
    const stack = withCompute();

    expect(resourcesByPath(stack, "azapi_resource_action")["compute/instance-ada-idle"]).toMatchObject({
      resource_id: `\${${addressOf(stack, "compute/instance-ada")}.id}`,
      body: { idleTimeBeforeShutdown: "PT1H30M" },
    });
  });

  test("is not touched by another idle time", () => {
    expect(instance(withCompute({ instances: [{ ...ada, idleMinutes: 30 }] }))).toEqual(
      instance(withCompute({ instances: [ada] })),
    );
  });

  test("is told about in the outputs, by the name in the file", () => {
    const stack = withCompute();

    expect(stack.output?.compute_instance_names).toEqual({ value: { ada: instance(stack)?.name } });
  });
});
