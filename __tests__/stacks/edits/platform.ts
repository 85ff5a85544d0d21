import { type Edit, relocked, under } from "./edit";

const GROUP = "33333333-4444-4555-8666-777777777777";
const DNS = "44444444-5555-4666-8777-888888888888";

/** Edits of the platform's file. */
export const PLATFORM_EDITS: readonly Edit[] = [
  {
    title: "another tag",
    edit: ({ platform }) => {
      platform.tags.team = "ml";
    },
    changes: {
      hub: { tags: ["team"] },
      "ml-workspace": { tags: ["team"] },
      "tenant-acme": { tags: ["team"] },
      "tenant-acme-eu": { tags: ["team"] },
      "tenant-globex": { tags: ["team"] },
      "tenant-initech": { tags: ["team"] },
      "tenant-umbrella": { tags: ["team"] },
    },
  },
  {
    title: "somebody else told of alerts",
    edit: ({ platform }) => {
      platform.azure.alerts.emails.unshift("oncall@acme.example");
    },
    changes: { hub: { changed: { "alerts/action-group": ["email_receiver"] } } },
  },
  {
    title: "logs that are kept longer",
    edit: ({ platform }) => {
      platform.azure.hub.logRetentionDays = 180;
    },
    changes: { hub: { changed: { "logs/workspace": ["retention_in_days"] } } },
  },
  {
    title: "flow logs that are kept longer",
    edit: ({ platform }) => {
      platform.azure.hub.flowLogs = { retentionDays: 180 };
    },
    changes: {
      hub: { changed: { "flow-logs/hub": ["body.properties.retentionPolicy.days"] } },
      "tenant-acme": { changed: { "network/flow-log": ["body.properties.retentionPolicy.days"] } },
      "tenant-acme-eu": { changed: { "network/flow-log": ["body.properties.retentionPolicy.days"] } },
      "tenant-globex": { changed: { "network/flow-log": ["body.properties.retentionPolicy.days"] } },
      "tenant-initech": { changed: { "network/flow-log": ["body.properties.retentionPolicy.days"] } },
    },
  },
  {
    title: "a larger Bastion",
    edit: ({ platform }) => {
      platform.azure.hub.bastion.scaleUnits = 4;
    },
    changes: { hub: { changed: { "bastion/host": ["scale_units"] } } },
  },
  {
    title: "another administrator of the jump host",
    edit: ({ platform }) => {
      platform.azure.hub.jumpHost.admins.unshift({ group: GROUP });
    },
    changes: {
      hub: {
        added: [
          ...under(
            "jump-host",
            "person 33333333-4444-4555-8666-777777777777/bastion Reader",
            "person 33333333-4444-4555-8666-777777777777/machine Reader",
            "person 33333333-4444-4555-8666-777777777777/machine Virtual Machine Administrator Login",
            "person 33333333-4444-4555-8666-777777777777/networkInterface Reader",
          ),
        ],
      },
    },
  },
  {
    title: "a user of the jump host who becomes an administrator",
    edit: ({ platform }) => {
      const { jumpHost } = platform.azure.hub;
      jumpHost.admins.push(jumpHost.users.shift());
    },
    changes: {
      hub: {
        added: ["jump-host/person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/machine Virtual Machine Administrator Login"],
        removed: ["jump-host/person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/machine Virtual Machine User Login"],
      },
    },
  },
  {
    title: "a larger jump host",
    edit: ({ platform }) => {
      platform.azure.hub.jumpHost.size = "Standard_D4s_v5";
    },
    changes: { hub: { changed: { "jump-host/machine": ["size"] } } },
  },
  {
    title: "no jump host, and so no way out of the hub",
    edit: ({ platform }) => {
      delete platform.azure.hub.jumpHost;
      delete platform.azure.hub.egress;
    },
    changes: {
      hub: {
        removed: [
          ...under("egress", "address", "jump-host", "nat-gateway", "public-ip", "public-ip/diagnostics", "runners"),
          ...under(
            "jump-host",
            "entra-login",
            "machine",
            "network-interface",
            "person a12ddfeb-08a1-4a9d-8ce2-9e7ccfb0d1ba/bastion Reader",
            "person a12ddfeb-08a1-4a9d-8ce2-9e7ccfb0d1ba/machine Reader",
            "person a12ddfeb-08a1-4a9d-8ce2-9e7ccfb0d1ba/machine Virtual Machine Administrator Login",
            "person a12ddfeb-08a1-4a9d-8ce2-9e7ccfb0d1ba/networkInterface Reader",
            "person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/bastion Reader",
            "person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/machine Reader",
            "person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/machine Virtual Machine User Login",
            "person b23eeafc-19b2-4bae-9df3-af8dd0c1e2cb/networkInterface Reader",
            "subnet/AllowHttpsOutbound",
            "subnet/AllowSshInbound",
            "subnet/DenyAllInbound",
            "subnet/DenyAllOutbound",
            "subnet/association",
            "subnet/nsg",
            "subnet/nsg/diagnostics",
            "subnet/subnet",
          ),
        ],
      },
    },
  },
  {
    title: "another deployer of the platform",
    edit: ({ platform }) => {
      platform.azure.deployers.push({ group: GROUP });
    },
    changes: {
      "ml-workspace": {
        added: [
          ...under(
            "workspace",
            "deployer 33333333-4444-4555-8666-777777777777 grants/keyVault Azure AI Enterprise Network Connection Approver",
            "deployer 33333333-4444-4555-8666-777777777777 grants/registry Azure AI Enterprise Network Connection Approver",
            "deployer 33333333-4444-4555-8666-777777777777 grants/storage Azure AI Enterprise Network Connection Approver",
            "openai/deployer 33333333-4444-4555-8666-777777777777 grants/openAi Azure AI Enterprise Network Connection Approver",
          ),
        ],
        replaced: relocked("key-vault"),
      },
      "tenant-acme": {
        added: [
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/keyVault Azure AI Enterprise Network Connection Approver",
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/registry Azure AI Enterprise Network Connection Approver",
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/storage Azure AI Enterprise Network Connection Approver",
        ],
        replaced: relocked("key-vault", "registry", "storage"),
      },
      "tenant-acme-eu": {
        added: [
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/keyVault Azure AI Enterprise Network Connection Approver",
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/registry Azure AI Enterprise Network Connection Approver",
          "workspace/deployer 33333333-4444-4555-8666-777777777777 grants/storage Azure AI Enterprise Network Connection Approver",
        ],
        replaced: relocked("key-vault", "registry", "storage"),
      },
      "tenant-initech": {
        added: [
          ...under(
            "workspace",
            "deployer 33333333-4444-4555-8666-777777777777 grants/keyVault Azure AI Enterprise Network Connection Approver",
            "deployer 33333333-4444-4555-8666-777777777777 grants/registry Azure AI Enterprise Network Connection Approver",
            "deployer 33333333-4444-4555-8666-777777777777 grants/storage Azure AI Enterprise Network Connection Approver",
            "openai/deployer 33333333-4444-4555-8666-777777777777 grants/openAi Azure AI Enterprise Network Connection Approver",
          ),
        ],
        replaced: relocked("key-vault", "registry", "storage"),
      },
    },
  },
  {
    title: "another subscription of tenants",
    edit: ({ platform }) => {
      platform.azure.tenantSubscriptions.unshift(DNS);
    },
    changes: {
      hub: {
        added: [`activity-logs/${DNS}`],
        changed: {
          "deployer-role": ["assignable_scopes"],
          "reader-role": ["assignable_scopes"],
          "scorer-role": ["assignable_scopes"],
        },
      },
    },
  },
  {
    title: "a DNS zone that exists elsewhere",
    edit: ({ platform }) => {
      platform.azure.hub.privateDnsZones = {
        existing: {
          "privatelink.azurecr.io": `/subscriptions/${DNS}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`,
        },
      };
    },
    changes: {
      hub: {
        removed: ["dns/privatelink.azurecr.io"],
        replaced: { "dns/privatelink.azurecr.io-link": ["private_dns_zone_name", "resource_group_name"] },
        providers: ["azurerm"],
      },
      "ml-workspace": {
        changed: { "workspace/private-endpoint-registry": ["private_dns_zone_group.private_dns_zone_ids"] },
      },
      "tenant-acme": {
        changed: { "workspace/private-endpoint-registry": ["private_dns_zone_group.private_dns_zone_ids"] },
        replaced: { "network/privatelink.azurecr.io-link": ["resource_group_name"] },
        providers: ["azurerm"],
      },
      "tenant-acme-eu": {
        changed: { "workspace/private-endpoint-registry": ["private_dns_zone_group.private_dns_zone_ids"] },
        replaced: { "network/privatelink.azurecr.io-link": ["resource_group_name"] },
        providers: ["azurerm"],
      },
      "tenant-globex": { providers: ["azurerm"] },
      "tenant-initech": {
        changed: { "workspace/private-endpoint-registry": ["private_dns_zone_group.private_dns_zone_ids"] },
        replaced: { "network/privatelink.azurecr.io-link": ["resource_group_name"] },
        providers: ["azurerm"],
      },
      "tenant-umbrella": { providers: ["azurerm"] },
    },
  },
  {
    title: "a limit that was raised",
    edit: ({ platform }) => {
      platform.azure.limits = { onlineEndpointsPerRegion: 500 };
    },
    changes: {},
  },
  {
    title: "another size of what builds images",
    edit: ({ platform }) => {
      platform.azure.imageBuildVmSize = "Standard_D4s_v3";
    },
    changes: {
      "ml-workspace": { replaced: { "workspace/image-build/cluster": ["vm_size"] } },
      "tenant-acme": { replaced: { "workspace/image-build/cluster": ["vm_size"] } },
      "tenant-acme-eu": { replaced: { "workspace/image-build/cluster": ["vm_size"] } },
      "tenant-initech": { replaced: { "workspace/image-build/cluster": ["vm_size"] } },
    },
  },
  {
    title: "no zones",
    edit: ({ platform }) => {
      platform.azure.zoneRedundant = false;
    },
    changes: {
      hub: {
        replaced: {
          "bastion/public-ip": ["zones"],
          "egress/public-ip": ["zones"],
          "flow-logs/storage": ["account_replication_type"],
        },
      },
      "ml-workspace": {
        replaced: {
          "workspace/registry": ["zone_redundancy_enabled"],
          "workspace/storage": ["account_replication_type"],
        },
      },
      "tenant-acme": {
        replaced: {
          "workspace/registry": ["zone_redundancy_enabled"],
          "workspace/storage": ["account_replication_type"],
        },
      },
      "tenant-acme-eu": {
        replaced: {
          "workspace/registry": ["zone_redundancy_enabled"],
          "workspace/storage": ["account_replication_type"],
        },
      },
      "tenant-initech": {
        replaced: {
          "workspace/registry": ["zone_redundancy_enabled"],
          "workspace/storage": ["account_replication_type"],
        },
      },
    },
  },
  {
    title: "a platform that retires",
    edit: ({ platform }) => {
      platform.lifecycle = "retiring";
    },
    changes: {
      hub: { removed: ["flow-logs/storage/lock", "logs/workspace/lock"], providers: ["azurerm"] },
      "ml-workspace": { removed: ["workspace/key-vault/lock"], providers: ["azurerm"] },
    },
  },
];
