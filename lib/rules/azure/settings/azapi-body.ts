import { isMap, type Tree } from "../../../terraform/tree";
import { valuesAt } from "../../blocks";
import { absent, type Expectation, is, matching, noneOf, oneOf } from "../../expectation";
import { each } from "../../list-expectation";
import type { Resource } from "../../resource";
import type { Rule, RuleText } from "../../rule";
import { settings } from "../../setting";

const AZAPI = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"];

/** ARM types with rules of their own about properties of these names. */
const WITH_OWN_RULES: Readonly<Record<string, readonly string[]>> = {
  "microsoft.machinelearningservices/workspaces/onlineendpoints": ["publicNetworkAccess", "keys"],
  "microsoft.machinelearningservices/workspaces/computes": ["disableLocalAuth"],
};

/** A property that means the same in ARM types of many services, and what it must be where it is set. */
interface SecureProperty extends Pick<RuleText, "reason" | "source" | "controls"> {
  readonly name: string;
  readonly must: Expectation;
}

const PROPERTIES: readonly SecureProperty[] = [
  {
    name: "publicNetworkAccess",
    must: is("Disabled", "Enabled"),
    reason: "Any network could reach the resource.",
    source: "Learn: Microsoft cloud security benchmark, NS-2: Secure cloud native services with network controls",
    controls: ["MCSB NS-2"],
  },
  {
    name: "disableLocalAuth",
    must: is(true),
    reason: "Keys would open the resource, and Entra does not know them.",
    source:
      "Azure Policy: Azure AI Services resources should have key access disabled (disable local authentication) (71ef260a)",
    controls: ["MCSB IM-1"],
  },
  {
    name: "allowSharedKeyAccess",
    must: is(false),
    reason: "Whoever has an account key reads and writes everything.",
    source: "Azure Policy: Storage accounts should prevent shared key access (8c6a50c6)",
    controls: ["MCSB IM-1", "CIS Azure 5.0.0 9.3.1.3"],
  },
  {
    name: "allowBlobPublicAccess",
    must: is(false),
    reason: "Containers could be opened to everybody.",
    source: "Azure Policy: Storage account public access should be disallowed (4fa4b6c0)",
    controls: ["MCSB NS-2", "CIS Azure 3.0.0 4.17"],
  },
  {
    name: "allowCrossTenantReplication",
    must: is(false),
    reason: "Data could be copied to another Entra tenant.",
    source: "Azure Policy: Storage accounts should prevent cross tenant object replication (92a89a79)",
    controls: ["MCSB DP-2", "CIS Azure 3.0.0 4.16"],
  },
  {
    name: "isLocalUserEnabled",
    must: is(false),
    reason: "Local users sign in without Entra.",
    source: "Learn: SSH File Transfer Protocol (SFTP) support for Azure Blob Storage",
    controls: ["MCSB IM-1"],
  },
  {
    name: "supportsHttpsTrafficOnly",
    must: is(true),
    reason: "Data could be read on its way.",
    source: "Azure Policy: Secure transfer to storage accounts should be enabled (404c3081)",
    controls: ["MCSB DP-3", "CIS Azure 3.0.0 4.1"],
  },
  {
    name: "minimumTlsVersion",
    must: oneOf(["TLS1_2", "TLS1_3", "1.2", "1.3"], "TLS1_0"),
    reason: "Older TLS can be broken.",
    source: "Azure Policy: Storage accounts should have the specified minimum TLS version (fe83a0eb)",
    controls: ["MCSB DP-3", "CIS Azure 3.0.0 4.15"],
  },
  {
    name: "adminUserEnabled",
    must: is(false),
    reason: "One password that all share could push images.",
    source: "Azure Policy: Container registries should have local admin account disabled (dc921057)",
    controls: ["MCSB IM-1", "MCSB IM-8"],
  },
  {
    name: "anonymousPullEnabled",
    must: is(false),
    reason: "Everybody who reaches the registry could pull images.",
    source: "Azure Policy: Container registries should have anonymous authentication disabled (9f2dea28)",
    controls: ["MCSB IM-1"],
  },
  {
    name: "enableRbacAuthorization",
    must: is(true),
    reason: "Access policies would count in place of roles.",
    source: "Azure Policy: Azure Key Vault should use RBAC permission model (12d4fa5e)",
    controls: ["MCSB PA-7", "CIS Azure 3.0.0 3.3.6"],
  },
  {
    name: "enablePurgeProtection",
    must: is(true),
    reason: "What is deleted could be deleted for good.",
    source: "Azure Policy: Key vaults should have deletion protection enabled (0b60c0b2)",
    controls: ["MCSB DP-8", "CIS Azure 3.0.0 3.3.5"],
  },
  {
    name: "restrictOutboundNetworkAccess",
    must: is(true),
    reason: "The service could send data to hosts of anybody.",
    source: "Learn: Configure data loss prevention for Azure AI services",
    controls: ["MCSB DP-2", "MCSB NS-3"],
  },
  {
    name: "v1LegacyMode",
    must: is(false),
    reason: "The workspace would have no managed network.",
    source: "Learn: Network isolation change with the v2 API platform on Azure Resource Manager",
    controls: ["MCSB NS-2"],
  },
  {
    name: "keys",
    must: absent({ primaryKey: "x" }),
    reason: "The key would stand in files, in plans and in the state.",
    source: "Learn: Authentication and authorization for online endpoints",
    controls: ["MCSB IM-8"],
  },
];

