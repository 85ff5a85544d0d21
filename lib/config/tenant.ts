import { z } from "zod";
import { across, addressRange, email, guid, identifier, line, uniqueBy } from "./fields";
import { managedNetwork, outboundRules, rulesAgainstMode } from "./managed-network";
import { principals } from "./principals";

/** Fields that only a tenant with a workspace of its own has, with what stands in their place for a shared one. */
const DEDICATED_ONLY: Readonly<Record<string, string>> = {
  outbound: "the rules of the shared workspace stand in the platform's file",
  managedNetwork: "the shared workspace's managed network is set in the platform's file",
};

const endpoint = z.strictObject({
  name: identifier(20).meta({
    description:
      "The endpoint's name within the tenant. Azure's name adds the tenant and a hash, for it must be unique in the region.",
  }),
  description: line().optional().meta({ description: "What the endpoint predicts, for people." }),
});

const azure = across(
  z.strictObject({
    isolation: z.enum(["dedicated", "shared"]).default("dedicated").meta({
      description:
        "dedicated (default): a workspace of the tenant's own. shared: endpoints in the platform's shared workspace.",
    }),
    subscriptionId: guid().optional().meta({
      description:
        "The tenant's own subscription; it must be one of azure.tenantSubscriptions of the platform. Default: the platform's subscription.",
    }),
    network: z
      .strictObject({
        addressSpace: addressRange({ shortest: 16, longest: 27 }).meta({
          description:
            "The range of the tenant's virtual network, peered with the hub; /16 to /27, and unlike any other tenant's.",
        }),
      })
      .optional()
      .meta({
        description:
          "The tenant's virtual network. A dedicated tenant needs one; a shared tenant without one scores from the hub.",
      }),
    managedNetwork: managedNetwork.meta({
      description: "Dedicated tenants only: the managed network of the tenant's workspace.",
    }),
    access: z
      .strictObject({
        dataScientists: principals
          .default([])
          .meta({ description: "Who works in the workspace: AzureML Data Scientist. Dedicated tenants only." }),
        scorers: principals.default([]).meta({ description: "Who may call the tenant's endpoints, and nothing else." }),
      })
      .prefault({}),
    endpoints: uniqueBy(z.array(endpoint), "name").default([]).meta({ description: "The tenant's online endpoints." }),
    outbound: outboundRules.meta({
      description: "Dedicated tenants only: what the workspace's managed network may reach.",
    }),
  }),
  (value) => [
    ...(value.isolation === "shared"
      ? [
          ...Object.entries(DEDICATED_ONLY)
            .filter(([key]) => isSet(value[key]))
            .map(([key, instead]) => ({ path: [key], message: `is for dedicated tenants only: ${instead}` })),
          ...(isSet((value.access as Record<string, unknown> | undefined)?.dataScientists)
            ? [
                {
                  path: ["access", "dataScientists"],
                  message:
                    "is for dedicated tenants only: in a shared workspace that role reaches every tenant's endpoints",
                },
              ]
            : []),
        ]
      : value.network === undefined
        ? [{ path: ["network"], message: "is required for a dedicated tenant: its private endpoints stand in it" }]
        : []),
    ...rulesAgainstMode(value.outbound, (value.managedNetwork as Record<string, unknown> | undefined)?.isolationMode),
  ],
);

/** Whether a file sets a field: a default (an empty list, the default mode) does not count. */
function isSet(value: unknown): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  return (value as Record<string, unknown>).isolationMode !== "AllowOnlyApprovedOutbound";
}

/** The schema of `tenants/<id>.yaml`. */
export const tenantSchema = z
  .strictObject({
    tenant: identifier(16).meta({
      description: "The tenant's id; equals the file's name. Part of every name: it cannot change.",
    }),
    displayName: line().meta({ description: "The tenant's name, for people." }),
    owner: email().meta({ description: "Who answers for the tenant." }),
    costCenter: line().meta({ description: 'Where the cost goes, in quotes: "4711".' }),
    lifecycle: z.enum(["active", "retiring"]).default("active").meta({
      description:
        "retiring lifts the protection against deletion and keeps the stack, so that it can be destroyed before its file is removed.",
    }),
    azure: azure.meta({ description: "What the tenant has on Azure." }),
  })
  .meta({ title: "Tenant", description: "One tenant: one stack, one state." });

/** A tenant's file, checked and with its defaults. */
export type TenantConfig = z.output<typeof tenantSchema>;
