import { stackPlans } from "../lib/app";
import { blueprintOf, type Content, platform, sharedTenant, tenant } from "./support/files";
import { testApp } from "./terraform/plans";

const stacks = (platformContent: Content, tenants: Content[] = []) =>
  stackPlans(blueprintOf(platformContent, tenants)).map(({ name }) => name);

const NO_WORKSPACE = platform({ azure: { workspace: undefined } });

test("a platform without tenants is the hub and the shared workspace", () => {
  expect(stacks(platform())).toEqual(["hub", "ml-workspace"]);
});

test("a platform without a workspace section has no stack for it", () => {
  expect(stacks(NO_WORKSPACE)).toEqual(["hub"]);
});

test("a tenant is one stack, whose name is its id", () => {
  expect(stacks(NO_WORKSPACE, [tenant("acme")])).toEqual(["hub", "tenant-acme"]);
});

test("a shared tenant is one stack too", () => {
  expect(stacks(platform(), [sharedTenant("globex")])).toEqual(["hub", "ml-workspace", "tenant-globex"]);
});

test("a tenant that is retiring keeps its stack, so that it can be destroyed", () => {
  expect(stacks(NO_WORKSPACE, [tenant("acme", { lifecycle: "retiring" })])).toEqual(["hub", "tenant-acme"]);
});

test("the stacks are in the order of a first deployment: hub, workspace, tenants by id", () => {
  const tenants = ["zeta", "acme-eu", "acme"].map((id, index) =>
    tenant(id, { azure: { network: { addressSpace: `10.20.${index + 8}.0/24` } } }),
  );

  expect(stacks(platform(), tenants)).toEqual(["hub", "ml-workspace", "tenant-acme", "tenant-acme-eu", "tenant-zeta"]);
});

test("each plan builds the stack of its name", () => {
  const plans = stackPlans(blueprintOf(platform(), [tenant("acme")]));

  expect(plans.map(({ name, build }) => [name, build(testApp()).node.path])).toEqual(
    plans.map(({ name }) => [name, name]),
  );
});
