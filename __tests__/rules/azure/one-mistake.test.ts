import { stackPlans } from "../../../lib/app";
import { BUILT_IN_ROLES } from "../../../lib/blueprint/roles";
import { AZURE_RULES } from "../../../lib/rules/azure/azure-rules";
import { checkStack } from "../../../lib/rules/check-stack";
import type { Tree } from "../../../lib/terraform/tree";
import { sampleBlueprint } from "../../support/files";
import { type StackJson, synthPlan } from "../../support/synth";

const STACKS = new Map(stackPlans(sampleBlueprint()).map((plan) => [plan.name, JSON.stringify(synthPlan(plan))]));
const SUBSCRIPTION = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
const FOREIGN = `/subscriptions/${SUBSCRIPTION}/resourceGroups/mlp-dev-globex--rg/providers`;
const ML = "Microsoft.MachineLearningServices/workspaces";
const WORKSPACE = "azurerm_machine_learning_workspace";
const role = (name: keyof typeof BUILT_IN_ROLES) =>
  `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${BUILT_IN_ROLES[name]}`;

/** A sample stack, to change. */
class Sample {
  readonly stack: StackJson;

  constructor(readonly name: string) {
    this.stack = JSON.parse(STACKS.get(name) ?? "") as StackJson;
  }

  /** The address of the first resource of a type whose name in the stack begins so. */
  address(type: string, prefix = ""): string {
    const id = Object.keys(this.stack.resource[type] ?? {}).find((one) => one.startsWith(prefix));
    if (id === undefined) throw new Error(`${this.name} has no ${type}.${prefix}`);
    return `${type}.${id}`;
  }

  /** An expression for one of its attributes. */
  attribute(type: string, prefix = "", attribute = "id"): string {
    return `\${${this.address(type, prefix)}.${attribute}}`;
  }

  change(type: string, prefix: string, change: Tree): void {
    const id = this.address(type, prefix).slice(type.length + 1);
    Object.assign(this.stack.resource[type]?.[id] ?? {}, change);
  }

  add(type: string, content: Tree): void {
    this.stack.resource[type] = { ...this.stack.resource[type], added: content };
  }

  findings(): string[] {
    const found = checkStack(this.name, this.stack, AZURE_RULES);
    return found.map(({ rule, address, argument }) => {
      const [type = "", id = ""] = address.split(".");
      return `${rule.id} ${type} ${id.replace(/_[0-9A-F]{8}$/, "")} ${argument}`.trim();
    });
  }
}

const identityOf = (sample: Sample, prefix: string) => [
  { type: "UserAssigned", identity_ids: [sample.attribute("azurerm_user_assigned_identity", prefix)] },
];
const assignment = (sample: Sample, name: keyof typeof BUILT_IN_ROLES, scope: string): Tree => ({
  principal_id: "8d2bbdc9-e87f-4e7b-8ac0-7c5aad9ebf98",
  principal_type: "Group",
  role_definition_id: role(name),
  scope: sample.attribute(scope),
});

