import { list, maps, valuesAt } from "../../blocks";
import { addressesIn } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const WORKSPACE = "azurerm_machine_learning_workspace";
const ARGUMENT = "managed_network.isolation_mode";
const APPROVED = "AllowOnlyApprovedOutbound";
const MODES: readonly unknown[] = [APPROVED, "AllowInternetOutbound"];
const SOURCE = "Learn, Workspace managed virtual network isolation";

/** Something in a stack that is right for one isolation mode of a workspace alone. */
interface Statement {
  readonly mode: unknown;
  readonly by: Resource;
}

/** Whether all that is said about the isolation mode of a workspace is the same. */
export const ISOLATION_MODE_AGREES: Rule = {
  id: "azure-ml-isolation-mode-agrees",
  severity: "critical",
  title: "Everything in a stack goes by one isolation mode of its workspace.",
  reason:
    "The weaker mode opens the managed network to the internet; and rules to hosts and service tags, or a firewall, count in AllowOnlyApprovedOutbound alone.",
  source: SOURCE,
  controls: ["MCSB NS-2"],
  fix: "set managed_network.isolation_mode to what the other resources need, or remove those",
  example: { wrong: example("AllowInternetOutbound"), right: example(APPROVED) },
  check: (stack) =>
    stack.resources(WORKSPACE).flatMap((resource) => {
      const found = valuesAt(resource.content, ARGUMENT)[0]?.value;
      if (!MODES.includes(found)) return [];
      const other = statements(stack, resource).find(({ mode }) => MODES.includes(mode) && mode !== found);
      if (other === undefined) return [];
      const { path, address } = other.by;
      return [
        { resource, argument: ARGUMENT, found, must: `must be ${quoted(other.mode)}, as ${path ?? address} needs` },
      ];
    }),
};

/** Whether a workspace cannot get another isolation mode later. */
export const ISOLATION_MODE_KEPT: Rule = {
  id: "azure-ml-isolation-mode-kept",
  severity: "medium",
  title: "A plan that changes the isolation mode of a workspace fails.",
  reason: "The provider azurerm would try it in place, with a managed network that has no outbound rules.",
  source: "docs/decisions/0009-isolation-mode-in-the-state.md",
  controls: ["MCSB NS-2"],
  fix: "add a lifecycle.precondition on the terraform_data that remembers the first isolation mode",
  example: {
    wrong: { resource: { [WORKSPACE]: { example: {} } } },
    right: {
      resource: {
        [WORKSPACE]: {
          example: {
            lifecycle: { precondition: [{ condition: '${terraform_data.first.output.isolationMode == "x"}' }] },
          },
        },
        terraform_data: { first: { input: { isolationMode: APPROVED } } },
      },
    },
  },
  check: (stack) =>
    stack
      .resources(WORKSPACE)
      .filter((workspace) => firstModes(stack, workspace).length === 0)
      .map((resource) => ({
        resource,
        argument: "lifecycle.precondition",
        found: undefined,
        must: "must compare the isolation mode with the first one",
      })),
};

function statements(stack: Stack, workspace: Resource): Statement[] {
  return [...firstModes(stack, workspace), ...settingsOf(stack, workspace), ...outboundRules(stack, workspace)];
}

/** What remembers the isolation mode with which a workspace was made. */
function firstModes(stack: Stack, { content }: Resource): Statement[] {
  return maps(content.lifecycle)
    .flatMap(({ precondition }) => maps(precondition))
    .flatMap(({ condition }) => addressesIn(condition))
    .flatMap((address) => stack.find(address) ?? [])
    .filter(({ type }) => type === "terraform_data")
    .flatMap((by) => maps(by.content.input).map(({ isolationMode: mode }) => ({ mode, by })));
}

function settingsOf(stack: Stack, workspace: Resource): Statement[] {
  return stack
    .resources("Microsoft.MachineLearningServices/workspaces")
    .filter(({ content }) => stack.target(content.resource_id) === workspace)
    .map((by) => ({ mode: valuesAt(by.content, "body.properties.managedNetwork.isolationMode")[0]?.value, by }));
}

function outboundRules(stack: Stack, workspace: Resource): Statement[] {
  return stack
    .resources("Microsoft.MachineLearningServices/workspaces/outboundRules")
    .filter(({ content }) => list(content.parent_id).some((id) => stack.target(id) === workspace))
    .filter(({ content }) =>
      ["FQDN", "ServiceTag"].includes(String(valuesAt(content, "body.properties.type")[0]?.value)),
    )
    .map((by) => ({ mode: APPROVED, by }));
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}

function example(mode: string) {
  return {
    resource: {
      [WORKSPACE]: { example: { managed_network: { isolation_mode: mode } } },
      azapi_resource: {
        pypi: {
          type: "Microsoft.MachineLearningServices/workspaces/outboundRules@2025-06-01",
          parent_id: `\${${WORKSPACE}.example.id}`,
          body: { properties: { type: "FQDN" } },
        },
      },
    },
  };
}
