import { DEPLOYER, platform, PLATFORM_SUBSCRIPTION, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore, dependencies } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, type StackJson, synthStack } from "../../support/synth";

const openAi = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/ai/providers/Microsoft.CognitiveServices/accounts/oai`;
const vault = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/kv/providers/Microsoft.KeyVault/vaults/kv1`;
const RULES = [
  { name: "pypi", fqdn: "pypi.org" },
  { name: "openai", privateEndpoint: { resourceId: openAi, subresource: "account" } },
  { name: "vault", privateEndpoint: { resourceId: vault, subresource: "vault" } },
  { name: "grafana", serviceTag: "AzureManagedGrafana" },
  { name: "storage", serviceTag: "Storage.westeurope", protocol: "TCP", ports: "443,445" },
];
const withRules = (outbound: unknown[] = RULES): StackJson =>
  synthStack("tenant-acme", platform(), [tenant("acme", { azure: { outbound, endpoints: [{ name: "churn" }] } })]);

const isRule = (type: string, { type: arm }: Record<string, unknown>) =>
  type.includes("outbound_rule") || (typeof arm === "string" && arm.includes("/outboundRules@"));

const rulesOf = (stack: StackJson) =>
  Object.entries(stack.resource).flatMap(([type, resources]) =>
    Object.keys(resources)
      .filter((id) => isRule(type, resources[id] ?? {}))
      .map((id) => `${type}.${id}`),
  );