test.each<[what: string, stack: string, change: (sample: Sample) => void, finding: string]>([
  [
    "an endpoint with the workspace's identity",
    "tenant-acme",
    (sample) => {
      sample.change("azapi_resource", "endpoint-churn_endpoint", {
        identity: identityOf(sample, "workspace_identity"),
      });
    },
    "azure-endpoint-identity azapi_resource endpoint-churn_endpoint identity.identity_ids",
  ],
  [
    "a compute instance with an endpoint's identity",
    "tenant-acme",
    (sample) => {
      sample.change("azapi_resource", "compute_instance", { identity: identityOf(sample, "endpoint-churn_identity") });
    },
    "azure-endpoint-identity azapi_resource endpoint-churn_endpoint identity.identity_ids",
  ],
  [
    "a role by its name",
    "tenant-acme",
    (sample) => {
      sample.change("azurerm_role_assignment", "workspace_identity-grants_storageContributor", {
        role_definition_id: undefined,
        role_definition_name: "Owner",
      });
    },
    "azure-role-assignment-right azurerm_role_assignment workspace_identity-grants_storageContributor role_definition_name",
  ],
  [
    "a role on the storage account that nobody gets",
    "tenant-acme",
    (sample) => {
      sample.add("azurerm_role_assignment", assignment(sample, "Key Vault Administrator", "azurerm_storage_account"));
    },
    "azure-role-assignment-right azurerm_role_assignment added role_definition_id",
  ],
  [
    "people who work in the workspace that tenants share",
    "ml-workspace",
    (sample) => {
      sample.add("azurerm_role_assignment", assignment(sample, "AzureML Data Scientist", WORKSPACE));
    },
    "azure-role-assignment-right azurerm_role_assignment added role_definition_id",
  ],
  [
    "an endpoint in another tenant's workspace",
    "tenant-globex",
    (sample) => {
      sample.change("azapi_resource", "endpoint-fraud_endpoint", { parent_id: `${FOREIGN}/${ML}/ws` });
    },
    "azure-endpoint-workspace azapi_resource endpoint-fraud_endpoint parent_id",
  ],
  [
    "a private endpoint to another tenant's workspace",
    "tenant-acme",
    (sample) => {
      sample.change("azurerm_private_endpoint", "workspace_private-endpoint-amlworkspace", {
        private_service_connection: {
          name: "ws",
          is_manual_connection: false,
          private_connection_resource_id: `${FOREIGN}/${ML}/ws`,
          subresource_names: ["amlworkspace"],
        },
      });
    },
    "azure-other-tenant azurerm_private_endpoint workspace_private-endpoint-amlworkspace private_service_connection.private_connection_resource_id",
  ],
  [
    "an outbound rule to another tenant's account",
    "tenant-acme",
    (sample) => {
      sample.change("azapi_resource", "workspace_managed-network_rules_lake", {
        body: {
          properties: {
            type: "PrivateEndpoint",
            category: "UserDefined",
            destination: {
              serviceResourceId: `${FOREIGN}/Microsoft.Storage/storageAccounts/lake`,
              subresourceTarget: "dfs",
              sparkEnabled: true,
            },
          },
        },
      });
    },
    "azure-other-tenant azapi_resource workspace_managed-network_rules_lake body.properties.destination.serviceResourceId",
  ],
  [
    "an update that turns the managed network off",
    "tenant-acme",
    (sample) => {
      sample.add("azapi_update_resource", {
        type: `${ML}@2025-06-01`,
        resource_id: sample.attribute(WORKSPACE),
        body: { properties: { managedNetwork: { isolationMode: "Disabled" } } },
      });
    },
    "azure-ml-managed-network-isolation-mode azapi_update_resource added body.properties.managedNetwork.isolationMode",
  ],
  [
    "Azure Bastion in the jump host's subnet",
    "hub",
    (sample) => {
      sample.change("azurerm_bastion_host", "", {
        ip_configuration: {
          name: "bastion",
          subnet_id: sample.attribute("azurerm_subnet", "jump-host_subnet"),
          public_ip_address_id: sample.attribute("azurerm_public_ip", "bastion"),
        },
      });
    },
    "azure-bastion-place azurerm_bastion_host bastion_host ip_configuration.subnet_id",
  ],
  [
    "a lock that was moved to the key vault",
    "tenant-acme",
    (sample) => {
      sample.change("azurerm_management_lock", "workspace_storage", { scope: sample.attribute("azurerm_key_vault") });
    },
    "azure-stateful-lock azurerm_storage_account workspace_storage",
  ],
  [
    "a custom role for another subscription",
    "hub",
    (sample) => {
      sample.change("azurerm_role_definition", "", {
        assignable_scopes: ["/subscriptions/3d5b8e60-2a4c-4f7b-8c1d-9e0f6a7b5c42"],
      });
    },
    "azure-custom-role-scopes azurerm_role_definition deployer-role assignable_scopes",
  ],
  [
    "a second link to a copy of a zone",
    "tenant-globex",
    (sample) => {
      const [link] = Object.values(sample.stack.resource.azurerm_private_dns_zone_virtual_network_link ?? {});
      sample.add("azurerm_private_dns_zone_virtual_network_link", { ...link, name: "again" });
    },
    "azure-dns-link-once azurerm_private_dns_zone_virtual_network_link added private_dns_zone_name",
  ],
  [
    "a security rule that lets everything in",
    "tenant-acme",
    (sample) => {
      sample.add("azurerm_network_security_rule", {
        ...Object.values(sample.stack.resource.azurerm_network_security_rule ?? {})[0],
        priority: 200,
        access: "Allow",
        protocol: "*",
        source_address_prefixes: undefined,
        source_address_prefix: "*",
        destination_port_range: "*",
      });
    },
    "azure-security-rule-sources azurerm_network_security_rule added source_address_prefix",
  ],
])("Of %s there is one finding.", (_, stack, change, finding) => {
  const sample = new Sample(stack);
  change(sample);

  expect(sample.findings()).toEqual([finding]);
});

test.each<[what: string, change: (sample: Sample) => void]>([
  [
    "A second diagnostic setting",
    (sample) => {
      const settings = Object.values(sample.stack.resource.azurerm_monitor_diagnostic_setting ?? {});
      const vault = settings.find((one) => String(one.target_resource_id).includes("azurerm_key_vault"));
      sample.add("azurerm_monitor_diagnostic_setting", { ...vault, name: "second" });
    },
  ],
  [
    "An outbound rule at the end of the chain",
    (sample) => {
      const rules = Object.entries(sample.stack.resource.azapi_resource ?? {}).filter(([id]) => id.includes("_rules_"));
      const isLast = ([id]: [string, unknown]) => !rules.some(([, rule]) => JSON.stringify(rule).includes(`.${id}`));
      const [last = ""] = rules.find(isLast) ?? [];
      const [, pypi] = rules.find(([id]) => id.includes("_pypi_")) ?? [];
      sample.add("azapi_resource", { ...pypi, name: "conda", depends_on: [`azapi_resource.${last}`] });
    },
  ],
])("%s beside what is there is right.", (_, change) => {
  const sample = new Sample("tenant-acme");
  change(sample);

  expect(sample.findings()).toEqual([]);
});
