import { z } from "zod";
import { across, addressRange, exactlyOneOf, guid, line, location, resourceId, text } from "./fields";
import { managedNetwork, outboundRules, rulesAgainstMode } from "./managed-network";
import { principals } from "./principals";

const short = (what: string) =>
  text({
    pattern: /^[a-z][a-z0-9]{1,7}$/,
    max: 8,
    hint: `use 2 to 8 lower-case letters and digits, beginning with a letter, as in "${what}"`,
  });

const backend = exactlyOneOf(
  z.strictObject({
    local: z
      .strictObject({
        path: text({
          pattern: /^(?!.*(^|\/)\.\.(\/|$))[\w.-]+(\/[\w.-]+)*$/,
          max: 200,
          hint: 'use a relative folder below the project, such as ".state"',
        })
          .default(".state")
          .meta({ description: "Folder beside the output folder that holds the state files. Default: .state." }),
      })
      .optional()
      .meta({
        description: "State in files, for trying out. Not for a team: nothing locks it and nothing protects it.",
      }),
    azurerm: z
      .strictObject({
        subscriptionId: guid().meta({ description: "Subscription of the storage account." }),
        tenantId: guid().meta({ description: "Entra tenant of the storage account." }),
        resourceGroup: text({
          pattern: /^[\w.()-]{0,89}[\w()-]$/,
          max: 90,
          hint: "use the name of a resource group",
        }).meta({ description: "Resource group of the storage account." }),
        storageAccount: text({
          pattern: /^[a-z0-9]{3,24}$/,
          max: 24,
          hint: "use 3 to 24 lower-case letters and digits",
        }).meta({
          description:
            "The storage account. Each stack has a container of its own in it, for access is given per container.",
        }),
      })
      .optional()
      .meta({ description: "State in Azure storage, with Entra ID and OIDC, no keys." }),
    s3: z
      .strictObject({
        bucket: text({
          pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
          max: 63,
          hint: "use the name of an S3 bucket",
        }).meta({ description: "The bucket. Each stack has a prefix of its own in it." }),
        region: text({
          pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
          max: 30,
          hint: 'use an AWS region such as "eu-central-1"',
        }).meta({ description: "Region of the bucket." }),
        kmsKeyId: text({
          pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
          max: 200,
          hint: "use the ARN of a KMS key",
        })
          .optional()
          .meta({ description: "KMS key that encrypts the state. Default: the bucket's own encryption." }),
      })
      .optional()
      .meta({ description: "State in S3, encrypted, with S3's own lock file." }),
    cloud: z
      .strictObject({
        organization: text({
          pattern: /^[\w-]{3,40}$/,
          max: 40,
          hint: "use the name of an HCP Terraform organization",
        }).meta({ description: "The organization. Each stack has a workspace of its own in it." }),
        hostname: text({ pattern: /^([a-z0-9-]+\.)+[a-z]+$/, max: 253, hint: "use a host name" })
          .optional()
          .meta({ description: "Host of Terraform Enterprise. Default: HCP Terraform." }),
      })
      .optional()
      .meta({ description: "State in HCP Terraform or Terraform Enterprise." }),
  }),
  ["local", "azurerm", "s3", "cloud"],
);

/** Where the state of every stack is kept: exactly one of local, azurerm, s3 and cloud. */
export type BackendConfig = z.output<typeof backend>;

const hub = z.strictObject({
  addressSpace: addressRange({ shortest: 16, longest: 22 }).meta({
    description: "The range of the hub's virtual network, /16 to /22. Its subnets have fixed places in the first /22.",
  }),
  privateDnsZones: z
    .strictObject({
      existing: z.record(z.string(), resourceId("Microsoft.Network/privateDnsZones")).default({}).meta({
        description:
          "Zones that exist elsewhere, by name: their ids. The others are made in the hub. All must be in one subscription.",
      }),
      linkExisting: z.boolean().default(true).meta({
        description:
          "Whether this platform links its networks to the existing zones. false: another team or a policy does.",
      }),
    })
    .prefault({})
    .meta({ description: "The private DNS zones that private endpoints register in." }),
  logRetentionDays: z
    .int()
    .min(30)
    .max(730)
    .default(90)
    .meta({ description: "Days that the Log Analytics workspace keeps logs, 30 to 730. Default: 90." }),
});

const workspace = across(
  z.strictObject({
    managedNetwork,
    outbound: outboundRules.meta({
      description:
        "What the shared workspace's managed network may reach. Every shared tenant's deployments share these rules.",
    }),
  }),
  (value) =>
    rulesAgainstMode(value.outbound, (value.managedNetwork as Record<string, unknown> | undefined)?.isolationMode),
);

const azure = z.strictObject({
  tenantId: guid().meta({ description: "The Entra tenant." }),
  subscriptionId: guid().meta({
    description: "The platform's subscription: hub, shared workspace, and tenants without one of their own.",
  }),
  location: location().meta({ description: "The region of everything." }),
  zoneRedundant: z.boolean().default(true).meta({
    description:
      "Spread storage accounts and registries over availability zones. Default: true; false for a region without zones.",
  }),
  tenantSubscriptions: z.array(guid()).default([]).meta({
    description: "Subscriptions of tenants that have their own. The custom roles are made assignable in them.",
  }),
  deployers: principals
    .min(1, { error: "needs at least one principal: whoever runs terraform must be able to approve private endpoints" })
    .meta({
      description:
        "Who runs terraform apply. They get the right to approve the managed network's private endpoints, per target.",
    }),
  limits: z.record(z.string(), z.int().positive()).default({}).meta({
    description:
      "Limits that Microsoft has raised for your subscriptions, by name, as the error about a limit prints it.",
  }),
  hub: hub.meta({ description: "The hub network." }),
  workspace: workspace.optional().meta({ description: "The shared workspace. Leave it out when no tenant is shared." }),
});

/** The schema of `platform.yaml`. */
export const platformSchema = z
  .strictObject({
    prefix: short("mlp").meta({ description: "First part of every name. It cannot change." }),
    instance: short("dev").meta({
      description:
        "Which instance of the platform this is, such as dev or prod. Second part of every name. It cannot change.",
    }),
    tags: z.record(z.string(), line()).default({}).meta({ description: "Tags of everything that can carry tags." }),
    backend: backend.meta({
      description: "Where the state of every stack is kept: exactly one of local, azurerm, s3 and cloud.",
    }),
    azure: azure.meta({ description: "The platform on Azure." }),
  })
  .meta({ title: "Platform", description: "The platform that all tenants share." });

/** The platform's file, checked and with its defaults. */
export type PlatformConfig = z.output<typeof platformSchema>;
