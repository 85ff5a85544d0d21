import { platform, tenant } from "../../support/files";
import { addressOf } from "../../support/references";
import { onlyResource, type StackJson, synthStack } from "../../support/synth";

const withMode = (isolationMode: string): StackJson =>
  synthStack("tenant-acme", platform(), [tenant("acme", { azure: { managedNetwork: { isolationMode } } })]);

describe.each(["AllowOnlyApprovedOutbound", "AllowInternetOutbound"])("a workspace that is made with %s", (mode) => {
  const stack = withMode(mode);
  const first = `${addressOf(stack, "workspace/isolation-mode/first")}.output.isolationMode`;

  test("has its mode in the state, where a later edit does not reach it", () => {
    expect(onlyResource(stack, "terraform_data")).toEqual({
      input: { isolationMode: mode },
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  test("is not planned with another mode than the one in the state", () => {
    expect(onlyResource(stack, "azurerm_machine_learning_workspace").lifecycle).toMatchObject({
      precondition: [
        {
          condition: `\${${first} == "${mode}"}`,
          error_message: expect.stringContaining(`this one was made with \${${first}}.`) as string,
        },
      ],
    });
  });
});
