import { platform, tenant } from "../../support/files";
import { resourcesByPath, synthStack } from "../../support/synth";

const clusters = [{ name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4, priority: "low-priority" }];
const stack = () => synthStack("tenant-acme", platform(), [tenant("acme", { azure: { compute: { clusters } } })]);
const made = () => resourcesByPath(stack(), "azurerm_machine_learning_compute_cluster");

describe.each(["workspace/image-build/cluster", "compute/cluster-cpu"])("the cluster at %s", (path) => {
  test("has no public address, no SSH and no local accounts", () => {
    expect(made()[path]).toMatchObject({
      node_public_ip_enabled: false,
      ssh_public_access_enabled: false,
      local_auth_enabled: false,
    });
  });

  test("stands in the managed network, not in a subnet", () => {
    expect(made()[path]).not.toHaveProperty("subnet_resource_id");
  });

  test("scales down to nothing", () => {
    expect(made()[path]?.scale_settings).toMatchObject({ min_node_count: 0 });
  });

  test("runs with one user-assigned identity", () => {
    expect(made()[path]?.identity).toEqual({
      type: "UserAssigned",
      identity_ids: [expect.stringMatching(/^\$\{azurerm_user_assigned_identity\./) as string],
    });
  });

  test("is not replaced when tags or the number of nodes change", () => {
    expect(made()[path]?.lifecycle).toEqual({ ignore_changes: ["tags", "scale_settings"] });
  });
});

test("the priority is written as azurerm has it", () => {
  expect(made()["compute/cluster-cpu"]?.vm_priority).toBe("LowPriority");
  expect(made()["workspace/image-build/cluster"]?.vm_priority).toBe("Dedicated");
});
