import { platform, tenant } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const outbound = [{ name: "pypi", fqdn: "pypi.org" }];
const endpoints = [{ name: "churn" }];

const KINDS: readonly [kind: string, synth: () => StackJson][] = [
  ["the shared workspace", () => synthStack("ml-workspace", platform({ azure: { workspace: { outbound } } }))],
  [
    "a dedicated tenant",
    () => synthStack("tenant-acme", platform(), [tenant("acme", { azure: { outbound, endpoints } })]),
  ],
];

describe.each(KINDS)("images of %s", (_, synth) => {
  test("are built by the cluster that the workspace names", () => {
    const stack = synth();
    const cluster = onlyResource(stack, "azurerm_machine_learning_compute_cluster");

    expect(onlyResource(stack, "azurerm_machine_learning_workspace").image_build_compute_name).toBe(cluster.name);
  });

  test("are built after the managed network is there with all of its rules", () => {
    const stack = synth();
    const before = allBefore(stack, addressOf(stack, "workspace/image-build/cluster"));

    expect(before).toContain(addressOf(stack, "workspace/managed-network/provision"));
    expect(before).toContain(addressOf(stack, "workspace/managed-network/rules/pypi"));
  });

  test("are built after the roles of the builder and the wait for them", () => {
    const stack = synth();
    const before = allBefore(stack, addressOf(stack, "workspace/image-build/cluster"));

    for (const path of ["grants-known", "grants/registry AcrPush", "grants/storage Storage Blob Data Reader"]) {
      expect(before).toContain(addressOf(stack, `workspace/image-build/${path}`));
    }
  });

  test("are built with an identity that nothing else has", () => {
    const stack = synth();
    const identity = addressOf(stack, "workspace/image-build/identity");
    const users = JSON.stringify(stack.resource).split(`\${${identity}.id}`).length - 1;

    expect(onlyResource(stack, "azurerm_machine_learning_compute_cluster").identity).toMatchObject({
      identity_ids: [`\${${identity}.id}`],
    });
    expect(users).toBe(1);
  });

  test("can be pushed by the builder and by the workspace's identity alone", () => {
    const stack = synth();
    const registry = addressOf(stack, "workspace/registry");
    const pushing = Object.entries(resourcesByPath(stack, "azurerm_role_assignment"))
      .filter(([, { scope }]) => scope === `\${${registry}.id}`)
      .filter(([, { role_definition_id }]) => /\/(8311e382|b24988ac)-/.test(String(role_definition_id)));

    expect(pushing.map(([path]) => path)).toEqual([
      "workspace/identity-grants/registry Contributor",
      "workspace/image-build/grants/registry AcrPush",
    ]);
  });
});

test("an endpoint comes after the cluster that builds its images", () => {
  const stack = synthStack("tenant-acme", platform(), [tenant("acme", { azure: { endpoints } })]);

  expect(allBefore(stack, addressOf(stack, "endpoint-churn/endpoint"))).toContain(
    addressOf(stack, "workspace/image-build/cluster"),
  );
});
