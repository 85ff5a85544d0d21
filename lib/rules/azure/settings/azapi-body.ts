import { isMap, type Tree } from "../../../terraform/tree";
import { valuesAt } from "../../blocks";
import { absent, type Expectation, is, matching, noneOf, oneOf } from "../../expectation";
import { each } from "../../list-expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const AZAPI = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"];

/** ARM types with rules of their own about properties of these names. */
const WITH_OWN_RULES: Readonly<Record<string, readonly string[]>> = {
  "microsoft.machinelearningservices/workspaces/onlineendpoints": ["publicNetworkAccess", "keys"],
  "microsoft.machinelearningservices/workspaces/computes": ["disableLocalAuth"],
};

/** Properties that mean the same in ARM types of many services, and what they must be where they are set. */
const PROPERTIES: readonly { readonly name: string; readonly must: Expectation; readonly why: string }[] = [
  { name: "publicNetworkAccess", must: is("Disabled", "Enabled"), why: "Any network could reach the resource." },
  { name: "disableLocalAuth", must: is(true), why: "Keys would open the resource, and Entra knows nothing of them." },
  { name: "allowSharedKeyAccess", must: is(false), why: "Whoever has an account key reads and writes everything." },
  { name: "allowBlobPublicAccess", must: is(false), why: "Containers could be opened to everybody." },
  { name: "allowCrossTenantReplication", must: is(false), why: "Data could be copied to another Entra tenant." },
  { name: "isLocalUserEnabled", must: is(false), why: "Local users sign in past Entra." },
  { name: "supportsHttpsTrafficOnly", must: is(true), why: "Data could be read on its way." },
  {
    name: "minimumTlsVersion",
    must: oneOf(["TLS1_2", "TLS1_3", "1.2", "1.3"], "TLS1_0"),
    why: "Older TLS can be broken.",
  },
  { name: "adminUserEnabled", must: is(false), why: "One password that all share could push images." },
  { name: "anonymousPullEnabled", must: is(false), why: "Everybody who reaches the registry could pull images." },
  { name: "enableRbacAuthorization", must: is(true), why: "Access policies would count in place of roles." },
  { name: "enablePurgeProtection", must: is(true), why: "What is deleted could be deleted for good." },
  { name: "restrictOutboundNetworkAccess", must: is(true), why: "The service could send data to hosts of anybody." },
  { name: "v1LegacyMode", must: is(false), why: "The workspace would have no managed network." },
  { name: "keys", must: absent({ primaryKey: "x" }), why: "The key would stand in files, in plans and in the state." },
];

/** One rule for each property, over the bodies of all ARM types. */
const SECURE_PROPERTIES: readonly Rule[] = PROPERTIES.map(({ name, must, why }) => ({
  id: `azure-azapi-${name.replace(/([A-Z])/g, "-$1").toLowerCase()}`,
  severity: "high",
  title: `The property ${name} of a body ${must.must}.`,
  reason: why,
  source: "Learn: Azure resource reference, ARM templates: the type of the resource",
  controls: ["MCSB PV-2"],
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
    reason: `The argument ${name} counts, and what the body says is refused or fights with it.`,
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