describe("a managed network", () => {
  test("is provisioned after the workspace, the identity's role on it, and the wait for that role", () => {
    const stack = withRules();
    const before = allBefore(stack, addressOf(stack, "workspace/managed-network/provision"));
    expect(before).toContain(addressOf(stack, "workspace/workspace"));
    expect(before).toContain(addressOf(stack, "workspace/workspace-grants-known"));
    expect(before).toContain(addressOf(stack, "workspace/identity-workspace-grants/workspace Contributor"));
  });

  test("has its firewall chosen after the workspace and before it is provisioned", () => {
    const stack = withRules();
    const settings = addressOf(stack, "workspace/managed-network/settings");
    expect(allBefore(stack, settings)).toContain(addressOf(stack, "workspace/workspace-grants-known"));
    expect(allBefore(stack, addressOf(stack, "workspace/managed-network/provision"))).toContain(settings);
  });

  const networkOf = (managedNetwork: object, outbound: unknown[] = []) =>
    synthStack("tenant-acme", platform(), [tenant("acme", { azure: { managedNetwork, outbound } })]);

  const settingsOf = (stack: StackJson) =>
    resourcesByPath(stack, "azapi_update_resource")["workspace/managed-network/settings"];

  test.each([
    ["Basic", { firewallSku: "Basic" }],
    ["Standard", {}],
  ])("has a firewall of SKU %s with the settings %j", (firewallSku, managedNetwork) => {
    expect(settingsOf(networkOf(managedNetwork))?.body).toEqual({
      properties: { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound", firewallSku } },
    });
  });

  test("has no settings of a firewall where the whole internet is open", () => {
    const stack = networkOf({ isolationMode: "AllowInternetOutbound" });
    expect(settingsOf(stack)).toBeUndefined();
    expect(allBefore(stack, addressOf(stack, "workspace/managed-network/provision"))).toContain(
      addressOf(stack, "workspace/workspace-grants-known"),
    );
  });

  test("is made ready for Spark jobs if a rule lets them through", () => {
    const lake = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake`;
    const rule = (spark: boolean) => [
      { name: "lake", privateEndpoint: { resourceId: lake, subresource: "dfs", spark } },
    ];
    const provisioned = (spark: boolean) => onlyResource(networkOf({}, rule(spark)), "azapi_resource_action").body;
    expect(provisioned(true)).toEqual({ includeSpark: true });
    expect(provisioned(false)).toEqual({ includeSpark: false });
  });

  test("that is ready for Spark jobs is not provisioned again when the last rule for them goes", () => {
    expect(onlyResource(networkOf({}), "azapi_resource_action").lifecycle).toEqual({ ignore_changes: ["body"] });
    expect(onlyResource(networkOf({ spark: true }), "azapi_resource_action")).not.toHaveProperty("lifecycle");
  });

  test("is not compared with a list of rules by any resource, for Azure adds rules of its own", () => {
    const { azurerm_machine_learning_workspace: workspace, azapi_update_resource: settings } = withRules().resource;
    expect(JSON.stringify([workspace, settings])).not.toMatch(/outbound_?rules/i);
  });

  test("is provisioned before every rule and every endpoint", () => {
    const stack = withRules();
    const provision = addressOf(stack, "workspace/managed-network/provision");
    for (const address of [...rulesOf(stack), addressOf(stack, "endpoint-churn/endpoint")]) {
      expect(allBefore(stack, address)).toContain(provision);
    }
  });

  test("changes one rule at a time: each rule waits for all earlier ones", () => {
    const stack = withRules();
    const rules = rulesOf(stack);
    const earlier = rules.map((rule) => rules.filter((other) => allBefore(stack, rule).has(other)).length).sort();
    expect(earlier).toEqual([0, 1, 2, 3, 4]);
  });

  test("has the same addresses whatever the order of the rules in the file", () => {
    expect([...dependencies(withRules([...RULES].reverse()))]).toEqual([...dependencies(withRules())]);
  });

  test("has an endpoint only after the last rule", () => {
    const stack = withRules();
    const before = allBefore(stack, addressOf(stack, "endpoint-churn/endpoint"));
    expect(rulesOf(stack).filter((rule) => !before.has(rule))).toEqual([]);
  });
});

describe("outbound rules", () => {
  const ruleOf = (name: string, stack = withRules()) =>
    resourcesByPath(stack, "azapi_resource")[`workspace/managed-network/rules/${name}`] ?? {};

  test("are made and deleted one at a time, also by one apply that knows no order between the two", () => {
    for (const address of rulesOf(withRules())) expect(address).toMatch(/^azapi_resource\./);
    expect(ruleOf("pypi")).toMatchObject({
      type: "Microsoft.MachineLearningServices/workspaces/outboundRules@2025-06-01",
      locks: [expect.stringContaining("azurerm_machine_learning_workspace") as string],
    });
  });

  test("to a host name the host, which may change", () => {
    expect(ruleOf("pypi")).toMatchObject({
      name: "pypi",
      body: { properties: { type: "FQDN", category: "UserDefined", destination: "pypi.org" } },
      replace_triggers_external_values: ["FQDN"],
    });
  });

  test("to a resource lead to one part of it, and are made anew for another", () => {
    const destination = { serviceResourceId: openAi, subresourceTarget: "account", sparkEnabled: false };
    expect(ruleOf("openai")).toMatchObject({
      body: { properties: { type: "PrivateEndpoint", category: "UserDefined", destination } },
      replace_triggers_external_values: ["PrivateEndpoint", destination],
    });
  });

  test("keep their address whatever kind they are of, so that one name is deleted before it is made again", () => {
    const host = withRules([{ name: "target", fqdn: "target.example.com" }]);
    const resource = withRules([target("target", vault, "vault")]);
    expect(rulesOf(host)).toEqual(rulesOf(resource));
  });

  test("to an Application Gateway name the hosts that lead to it", () => {
    const gateway = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/ingress/providers/Microsoft.Network/applicationGateways/agw`;
    const stack = withRules([
      {
        name: "packages",
        privateEndpoint: {
          resourceId: gateway,
          subresource: "appGwPrivateFrontendIpIPv4",
          fqdns: ["packages.corp.example"],
        },
      },
    ]);
    expect(ruleOf("packages", stack)).toMatchObject({
      body: {
        properties: {
          destination: { serviceResourceId: gateway, subresourceTarget: "appGwPrivateFrontendIpIPv4" },
          fqdns: ["packages.corp.example"],
        },
      },
    });
  });

  test("to a service tag have TCP and port 443 unless the file says otherwise", () => {
    expect(ruleOf("grafana")).toMatchObject({
      body: {
        properties: {
          type: "ServiceTag",
          destination: { serviceTag: "AzureManagedGrafana", protocol: "TCP", portRanges: "443", action: "Allow" },
        },
      },
    });
  });

  test("to a service tag may be for a region and several ports", () => {
    expect(ruleOf("storage")).toMatchObject({
      body: {
        properties: { destination: { serviceTag: "Storage.westeurope", protocol: "TCP", portRanges: "443,445" } },
      },
    });
  });

  const approvals = (stack: StackJson) =>
    Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(([path]) =>
      path.startsWith("workspace/managed-network/"),
    );
  const target = (name: string, resourceId: string, subresource: string) => ({
    name,
    privateEndpoint: { resourceId, subresource },
  });

  test("to a resource come after the workspace's identity may approve there, with a role on the target alone", () => {
    const stack = withRules(RULES.slice(1, 2));
    const [path = "", approval] = approvals(stack)[0] ?? [];
    expect(approval).toMatchObject({
      scope: openAi,
      principal_id: `\${${addressOf(stack, "workspace/identity")}.principal_id}`,
      // The subscription of the target, not of the workspace.
      role_definition_id: `/subscriptions/${TENANT_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/b556d68e-0be0-4f35-a333-ad7ee1ce17ea`,
    });
    const before = allBefore(stack, addressOf(stack, "workspace/managed-network/rules/openai"));
    expect(before).toContain(addressOf(stack, path));
    expect(before).toContain(addressOf(stack, path.replace(/approver$/, "approver-known")));
  });

  test("to two parts of one resource share one approval, for Azure refuses the same role twice", () => {
    const account = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake`;
    const stack = withRules([target("blobs", account, "blob"), target("lake", account.replace("data", "DATA"), "dfs")]);
    expect(approvals(stack)).toHaveLength(1);
  });

  test("to the workspace's own storage need no approval of their own: its identity may approve there already", () => {
    const account = onlyResource(withRules([]), "azurerm_storage_account").name as string;
    const id = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev-acme--rg/providers/Microsoft.Storage/storageAccounts/${account}`;
    const stack = withRules([target("queue", id, "queue"), target("table", id, "table")]);
    expect(approvals(stack)).toEqual([]);
    expect(rulesOf(stack)).toHaveLength(2);
  });

  test("to resources outside give the deployers nothing: two stacks would assign the same role twice", () => {
    expect(approvals(withRules()).filter(([, { principal_id }]) => principal_id === DEPLOYER)).toEqual([]);
  });

  test("may have the name of any other part of the network", () => {
    const names = ["provision", "rules", "approver"].map((name) => ({ name, fqdn: `${name}.example.com` }));
    expect(rulesOf(withRules(names))).toHaveLength(3);
  });

  test("to an added resource leave every other address as it is", () => {
    const { resource } = withRules(RULES.slice(0, 2));
    const more = withRules(RULES.slice(0, 3));
    for (const [type, resources] of Object.entries(resource)) {
      expect(Object.keys(resourcesOf(more, type))).toEqual(expect.arrayContaining(Object.keys(resources)));
    }
  });
});
