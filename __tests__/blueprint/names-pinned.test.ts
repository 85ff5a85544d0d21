import { type Content, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { hubOf, tenantOf, workspaceStackOf } from "./configs";
import { namesOfHub, namesOfTenant, namesOfWorkspace } from "./names-of";

describe("a name that changes destroys its resource and makes another one, so these must never change", () => {
  const endpoints = (...names: string[]) => names.map((name) => ({ name }));
  const namesOf = (content: Content) =>
    namesOfTenant(tenantOf(content, { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } })).map((name) =>
      name.join(" "),
    );

  test("names of the hub", () => {
    expect(namesOfHub(hubOf()).map((name) => name.join(" "))).toEqual([
      "resourceGroup mlp-dev--hub-rg",
      "virtualNetwork mlp-dev--hub-vnet",
      "networkSecurityGroup mlp-dev--hub-nsg-pe",
      "networkSecurityGroup mlp-dev--hub-nsg-runner",
      "privateDnsZoneLink mlp-dev--hub-link",
      "logAnalytics mlp-dev--hub-log",
      "monitorPrivateLinkScope mlp-dev--hub-ampls",
      "monitorPrivateLinkScope mlp-dev--hub-log",
      "roleDefinition mlp-dev AML Endpoint Scorer p2pjf",
      "privateEndpoint mlp-dev--hub-pe-azuremonitor",
      "networkInterface mlp-dev--hub-nic-pe-azuremonitor",
    ]);
  });

  test("names of the shared workspace", () => {
    expect(namesOfWorkspace(workspaceStackOf().workspace).map((name) => name.join(" "))).toEqual([
      "resourceGroup mlp-dev--ml-rg",
      "machineLearningWorkspace mlp-dev--ws",
      "identity mlp-dev--id-workspace",
      "storageAccount stmlpdevqp3fu",
      "keyVault kv-mlp-dev-b74lw",
      "containerRegistry crmlpdev2gmmq",
      "applicationInsights mlp-dev--appi",
      "privateEndpoint mlp-dev--pe-amlworkspace",
      "networkInterface mlp-dev--nic-pe-amlworkspace",
      "privateEndpoint mlp-dev--pe-blob",
      "networkInterface mlp-dev--nic-pe-blob",
      "privateEndpoint mlp-dev--pe-file",
      "networkInterface mlp-dev--nic-pe-file",
      "privateEndpoint mlp-dev--pe-queue",
      "networkInterface mlp-dev--nic-pe-queue",
      "privateEndpoint mlp-dev--pe-table",
      "networkInterface mlp-dev--nic-pe-table",
      "privateEndpoint mlp-dev--pe-vault",
      "networkInterface mlp-dev--nic-pe-vault",
      "privateEndpoint mlp-dev--pe-registry",
      "networkInterface mlp-dev--nic-pe-registry",
    ]);
  });

  test("names of the dedicated tenant acme", () => {
    expect(namesOf(tenant("acme", { azure: { endpoints: endpoints("churn", "forecast") } }))).toEqual([
      "resourceGroup mlp-dev-acme--rg",
      "onlineEndpoint churn-acme-ozedt",
      "identity mlp-dev-acme--id-endpoint-churn",
      "onlineEndpoint forecast-acme-tnzlg",
      "identity mlp-dev-acme--id-endpoint-forecast",
      "virtualNetwork mlp-dev-acme--vnet",
      "networkSecurityGroup mlp-dev-acme--nsg-pe",
      "peering mlp-dev-acme--to-hub",
      "peering mlp-dev-acme--from-hub",
      "privateDnsZoneLink mlp-dev-acme--link",
      "resourceGroup mlp-dev-acme--rg",
      "machineLearningWorkspace mlp--acme--ws",
      "identity mlp-dev-acme--id-workspace",
      "storageAccount stmlpdevacmebf2th",
      "keyVault kv-mlp-dev-acme-6b4hs",
      "containerRegistry crmlpdevacmek7vaj",
      "applicationInsights mlp-dev-acme--appi",
      "privateEndpoint mlp-dev-acme--pe-amlworkspace",
      "networkInterface mlp-dev-acme--nic-pe-amlworkspace",
      "privateEndpoint mlp-dev-acme--pe-blob",
      "networkInterface mlp-dev-acme--nic-pe-blob",
      "privateEndpoint mlp-dev-acme--pe-file",
      "networkInterface mlp-dev-acme--nic-pe-file",
      "privateEndpoint mlp-dev-acme--pe-queue",
      "networkInterface mlp-dev-acme--nic-pe-queue",
      "privateEndpoint mlp-dev-acme--pe-table",
      "networkInterface mlp-dev-acme--nic-pe-table",
      "privateEndpoint mlp-dev-acme--pe-vault",
      "networkInterface mlp-dev-acme--nic-pe-vault",
      "privateEndpoint mlp-dev-acme--pe-registry",
      "networkInterface mlp-dev-acme--nic-pe-registry",
    ]);
  });

  test("names of the tenant acme-eu, whose id begins with acme", () => {
    expect(namesOf(tenant("acme-eu", { azure: { endpoints: endpoints("churn") } }))).toEqual([
      "resourceGroup mlp-dev-acme-eu--rg",
      "onlineEndpoint churn-acme-eu-c4zip",
      "identity mlp-dev-acme-eu--id-endpoint-churn",
      "virtualNetwork mlp-dev-acme-eu--vnet",
      "networkSecurityGroup mlp-dev-acme-eu--nsg-pe",
      "peering mlp-dev-acme-eu--to-hub",
      "peering mlp-dev-acme-eu--from-hub",
      "privateDnsZoneLink mlp-dev-acme-eu--link",
      "resourceGroup mlp-dev-acme-eu--rg",
      "machineLearningWorkspace mlp--acme-eu--ws",
      "identity mlp-dev-acme-eu--id-workspace",
      "storageAccount stmlpdevacmeeupdxgn",
      "keyVault kv-mlp-dev-acme-eu-fweae",
      "containerRegistry crmlpdevacmeeusfu5m",
      "applicationInsights mlp-dev-acme-eu--appi",
      "privateEndpoint mlp-dev-acme-eu--pe-amlworkspace",
      "networkInterface mlp-dev-acme-eu--nic-pe-amlworkspace",
      "privateEndpoint mlp-dev-acme-eu--pe-blob",
      "networkInterface mlp-dev-acme-eu--nic-pe-blob",
      "privateEndpoint mlp-dev-acme-eu--pe-file",
      "networkInterface mlp-dev-acme-eu--nic-pe-file",
      "privateEndpoint mlp-dev-acme-eu--pe-queue",
      "networkInterface mlp-dev-acme-eu--nic-pe-queue",
      "privateEndpoint mlp-dev-acme-eu--pe-table",
      "networkInterface mlp-dev-acme-eu--nic-pe-table",
      "privateEndpoint mlp-dev-acme-eu--pe-vault",
      "networkInterface mlp-dev-acme-eu--nic-pe-vault",
      "privateEndpoint mlp-dev-acme-eu--pe-registry",
      "networkInterface mlp-dev-acme-eu--nic-pe-registry",
    ]);
  });

  test("names of the shared tenant globex", () => {
    const network = { addressSpace: "10.20.10.0/26" };
    expect(namesOf(sharedTenant("globex", { azure: { network, endpoints: endpoints("fraud") } }))).toEqual([
      "resourceGroup mlp-dev-globex--rg",
      "onlineEndpoint fraud-globex-fxe4o",
      "identity mlp-dev-globex--id-endpoint-fraud",
      "virtualNetwork mlp-dev-globex--vnet",
      "networkSecurityGroup mlp-dev-globex--nsg-pe",
      "peering mlp-dev-globex--to-hub",
      "peering mlp-dev-globex--from-hub",
      "privateDnsZoneLink mlp-dev-globex--link",
      "privateEndpoint mlp-dev-globex--pe-amlworkspace",
      "networkInterface mlp-dev-globex--nic-pe-amlworkspace",
    ]);
  });

  test("names of initech, which has a subscription of its own", () => {
    const azure = { subscriptionId: TENANT_SUBSCRIPTION, endpoints: endpoints("tps-report") };
    expect(namesOf(tenant("initech", { azure }))).toEqual([
      "resourceGroup mlp-dev-initech--rg",
      "onlineEndpoint tps-report-initech-6tzsa",
      "identity mlp-dev-initech--id-endpoint-tps-report",
      "virtualNetwork mlp-dev-initech--vnet",
      "networkSecurityGroup mlp-dev-initech--nsg-pe",
      "peering mlp-dev-initech--to-hub",
      "peering mlp-dev-initech--from-hub",
      "privateDnsZoneLink mlp-dev-initech--link",
      "resourceGroup mlp-dev-initech--rg",
      "machineLearningWorkspace mlp--initech--ws",
      "identity mlp-dev-initech--id-workspace",
      "storageAccount stmlpdevinitechw5wdk",
      "keyVault kv-mlp-dev-initech-ozr5b",
      "containerRegistry crmlpdevinitech5ywrp",
      "applicationInsights mlp-dev-initech--appi",
      "privateEndpoint mlp-dev-initech--pe-amlworkspace",
      "networkInterface mlp-dev-initech--nic-pe-amlworkspace",
      "privateEndpoint mlp-dev-initech--pe-blob",
      "networkInterface mlp-dev-initech--nic-pe-blob",
      "privateEndpoint mlp-dev-initech--pe-file",
      "networkInterface mlp-dev-initech--nic-pe-file",
      "privateEndpoint mlp-dev-initech--pe-queue",
      "networkInterface mlp-dev-initech--nic-pe-queue",
      "privateEndpoint mlp-dev-initech--pe-table",
      "networkInterface mlp-dev-initech--nic-pe-table",
      "privateEndpoint mlp-dev-initech--pe-vault",
      "networkInterface mlp-dev-initech--nic-pe-vault",
      "privateEndpoint mlp-dev-initech--pe-registry",
      "networkInterface mlp-dev-initech--nic-pe-registry",
    ]);
  });

  test("names of umbrella, which is shared and has neither a network nor endpoints", () => {
    expect(namesOf(sharedTenant("umbrella", { lifecycle: "retiring" }))).toEqual([
      "resourceGroup mlp-dev-umbrella--rg",
    ]);
  });
});
