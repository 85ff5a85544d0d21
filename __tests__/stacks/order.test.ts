import { stackPlans } from "../../lib/app";
import { allBefore, addressOf } from "../support/references";
import { sampleBlueprint } from "../support/files";
import { pathOf, type StackJson, synthPlan } from "../support/synth";

const plans = stackPlans(sampleBlueprint());
const json = new Map(plans.map((plan) => [plan.name, synthPlan(plan)]));

function stack(name: string): StackJson {
  const found = json.get(name);
  if (found === undefined) throw new Error(`the samples have no stack ${name}`);
  return found;
}

/** The construct paths of everything that Terraform makes before what stands at a path. */
function before(name: string, path: string): string[] {
  return [...allBefore(stack(name), addressOf(stack(name), path))].map((address) => {
    const [type = "", id = ""] = address.split(".");
    return pathOf(stack(name), type, id);
  });
}

/** The construct paths of everything in a stack. */
function paths(name: string): string[] {
  return Object.entries(stack(name).resource).flatMap(([type, resources]) =>
    Object.keys(resources).map((id) => pathOf(stack(name), type, id)),
  );
}

/** The paths that begin with a text. */
const below = (all: readonly string[], start: string) => all.filter((path) => path.startsWith(start));

const WORKSPACES = ["ml-workspace", "tenant-acme", "tenant-acme-eu", "tenant-initech"];
const DEDICATED = WORKSPACES.slice(1);

describe.each(WORKSPACES)("In the sample stack %s", (name) => {
  test("the workspace comes after the roles of its identity and after the wait for them.", () => {
    const first = before(name, "workspace/workspace");

    expect(below(first, "workspace/identity-grants/")).toHaveLength(10);
    expect(first).toContain("workspace/grants-known");
    expect(below(before(name, "workspace/grants-known"), "workspace/identity-grants/")).toHaveLength(10);
  });

  test("the managed network is provisioned after the identity's role on the workspace, and the wait for it.", () => {
    expect(before(name, "workspace/managed-network/provision")).toEqual(
      expect.arrayContaining([
        "workspace/workspace",
        "workspace/identity-workspace-grants/workspace Contributor",
        "workspace/workspace-grants-known",
      ]),
    );
  });

  test("each outbound rule comes after the provisioned network, and each two rules have an order.", () => {
    const rules = below(paths(name), "workspace/managed-network/rules/");
    const places = rules.map((rule) => below(before(name, rule), "workspace/managed-network/rules/").length);

    for (const rule of rules) expect(before(name, rule)).toContain("workspace/managed-network/provision");
    expect([...places].sort((a, b) => a - b)).toEqual(rules.map((_, index) => index));
  });

  test("the cluster that builds images comes after every outbound rule, and after its own roles.", () => {
    const first = before(name, "workspace/image-build/cluster");
    const rules = below(paths(name), "workspace/managed-network/rules/");

    expect(first).toEqual(
      expect.arrayContaining([...rules, "workspace/managed-network/provision", "workspace/image-build/grants-known"]),
    );
  });

  test("a lock comes after everything that stands on its resource, so that it is lifted first.", () => {
    expect(before(name, "workspace/key-vault/lock")).toEqual(
      expect.arrayContaining([
        ...below(before(name, "workspace/grants-known"), "workspace/identity-grants/keyVault "),
        "workspace/private-endpoint-vault",
        "workspace/key-vault/diagnostics",
      ]),
    );
  });
});

test.each(DEDICATED)("In the sample stack %s, private endpoints come after their subnet's security group.", (name) => {
  const endpoints = below(paths(name), "workspace/private-endpoint-");

  expect(endpoints.length).toBeGreaterThanOrEqual(7);
  for (const endpoint of endpoints) {
    expect(before(name, endpoint)).toContain("network/private-endpoints/association");
  }
});

test.each(["tenant-acme", "tenant-globex"])(
  "In the sample stack %s, the hub's half of the peering comes last.",
  (name) => {
    expect(before(name, "network/from-hub")).toContain("network/to-hub");
  },
);

test("An online endpoint comes after the roles of its identity, and after the network of its workspace.", () => {
  expect(before("tenant-acme", "endpoint-churn/endpoint")).toEqual(
    expect.arrayContaining([
      "endpoint-churn/grants/registry AcrPull",
      "endpoint-churn/grants/storage Storage Blob Data Reader",
      "endpoint-churn/grants/workspace AzureML Metrics Writer",
      "endpoint-churn/grants-known",
      "workspace/managed-network/provision",
    ]),
  );
});

