import { type Edit, under } from "./edit";

const SUBSCRIPTION = "20000000-0000-4000-8000-000000000002";
const USER = "22222222-3333-4444-8555-666666666666";
const id = (type: string, name: string) =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/acme-data/providers/${type}/${name}`;

/** Edits of what a workspace reaches, and of what computes in it. */
export const WORKSPACE_EDITS: readonly Edit[] = [
  {
    title: "another fqdn rule in the middle",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound.splice(2, 0, { name: "mirror", fqdn: "mirror.example.com" });
    },
    changes: { "tenant-acme": { added: ["workspace/managed-network/rules/mirror"] } },
  },
  {
    title: "a private endpoint rule less in the middle",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound.splice(2, 1);
    },
    changes: {
      "tenant-acme": {
        removed: [
          "workspace/managed-network/rules/lake",
          "workspace/managed-network/target-acmelake-n4hlv/approver",
          "workspace/managed-network/target-acmelake-n4hlv/approver-known",
        ],
      },
    },
  },
  {
    title: "another private endpoint rule in the middle",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound.splice(1, 0, {
        name: "models",
        privateEndpoint: { resourceId: id("Microsoft.Storage/storageAccounts", "models"), subresource: "blob" },
      });
    },
    changes: {
      "tenant-acme": {
        added: [
          "workspace/managed-network/rules/models",
          "workspace/managed-network/target-models-a2cpz/approver",
          "workspace/managed-network/target-models-a2cpz/approver-known",
        ],
      },
    },
  },
  {
    title: "another service tag rule in the middle",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound.splice(3, 0, { name: "power", serviceTag: "PowerBI" });
    },
    changes: { "tenant-acme": { added: ["workspace/managed-network/rules/power"] } },
  },
  {
    title: "a service tag rule less",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound.pop();
    },
    changes: { "tenant-acme": { removed: ["workspace/managed-network/rules/eventhub"] } },
  },
  {
    title: "an fqdn rule less",
    edit: ({ platform }) => {
      platform.azure.workspace.outbound.shift();
    },
    changes: { "ml-workspace": { removed: ["workspace/managed-network/rules/pypi"] } },
  },
  {
    title: "an fqdn rule to another host",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[0].fqdn = "files.pythonhosted.org";
    },
    changes: {
      "tenant-acme": { changed: { "workspace/managed-network/rules/pypi": ["body.properties.destination"] } },
    },
  },
  {
    title: "a private endpoint rule to another resource",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[2].privateEndpoint.resourceId = id("Microsoft.Storage/storageAccounts", "lake2");
    },
    changes: {
      "tenant-acme": {
        added: [
          "workspace/managed-network/target-lake2-7bspq/approver",
          "workspace/managed-network/target-lake2-7bspq/approver-known",
        ],
        removed: [
          "workspace/managed-network/target-acmelake-n4hlv/approver",
          "workspace/managed-network/target-acmelake-n4hlv/approver-known",
        ],
        replaced: { "workspace/managed-network/rules/lake": ["replace_triggers_external_values"] },
      },
    },
  },
  {
    title: "a private endpoint rule to a resource of another kind",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[1].privateEndpoint = {
        resourceId: id("Microsoft.KeyVault/vaults", "keys"),
        subresource: "vault",
      };
    },
    changes: {
      "tenant-acme": {
        added: [
          "workspace/managed-network/target-keys-6mhyy/approver",
          "workspace/managed-network/target-keys-6mhyy/approver-known",
        ],
        removed: [
          "workspace/managed-network/target-oai-shared-maeyb/approver",
          "workspace/managed-network/target-oai-shared-maeyb/approver-known",
        ],
        replaced: { "workspace/managed-network/rules/openai": ["replace_triggers_external_values"] },
      },
    },
  },
  {
    title: "a gateway rule for another host",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[3].privateEndpoint.fqdns.push("git.corp.acme.example");
    },
    changes: { "tenant-acme": { changed: { "workspace/managed-network/rules/artifacts": ["body.properties.fqdns"] } } },
  },
  {
    title: "a service tag rule with other ports",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[5].ports = "443";
    },
    changes: {
      "tenant-acme": {
        changed: { "workspace/managed-network/rules/eventhub": ["body.properties.destination.portRanges"] },
      },
    },
  },
  {
    title: "a service tag rule without its region",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[5].serviceTag = "EventHub";
    },
    changes: {
      "tenant-acme": {
        changed: { "workspace/managed-network/rules/eventhub": ["body.properties.destination.serviceTag"] },
      },
    },
  },
  {
    title: "a rule of another kind under the same name",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[4] = { name: "grafana", fqdn: "grafana.example.com" };
    },
    changes: {
      "tenant-acme": { replaced: { "workspace/managed-network/rules/grafana": ["replace_triggers_external_values"] } },
    },
  },
  {
    title: "a rule with another name",
    edit: ({ tenants }) => {
      tenants.acme.azure.outbound[2].name = "datalake";
    },
    changes: {
      "tenant-acme": {
        added: ["workspace/managed-network/rules/datalake"],
        removed: ["workspace/managed-network/rules/lake"],
      },
    },
  },
  {
    title: "another firewall",
    edit: ({ tenants }) => {
      tenants.acme.azure.managedNetwork.firewallSku = "Basic";
    },
    changes: {
      "tenant-acme": {
        changed: { "workspace/managed-network/settings": ["body.properties.managedNetwork.firewallSku"] },
      },
    },
  },
  {
    title: "another cluster",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.clusters.unshift({ name: "gpu", vmSize: "Standard_NC4as_T4_v3", maxNodes: 2 });
    },
    changes: { "tenant-acme": { added: ["compute/cluster-gpu", "compute/cluster-gpu/scaling"] } },
  },
  {
    title: "a cluster less",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.clusters.shift();
    },
    changes: { "tenant-acme": { removed: ["compute/cluster-cpu", "compute/cluster-cpu/scaling"] } },
  },
  {
    title: "more nodes of a cluster",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.clusters[0].maxNodes = 8;
    },
    changes: {
      "tenant-acme": {
        changed: { "compute/cluster-cpu/scaling": ["body.properties.properties.scaleSettings.maxNodeCount"] },
      },
    },
  },
  {
    title: "another instance",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.instances.push({ name: "grace", vmSize: "Standard_DS11_v2", user: USER });
    },
    changes: {
      "tenant-acme": {
        added: ["compute/instance-grace", "compute/instance-grace-idle"],
        outputs: ["compute_instance_names"],
      },
    },
  },
  {
    title: "an instance less",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.instances.pop();
    },
    changes: {
      "tenant-acme": {
        removed: ["compute/instance-ada", "compute/instance-ada-idle"],
        outputs: ["compute_instance_names"],
      },
    },
  },
  {
    title: "an instance that waits longer",
    edit: ({ tenants }) => {
      tenants.acme.azure.compute.instances[0].idleMinutes = 90;
    },
    changes: { "tenant-acme": { changed: { "compute/instance-ada-idle": ["body.idleTimeBeforeShutdown"] } } },
  },
  {
    title: "another model of Azure OpenAI",
    edit: ({ platform }) => {
      platform.azure.workspace.openai.deployments.unshift({ name: "coder", model: "gpt-4.1", version: "2025-04-14" });
    },
    changes: { "ml-workspace": { added: ["workspace/openai/deployment-coder"] } },
  },
  {
    title: "a model of Azure OpenAI less",
    edit: ({ platform }) => {
      platform.azure.workspace.openai.deployments.shift();
    },
    changes: { "ml-workspace": { removed: ["workspace/openai/deployment-chat"] } },
  },
  {
    title: "more capacity of a model",
    edit: ({ tenants }) => {
      tenants.initech.azure.openai.deployments[0].capacity = 20;
    },
    changes: { "tenant-initech": { changed: { "workspace/openai/deployment-reports": ["sku.capacity"] } } },
  },
  {
    title: "another version of a model of Azure OpenAI",
    edit: ({ tenants }) => {
      tenants.initech.azure.openai.deployments[0].version = "2025-01-01";
    },
    changes: { "tenant-initech": { changed: { "workspace/openai/deployment-reports": ["model.version"] } } },
  },
  {
    title: "an Azure OpenAI account",
    edit: ({ tenants }) => {
      tenants["acme-eu"].azure.openai = { deployments: [{ name: "chat", model: "gpt-4o", version: "2024-11-20" }] };
    },
    changes: {
      "tenant-acme-eu": {
        added: [
          "endpoint-churn/grants/openAi Cognitive Services OpenAI User",
          "network/privatelink.openai.azure.com-link",
          ...under(
            "workspace",
            "managed-network/rules/workspace-openai",
            "openai/account",
            "openai/account/diagnostics",
            "openai/approvers-known",
            "openai/deployer 3e7c6e74-9d2a-4f2c-9b7a-2d0b5e4f6a43 grants/openAi Azure AI Enterprise Network Connection Approver",
            "openai/deployment-chat",
            "openai/identity-grants/openAi Azure AI Enterprise Network Connection Approver",
            "openai/private-endpoint",
          ),
        ],
        outputs: ["openai_endpoint"],
      },
    },
  },
];
