import type { Blueprint } from "./blueprint/blueprint";
import type { StackBlueprint } from "./blueprint/stack";
import { TenantStack } from "./stacks/tenant-stack";
import type { StackPlan } from "./terraform/synthesize";

/**
 * The stacks of a platform, loaded when they are built: the classes of a cloud take up to half a second to load, and many
 * runs need those of one cloud only.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- import() would make all of synthesis asynchronous. */
const load = {
  hub: () => require("./stacks/hub-stack") as typeof import("./stacks/hub-stack"),
  workspace: () => require("./stacks/workspace-stack") as typeof import("./stacks/workspace-stack"),
  foundation: () => require("./stacks/foundation-stack") as typeof import("./stacks/foundation-stack"),
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** The stacks of a blueprint, in the order in which they are deployed the first time: those of the platform, then tenants. */
export function stackPlans({ azure, aws, tenants }: Blueprint): StackPlan[] {
  const { hub, workspace } = azure ?? {};
  const { foundation } = aws ?? {};
  return [
    plan(hub, (app, blueprint) => new (load.hub().HubStack)(app, blueprint)),
    plan(foundation, (app, blueprint) => new (load.foundation().FoundationStack)(app, blueprint)),
    plan(workspace, (app, blueprint) => new (load.workspace().WorkspaceStack)(app, blueprint)),
    tenants.flatMap((tenant) => plan(tenant, (app, blueprint) => new TenantStack(app, blueprint))),
  ].flat();
}

function plan<Kind extends StackBlueprint>(
  blueprint: Kind | undefined,
  build: (app: Parameters<StackPlan["build"]>[0], blueprint: Kind) => ReturnType<StackPlan["build"]>,
): StackPlan[] {
  return blueprint === undefined ? [] : [{ name: blueprint.stack, build: (app) => build(app, blueprint) }];
}
