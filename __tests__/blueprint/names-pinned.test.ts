import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Content, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { hubOf, tenantOf, workspaceStackOf } from "./configs";
import { namesOfHub, namesOfTenant, namesOfWorkspace, type TypedName } from "./names-of";

/** Compares names with those that were written down. For new ones: UPDATE_NAMES=1 npm test */
function expectNames(inventory: string, names: readonly TypedName[]): void {
  const file = join(__dirname, "names", `${inventory}.txt`);
  const now = names.map((name) => name.join(" ")).sort();
  if (process.env.UPDATE_NAMES === "1") writeFileSync(file, `${now.join("\n")}\n`);
  expect(now).toEqual(readFileSync(file, "utf8").trimEnd().split("\n"));
}

describe("a name that changes destroys its resource and makes another one, so these must never change", () => {
  const endpoints = (...names: string[]) => names.map((name) => ({ name }));
  const namesOf = (content: Content) =>
    namesOfTenant(tenantOf(content, { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }));

  test("names of the hub", () => {
    expectNames("hub", namesOfHub(hubOf()));
  });

  test("names of the shared workspace", () => {
    expectNames("ml-workspace", namesOfWorkspace(workspaceStackOf().workspace));
  });

  test("names of the dedicated tenant acme", () => {
    expectNames("acme", namesOf(tenant("acme", { azure: { endpoints: endpoints("churn", "forecast") } })));
  });

  test("names of the autoscale settings of deployments", () => {
    const deployment = (name: string) => ({ name, model: "m:1", instanceType: "Standard_F4s_v2", scaling: { max: 4 } });
    const traffic = { blue: 100 };
    const scaled = [{ name: "churn", deployments: [deployment("blue"), deployment("green-two")], traffic }];

    expectNames("globex-scaled", namesOf(sharedTenant("globex", { azure: { endpoints: scaled } })));
  });

  test("names of the tenant acme-eu, whose id begins with acme", () => {
    expectNames("acme-eu", namesOf(tenant("acme-eu", { azure: { endpoints: endpoints("churn") } })));
  });

  test("names of the shared tenant globex", () => {
    const network = { addressSpace: "10.20.10.0/26" };
    expectNames("globex", namesOf(sharedTenant("globex", { azure: { network, endpoints: endpoints("fraud") } })));
  });

  test("names of initech, which has a subscription of its own", () => {
    const azure = { subscriptionId: TENANT_SUBSCRIPTION, endpoints: endpoints("tps-report") };
    expectNames("initech", namesOf(tenant("initech", { azure })));
  });

  test("names of umbrella, which is shared and has neither a network nor endpoints", () => {
    expectNames("umbrella", namesOf(sharedTenant("umbrella", { lifecycle: "retiring" })));
  });
});
