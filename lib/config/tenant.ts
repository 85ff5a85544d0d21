import { z } from "zod";
import { application } from "./application";
import { awsTenant } from "./aws-tenant";
import { onSomeCloud } from "./clouds";
import { compute } from "./compute";
import { across, type CrossFinding, uniqueBy, valueAt } from "./cross-checks";
import { collectionInSharedStorage, endpoint } from "./endpoint";
import { exceptions } from "./exceptions";
import { addressRange, email, guid, identifier, line } from "./fields";
import { managedNetwork, outboundRules, rulesAgainstNetwork } from "./managed-network";
import { openAi } from "./openai";
import { budget, endpointAlerts, lifecycle } from "./operations";
import { alreadyIn, principals } from "./principals";

const network = z.strictObject({
  addressSpace: addressRange({ shortest: 16, longest: 27 }).meta({
    description: "The range of the tenant's virtual network, /16 to /27, which no other network may overlap.",
  }),
});

const azureFields = z.strictObject({
  isolation: z.enum(["dedicated", "shared"]).default("dedicated").meta({
    description:
      "dedicated (default): a workspace of the tenant's own. shared: endpoints in the platform's shared workspace.",
  }),
  subscriptionId: guid().optional().meta({
    description:
      "The tenant's own subscription, one of azure.tenantSubscriptions of the platform. Default: the platform's subscription.",
  }),
  network: network.optional().meta({
    description:
      "The tenant's virtual network, peered with the hub. A dedicated tenant needs one; a shared tenant without one scores from the hub.",
  }),
  managedNetwork: managedNetwork.optional().meta({
    description: "The managed network of the tenant's workspace. Dedicated tenants only.",
  }),
  access: across(
    z.strictObject({
      dataScientists: principals.optional().meta({
        description: "Who works in the tenant's workspace, as AzureML Data Scientist. Dedicated tenants only.",
      }),
      deployers: principals.optional().meta({
        description:
          "Who registers models and deploys them to the tenant's endpoints, and cannot call them. Dedicated tenants only.",
      }),
      readers: principals.default([]).meta({
        description: "Who may look at the tenant's endpoints, their deployments and their logs, and change nothing.",
      }),
      scorers: principals.default([]).meta({ description: "Who may call the tenant's endpoints, and nothing else." }),
    }),
    // Both upload to the storage account: Azure refuses the second assignment of one role.
    (lists) => alreadyIn(lists, "dataScientists", "deployers"),
  )
    .prefault({})
    .meta({ description: "Who may do what." }),
  application: application.optional().meta({
    description:
      "The tenant's registration in Microsoft Entra, with the app role Scorer for its scorers. Default: none is made.",
  }),
  endpoints: uniqueBy(z.array(endpoint), "name").default([]).meta({ description: "The tenant's online endpoints." }),
  alerts: endpointAlerts.prefault({}).meta({ description: "When alerts about the tenant's endpoints fire." }),
  budget: budget
    .optional()
    .meta({ description: "What the tenant's resource group may cost a month. Default: no budget." }),
  outbound: outboundRules.optional().meta({
    description: "What the managed network of the tenant's workspace may reach. Dedicated tenants only.",
  }),
  compute: compute.optional().meta({
    description: "Clusters and compute instances in the tenant's workspace. Dedicated tenants only.",
  }),
  openai: openAi.optional().meta({
    description:
      "An Azure OpenAI account of the tenant's own, for its endpoints and data scientists. Dedicated tenants only.",
  }),
});

/** What only dedicated tenants have gets its default after the checks: they must see whether the file says it. */
const azure = across(azureFields, (value) => [...againstIsolation(value), ...rulesAgainstNetwork(value)])
  .meta({ description: "What the tenant has on Azure." })
  .transform(({ access, managedNetwork: given, outbound = [], ...rest }) => ({
    ...rest,
    access: { ...access, dataScientists: access.dataScientists ?? [], deployers: access.deployers ?? [] },
    managedNetwork: given ?? managedNetwork.parse({}),
    outbound,
  }));

/** What a dedicated tenant lacks, or what only a dedicated tenant can have. */
function againstIsolation(value: Readonly<Record<string, unknown>>): CrossFinding[] {
  const { isolation } = value;
  if (isolation === "dedicated" && value.network === undefined) {
    return [{ path: ["network"], message: "is required for a dedicated tenant: its private endpoints stand in it" }];
  }
  if (isolation !== "shared") return [];
  const found = DEDICATED_ONLY.filter(({ path }) => path.reduce(valueAt, value) !== undefined).map(
    ({ path, reason }) => ({ path, message: `is for dedicated tenants only, ${reason}; remove it` }),
  );
  return [...found, ...collectionInSharedStorage(value.endpoints)];
}

const DEDICATED_ONLY: readonly { path: readonly string[]; reason: string }[] = [
  { path: ["outbound"], reason: "and the rules of the shared workspace stand in the platform's file" },
  { path: ["managedNetwork"], reason: "and that of the shared workspace is set in the platform's file" },
  { path: ["access", "dataScientists"], reason: "for in a shared workspace they would reach every tenant's endpoints" },
  { path: ["compute"], reason: "for in a shared workspace everybody's jobs could run on it" },
  { path: ["openai"], reason: "and that of the shared workspace is set in the platform's file" },
  { path: ["access", "deployers"], reason: "for in a shared workspace they could deploy to every tenant's endpoints" },
];

/** The schema of `tenants/<id>.yaml`. */
export const tenantSchema = onSomeCloud(
  z.strictObject({
    tenant: identifier({ max: 16 }).meta({
      description: "The tenant's id, which is the name of the file. Part of every name: it cannot be changed later.",
    }),
    displayName: line().meta({ description: "The tenant's name, for people." }),
    owner: email().meta({ description: "Who answers for the tenant: an e-mail address." }),
    costCenter: line().meta({ description: 'Where the cost goes, in quotes if it is a number: "4711".' }),
    lifecycle: lifecycle("the stack"),
    azure: azure.optional(),
    aws: awsTenant.optional(),
    exceptions,
  }),
).meta({ title: "Tenant", description: "One tenant: one stack, one state." });

/** A tenant's file, checked and with its defaults. */
export type TenantConfig = z.output<typeof tenantSchema>;

/** The file of a tenant that is on Azure. */
export type AzureTenant = TenantConfig & { readonly azure: NonNullable<TenantConfig["azure"]> };

/** The file of a tenant that is on AWS. */
export type AwsTenant = TenantConfig & { readonly aws: NonNullable<TenantConfig["aws"]> };
