import type { Blueprint } from "./blueprint/blueprint";
import type { StackBlueprint } from "./blueprint/stack";
import { HubStack } from "./stacks/hub-stack";
import { TenantStack } from "./stacks/tenant-stack";
import { WorkspaceStack } from "./stacks/workspace-stack";
import type { StackPlan } from "./terraform/synthesize";

/** The stacks of a blueprint, in the order in which they are deployed the first time: hub, workspace, tenants. */
export function stackPlans({ hub, workspace, tenants }: Blueprint): StackPlan[] {
  return [
    plan(hub, (app) => new HubStack(app, hub)),
    ...(workspace === undefined ? [] : [plan(workspace, (app) => new WorkspaceStack(app, workspace))]),
    ...tenants.map((tenant) => plan(tenant, (app) => new TenantStack(app, tenant))),
  ];
}

function plan({ stack }: StackBlueprint, build: StackPlan["build"]): StackPlan {
  return { name: stack, build };
}
