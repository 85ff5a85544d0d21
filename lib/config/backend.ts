import { z } from "zod";
import { exactlyOneOf } from "./cross-checks";
import { guid, resourceGroup } from "./fields";
import { text } from "./text-form";

const local = z.strictObject({
  path: text({
    what: "a relative folder below the project",
    use: 'one such as ".state"',
    pattern: /^(?!.*(^|\/)\.\.(\/|$))[\w.-]+(\/[\w.-]+)*$/,
    max: 200,
  })
    .default(".state")
    .meta({ description: "The folder beside the output folder that holds the state files. Default: .state." }),
});

const azurerm = z.strictObject({
  subscriptionId: guid().meta({ description: "The subscription of the storage account." }),
  tenantId: guid().meta({ description: "The Entra tenant of the storage account." }),
  resourceGroup: resourceGroup().meta({ description: "The resource group of the storage account." }),
  storageAccount: text({
    what: "the name of a storage account",
    use: "3 to 24 lower-case letters and digits",
    pattern: /^[a-z0-9]{3,24}$/,
  }).meta({ description: "The storage account. Each stack has a container of its own in it." }),
});

const s3 = z.strictObject({
  bucket: text({
    what: "the name of an S3 bucket",
    use: "3 to 63 lower-case letters, digits, dots and hyphens",
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  }).meta({ description: "The bucket. Each stack has a prefix of its own in it." }),
  region: text({
    what: "an AWS region",
    use: 'one such as "eu-central-1"',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    max: 30,
  }).meta({ description: "The region of the bucket." }),
  kmsKeyId: text({
    what: "the ARN of a KMS key",
    use: 'one such as "arn:aws:kms:eu-central-1:111122223333:key/<id>"',
    pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
    max: 200,
  })
    .optional()
    .meta({ description: "The KMS key that encrypts the state. Default: the bucket's own encryption." }),
});

const cloud = z.strictObject({
  organization: text({
    what: "the name of an HCP Terraform organization",
    use: '3 to 40 letters, digits, "_" and "-"',
    pattern: /^[\w-]{3,40}$/,
  }).meta({ description: "The organization. Each stack has a workspace of its own in it." }),
  hostname: text({
    what: "a host name",
    use: 'one such as "terraform.acme.example"',
    pattern: /^([a-z0-9-]+\.)+[a-z]+$/,
    max: 253,
  })
    .optional()
    .meta({ description: "The host of Terraform Enterprise. Default: HCP Terraform." }),
});

/** Where the state of every stack is kept. */
export const backend = exactlyOneOf(
  z.strictObject({
    local: local.optional().meta({
      description: "State in files, for trying out: nothing locks it and nothing protects it.",
    }),
    azurerm: azurerm.optional().meta({ description: "State in Azure storage, with Entra ID and OIDC, without keys." }),
    s3: s3.optional().meta({ description: "State in S3, encrypted, with S3's own lock file." }),
    cloud: cloud.optional().meta({ description: "State in HCP Terraform or Terraform Enterprise." }),
  }),
  ["local", "azurerm", "s3", "cloud"],
);
