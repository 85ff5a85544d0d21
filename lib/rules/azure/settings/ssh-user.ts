import { valuesAt } from "../../blocks";
import type { Rule } from "../../rule";

const MACHINE = "azurerm_linux_virtual_machine";
const USER = "admin_ssh_key.username";

/** Whether a machine's key is for a user that it has. */
export const SSH_USER: Rule = {
  id: "azure-vm-ssh-user",
  severity: "low",
  title: "The SSH key of a machine is for its administrator.",
  reason: "A plan takes any user, and nobody gets in when Entra sign-in fails.",
  source: "Terraform azurerm provider: azurerm_linux_virtual_machine",
  controls: ["MCSB PV-2"],
  fix: "set admin_ssh_key.username to the value of admin_username",
  example: { wrong: example("other"), right: example("platform") },
  check: (stack) =>
    stack.resources(MACHINE).flatMap((resource) => {
      const { admin_username: user } = resource.content;
      return valuesAt(resource.content, "admin_ssh_key?.username")
        .filter(({ value }) => value !== user)
        .map(({ value }) => ({
          resource,
          argument: USER,
          found: value,
          must: `must be ${JSON.stringify(user ?? null)}`,
        }));
    }),
};

function example(username: string) {
  const machine = { admin_username: "platform", admin_ssh_key: [{ username }] };
  return { resource: { [MACHINE]: { example: machine } } };
}