test("A deployment comes after its endpoint's settings, and after the right to collect data if it does.", () => {
  const blue = before("tenant-acme", "endpoint-churn/deployments/deployment-blue");

  expect(blue).toEqual(
    expect.arrayContaining(["endpoint-churn/settings", "endpoint-churn/deployments/collection-grants-known"]),
  );
});

test("Compute comes after the roles of its identity, and after the cluster that builds images.", () => {
  for (const path of ["compute/cluster-cpu", "compute/instance-ada"]) {
    expect(before("tenant-acme", path)).toEqual(
      expect.arrayContaining(["compute/grants-known", "workspace/image-build/cluster"]),
    );
  }
});

test("Traffic comes after the deployments that it names.", () => {
  expect(before("tenant-acme", "endpoint-churn/deployments/traffic")).toEqual(
    expect.arrayContaining([
      "endpoint-churn/deployments/deployment-blue",
      "endpoint-churn/deployments/deployment-green",
    ]),
  );
});

/** What is deleted first, and what after it: Terraform deletes whatever depends on something before that. */
const DESTROYED = [
  ["endpoint-churn/deployments/drain", "endpoint-churn/deployments/deployment-blue"],
  ["endpoint-churn/deployments/drain", "endpoint-churn/deployments/deployment-green"],
  ["endpoint-churn/deployments/deployment-blue", "endpoint-churn/endpoint"],
  ["endpoint-churn/endpoint", "endpoint-churn/grants/registry AcrPull"],
  ["endpoint-churn/endpoint", "workspace/image-build/cluster"],
  ["compute/instance-ada", "workspace/image-build/cluster"],
  ["workspace/image-build/cluster", "workspace/managed-network/provision"],
  ["workspace/managed-network/provision", "workspace/workspace"],
  ["workspace/workspace", "workspace/identity-grants/storage Contributor"],
  ["workspace/workspace", "workspace/storage"],
  ["workspace/storage/lock", "workspace/identity-grants/storage Contributor"],
  ["workspace/private-endpoint-blob", "network/private-endpoints/association"],
  ["network/private-endpoints/association", "network/private-endpoints/DenyAllInbound"],
] as const;

test.each(DESTROYED)("On destroy, %s goes before %s.", (first, second) => {
  expect(before("tenant-acme", first)).toContain(second);
});

test("On destroy, the scorers of an endpoint lose their role before the endpoint goes.", () => {
  const scorers = below(paths("tenant-acme"), "endpoint-churn/scorer ");

  expect(scorers).toHaveLength(2);
  for (const scorer of scorers) expect(before("tenant-acme", scorer)).toContain("endpoint-churn/endpoint");
});

test("The rule to the workspace's Azure OpenAI account comes after its private endpoint and its approvers.", () => {
  expect(before("ml-workspace", "workspace/managed-network/rules/workspace-openai")).toEqual(
    expect.arrayContaining([
      "workspace/openai/private-endpoint",
      "workspace/openai/approvers-known",
      "workspace/openai/deployment-chat",
      "workspace/openai/deployment-embeddings",
    ]),
  );
});

test("A tenant's way to the shared workspace opens after the copies of its zones are linked.", () => {
  const first = before("tenant-globex", "workspace-access/private-endpoint");

  expect(first).toEqual(
    expect.arrayContaining([
      "workspace-access/privatelink.api.azureml.ms-link",
      "workspace-access/privatelink.notebooks.azure.net-link",
      "network/private-endpoints/association",
    ]),
  );
});

test("In the hub, Bastion and the jump host come after the security groups of their subnets.", () => {
  expect(before("hub", "bastion/host")).toContain("bastion/subnet/association");
  expect(before("hub", "jump-host/machine")).toEqual(
    expect.arrayContaining(["jump-host/subnet/association", "egress/jump-host", "egress/address"]),
  );
});

test("In the hub, each security group is associated after all of its rules.", () => {
  expect(below(before("hub", "bastion/subnet/association"), "bastion/subnet/")).toHaveLength(12);
});

test("The hub's flow log comes after the role of the identity that writes it, and the wait for that.", () => {
  expect(before("hub", "flow-logs/hub")).toEqual(
    expect.arrayContaining(["flow-logs/grants/flowLogStorage Storage Blob Data Contributor", "flow-logs/grants-known"]),
  );
});

test("In the hub, the private endpoint of the logs comes after Log Analytics is in the private link scope.", () => {
  expect(before("hub", "logs/private-endpoint")).toContain("logs/workspace-link");
});
