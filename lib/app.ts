import type { Blueprint } from "./blueprint/blueprint";
import type { StackBlueprint } from "./blueprint/stack";
import { FoundationStack } from "./stacks/foundation-stack";
import { HubStack } from "./stacks/hub-stack";
import { TenantStack } from "./stacks/tenant-stack";
import { WorkspaceStack } from "./stacks/workspace-stack";
import type { StackPlan } from "./terraform/synthesize";

/** The stacks of a blueprint, in the order in which they are deployed the first time: those of the platform, then tenants. */
export function stackPlans({ azure, aws, tenants }: Blueprint): StackPlan[] {
  const { hub, workspace } = azure ?? {};
  const { foundation } = aws ?? {};
  return [
    ...(hub === undefined ? [] : [plan(hub, (app) => new HubStack(app, hub))]),
    ...(foundation === undefined ? [] : [plan(foundation, (app) => new FoundationStack(app, foundation))]),
    ...(workspace === undefined ? [] : [plan(workspace, (app) => new WorkspaceStack(app, workspace))]),
    ...tenants.map((tenant) => plan(tenant, (app) => new TenantStack(app, tenant))),
  ];
}

function plan({ stack }: StackBlueprint, build: StackPlan["build"]): StackPlan {
  return { name: stack, build };
}
