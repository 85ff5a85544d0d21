import { z } from "zod";
import { awsPlatform } from "./aws-platform";
import { backend } from "./backend";
import { onSomeCloud } from "./clouds";
import { across } from "./cross-checks";
import { exceptions } from "./exceptions";
import { guid, line, location } from "./fields";
import { hub } from "./hub";
import { managedNetwork, outboundRules, rulesAgainstNetwork } from "./managed-network";
import { openAi } from "./openai";
import { lifecycle, platformAlerts } from "./operations";
import { principals } from "./principals";
import { text } from "./text-form";
import { vmSize } from "./vm-size";

/** A part of every name, so short that it fits into the shortest. */
function namePart(example: string) {
  return text({
    what: "2 to 8 lower-case letters and digits that begin with a letter",
    use: `a short name such as "${example}"`,
    pattern: /^[a-z][a-z0-9]{1,7}$/,
  });
}

const workspace = across(
  z.strictObject({
    managedNetwork: managedNetwork.prefault({}).meta({
      description: "The managed network of the shared workspace.",
    }),
    outbound: outboundRules.default([]).meta({
      description:
        "What the shared workspace's managed network may reach. The deployments of every shared tenant share these rules.",
    }),
    openai: openAi.optional().meta({
      description: "An Azure OpenAI account that the endpoints of every shared tenant may call. They share its quota.",
    }),
  }),
  rulesAgainstNetwork,
);

const azure = z.strictObject({
  tenantId: guid().meta({ description: "The Entra tenant." }),
  subscriptionId: guid().meta({
    description: "The platform's subscription: the hub, the shared workspace, and tenants without one of their own.",
  }),
  location: location().meta({ description: "The region of everything, such as westeurope." }),
  zoneRedundant: z.boolean().default(true).meta({
    description:
      "Whether storage accounts and registries are spread over availability zones. Default: true; false for a region without zones. It cannot be changed later: Azure would have to make them anew, and Terraform refuses to delete them.",
  }),
  imageBuildVmSize: vmSize().default("STANDARD_DS3_V2").meta({
    description:
      "The size of the nodes that build container images in every workspace. Default: STANDARD_DS3_V2; another for a region or a quota without it.",
  }),
  tenantSubscriptions: z.array(guid()).default([]).meta({
    description:
      "Subscriptions of tenants that have their own. The custom roles are made assignable in them, and the hub keeps their activity logs.",
  }),
  deployers: principals
    .min(1, { error: "needs an entry: whoever runs terraform must be able to approve private endpoints" })
    .meta({
      description:
        "Who runs terraform apply. They get the right to approve the managed network's private endpoints, per target.",
    }),
  limits: z.record(z.string(), z.int().positive()).default({}).meta({
    description:
      "Limits that Microsoft has raised for your subscriptions, by the name that the error about one prints.",
  }),
  alerts: platformAlerts.prefault({}).meta({ description: "Who is told when something is wrong." }),
  hub: hub.meta({ description: "The hub network." }),
  workspace: workspace.optional().meta({ description: "The shared workspace. Leave it out when no tenant is shared." }),
});

/** The schema of `platform.yaml`. */
export const platformSchema = onSomeCloud(
  z.strictObject({
    prefix: namePart("mlp").meta({ description: "The first part of every name. It cannot be changed later." }),
    instance: namePart("dev").meta({
      description: "Which instance of the platform this is: the second part of every name. It cannot be changed later.",
    }),
    lifecycle: lifecycle("the hub and the shared workspace"),
    tags: z.record(z.string(), line()).default({}).meta({ description: "Tags of everything that can carry tags." }),
    backend: backend.meta({
      description: "Where the state of every stack is kept: exactly one of local, azurerm, s3 and cloud.",
    }),
    azure: azure.optional().meta({ description: "The platform on Azure. Default: none, and no tenant is on Azure." }),
    aws: awsPlatform.optional().meta({ description: "The platform on AWS. Default: none, and no tenant is on AWS." }),
    exceptions,
  }),
).meta({ title: "Platform", description: "The platform that all tenants share." });

/** The platform's file, checked and with its defaults. */
export type PlatformConfig = z.output<typeof platformSchema>;

/** The file of a platform that is on Azure. */
export type AzurePlatform = PlatformConfig & { readonly azure: NonNullable<PlatformConfig["azure"]> };

/** The file of a platform that is on AWS. */
export type AwsPlatform = PlatformConfig & { readonly aws: NonNullable<PlatformConfig["aws"]> };
