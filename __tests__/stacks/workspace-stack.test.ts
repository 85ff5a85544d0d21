import { platform, tenant } from "../support/files";
import { pathOf, synthStack } from "../support/synth";

test("The shared workspace tells its id, its name and its private endpoint.", () => {
  const { output } = synthStack("ml-workspace", platform());
  expect(output).toEqual({
    workspace_id: { value: expect.stringMatching(/^\$\{azurerm_machine_learning_workspace\..*\.id\}$/) as string },
    workspace_name: { value: "mlp-dev--ws" },
    private_endpoint_id: {
      value: expect.stringMatching(/^\$\{azurerm_private_endpoint\..*amlworkspace.*\.id\}$/) as string,
    },
  });
});

test("The shared workspace and a dedicated tenant's have the same resources, but for the tenant's network and who is told.", () => {
  const types = (stack: ReturnType<typeof synthStack>) =>
    Object.entries(stack.resource)
      .filter(([type, resources]) =>
        Object.keys(resources).some((id) => !/^(network|action-group)/.test(pathOf(stack, type, id))),
      )
      .map(([type]) => type);
  expect(types(synthStack("ml-workspace", platform()))).toEqual(
    types(synthStack("tenant-acme", platform(), [tenant("acme")])),
  );
});
