import { ISOLATION_MODE_AGREES } from "../../../../lib/rules/azure/settings/isolation-mode";
import { toldOf } from "./told";

const APPROVED = "AllowOnlyApprovedOutbound";
const INTERNET = "AllowInternetOutbound";
const OWN = "${azurerm_machine_learning_workspace.ws.id}";

const of = (own: string, updated: unknown, { id = OWN, fixed = own } = {}) =>
  toldOf(ISOLATION_MODE_AGREES, {
    terraform_data: { first: { input: { isolationMode: fixed } } },
    azurerm_machine_learning_workspace: {
      ws: {
        managed_network: [{ isolation_mode: own }],
        lifecycle: {
          precondition: [{ condition: `\${terraform_data.first.output.isolationMode == "${fixed}"}` }],
        },
      },
    },
    azapi_update_resource: {
      settings: {
        type: "Microsoft.MachineLearningServices/workspaces@1",
        resource_id: id,
        body: { properties: { managedNetwork: { isolationMode: updated } } },
      },
    },
  });

test("An update with another mode than its workspace has is told.", () => {
  expect(of(APPROVED, INTERNET)).toEqual([
    `body.properties.managedNetwork.isolationMode must be "${APPROVED}", which the workspace has`,
  ]);
});

test("A first mode that the workspace does not have is told.", () => {
  const [first, ...others] = toldOf(ISOLATION_MODE_AGREES, {
    terraform_data: { first: { input: {} } },
    azurerm_machine_learning_workspace: {
      ws: {
        managed_network: { isolation_mode: APPROVED },
        lifecycle: { precondition: { condition: `\${terraform_data.first.output.isolationMode == "${APPROVED}"}` } },
      },
    },
  });

  expect([first, others]).toEqual([`input.isolationMode must be "${APPROVED}", which the workspace has`, []]);
});

test.each([
  ["the same mode", of(APPROVED, APPROVED)],
  ["an update of another workspace", of(APPROVED, INTERNET, { id: "/subscriptions/x" })],
  ["an update that turns the network off", of(APPROVED, "Disabled")],
  ["an update without a mode", of(APPROVED, undefined)],
  ["an update with a mode that there is not", of(APPROVED, "x")],
  ["a workspace that changed its mode", of(INTERNET, APPROVED, { fixed: APPROVED })],
])("Nothing is told of %s here.", (_, told) => {
  expect(told).toEqual([]);
});
