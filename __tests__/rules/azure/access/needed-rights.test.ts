import { stackPlans } from "../../../../lib/app";
import { NEEDED_RIGHTS } from "../../../../lib/rules/azure/access/needed-rights";
import { checkStack } from "../../../../lib/rules/check-stack";
import { sampleBlueprint } from "../../../support/files";
import { type StackJson, synthPlan } from "../../../support/synth";

const plans = new Map(stackPlans(sampleBlueprint()).map((plan) => [plan.name, plan]));
const json = (name: string): StackJson => {
  const plan = plans.get(name);
  if (plan === undefined) throw new Error(`the samples have no stack ${name}`);
  return synthPlan(plan);
};

/** What the rules find when the assignment at a construct path is gone, or changed. */
function without(stack: string, path: string, change?: Record<string, unknown>): string[] {
  const tree = json(stack);
  const assignments = tree.resource.azurerm_role_assignment ?? {};
  const [id = ""] =
    Object.entries(assignments).find(([, body]) => JSON.stringify(body["//"]).includes(`/${path}"`)) ?? [];
  if (assignments[id] === undefined) throw new Error(`no role assignment at ${path}`);
  if (change === undefined) Reflect.deleteProperty(assignments, id);
  else Object.assign(assignments[id], change);
  return checkStack(stack, tree, NEEDED_RIGHTS).map(({ resource, must }) => `${resource} ${must}`);
}

test.each([
  ["tenant-acme", "workspace/identity-grants/storage Contributor", "workspace/identity"],
  ["tenant-acme", "workspace/identity-workspace-grants/workspace Contributor", "workspace/identity"],
  ["tenant-acme", "workspace/identity-reads-blob-endpoint", "workspace/identity"],
  ["tenant-acme", "endpoint-churn/grants/registry AcrPull", "endpoint-churn/identity"],
  ["tenant-acme", "compute/grants/registry AcrPull", "compute/identity"],
  ["tenant-acme", "workspace/image-build/grants/registry AcrPush", "workspace/image-build/identity"],
  [
    "tenant-initech",
    "endpoint-tps-report/grants/openAi Cognitive Services OpenAI User",
    "endpoint-tps-report/identity",
  ],
  ["tenant-globex", "endpoint-fraud/grants/workspace AzureML Metrics Writer", "endpoint-fraud/identity"],
  ["hub", "flow-logs/grants/flowLogStorage Storage Blob Data Contributor", "flow-logs/identity"],
])("In %s, the right %s is missed by its identity when it is gone.", (stack, path, identity) => {
  expect(without(stack, path)).toEqual([expect.stringContaining(`${stack}/${identity} must have `)]);
});

test("A deployer who can approve some private endpoints of a workspace and not all is told once.", () => {
  const deployer = "workspace/deployer 3e7c6e74-9d2a-4f2c-9b7a-2d0b5e4f6a43 grants/registry Azure AI Enterprise";

  expect(without("tenant-acme", `${deployer} Network Connection Approver`)).toEqual([
    expect.stringMatching(/^tenant-acme\/workspace\/workspace must let 3e7c6e74/),
  ]);
});

test("A right with a wrong role is not missed as well: another rule tells of it.", () => {
  const change = { role_definition_id: "/subscriptions/x" };

  expect(without("tenant-acme", "endpoint-churn/grants/registry AcrPull", change)).toEqual([]);
});

test("A right of people is missed by nobody.", () => {
  expect(without("tenant-acme", "endpoint-churn/scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65")).toEqual([]);
});