/** One rule for each property, over the bodies of all ARM types. */
const SECURE_PROPERTIES: readonly Rule[] = PROPERTIES.map(({ name, must, ...text }) => ({
  ...text,
  id: `azure-azapi-${name.replace(/([A-Z])/g, "-$1").toLowerCase()}`,
  severity: "high",
  title: `The property ${name} of a body ${must.must}.`,
  fix:
    must.right === undefined ? `remove properties.${name}` : `set properties.${name} to ${JSON.stringify(must.right)}`,
  example: { wrong: example(name, must.wrong), right: example(name, must.right) },
  check: (stack) =>
    AZAPI.flatMap((type) => stack.resources(type))
      .filter((resource) => !hasOwnRule(resource, name))
      .flatMap((resource) =>
        valuesAt(resource.content, `body?.properties?.${name}`)
          .filter(({ value }) => value !== undefined && !must.holds(value))
          .map(({ argument, value }) => ({ resource, argument, found: value, must: must.must })),
      ),
}));

const MADE = settings("azapi_resource", [
  ...["identity", "location", "tags"].map((name) => ({
    id: `azure-azapi-body-${name}`,
    severity: "medium" as const,
    title: `Bodies of azapi resources have no ${name}.`,
    argument: `body?.${name}`,
    must: absent({ x: "y" }),
    mayBeAbsent: true as const,
    reason: `The argument ${name} counts, and what the body says is refused, or differs from it in each plan.`,
    source: "Terraform azapi provider: azapi_resource",
    controls: ["MCSB PV-2"] as const,
    fix: `move it to the argument ${name}`,
  })),
  {
    id: "azure-azapi-schema-validation",
    severity: "medium",
    title: "The provider azapi checks bodies against their type.",
    argument: "schema_validation_enabled",
    must: is(true),
    mayBeAbsent: true,
    reason: "A misspelled property would be sent, and Azure ignores what it does not know.",
    source: "Terraform azapi provider: azapi_resource",
    controls: ["MCSB PV-2"],
  },
]);

const WHOLE_ANSWER = AZAPI.flatMap((type) =>
  settings(type, [
    {
      id: `azure-${type.replaceAll("_", "-")}-answer`,
      severity: "medium",
      title: `Resources of type ${type} keep named parts of Azure's answers.`,
      argument: "response_export_values",
      must: { ...each(noneOf(["*"], "properties.provisioningState")), right: [], wrong: ["*"], holds: isNamed },
      mayBeAbsent: true,
      reason: "All of an answer would stand in the state, with whatever secrets Azure puts into it.",
      source: "Terraform azapi provider: azapi_resource, response_export_values",
      controls: ["MCSB IM-8"],
      fix: "name the values that are needed",
    },
  ]),
);

const ACTIONS = settings("azapi_resource_action", [
  {
    id: "azure-azapi-action-secrets",
    severity: "critical",
    title: "No action asks Azure for keys, tokens or secrets.",
    argument: "action",
    must: matching(/^(?!.*(key|token|secret|credential|\bsas\b|connectionstring|\$\{))/i, "must not ask for keys", {
      right: "provisionManagedNetwork",
      wrong: "listKeys",
    }),
    mayBeAbsent: true,
    reason: "The answer would stand in the state, and whoever reads the state would get in.",
    source: "Terraform azapi provider: azapi_resource_action",
    controls: ["MCSB IM-8"],
    fix: "use a role of Entra in place of the key",
  },
]);

function hasOwnRule({ armType = "" }: Resource, name: string): boolean {
  return WITH_OWN_RULES[armType.toLowerCase()]?.includes(name) === true;
}

function isNamed(value: unknown): boolean {
  const values = isMap(value) ? Object.values(value) : Array.isArray(value) ? (value as unknown[]) : [value];
  return !values.includes("*");
}

function example(name: string, value: unknown): Tree {
  const body = { properties: value === undefined ? {} : { [name]: value } };
  return { resource: { azapi_resource: { example: { type: "Microsoft.Example/examples@2025-06-01", body } } } };
}

/** What azapi sends to types that have no rules of their own, and how it sends it. */
export const AZAPI_BODY: readonly Rule[] = [...SECURE_PROPERTIES, ...MADE, ...WHOLE_ANSWER, ...ACTIONS];
