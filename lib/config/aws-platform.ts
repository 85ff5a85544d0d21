import { z } from "zod";
import { accountId, PARTITIONS, partitionOf, region, roleArn } from "./aws-fields";
import { across, type CrossFinding, uniqueTexts } from "./cross-checks";
import { addressRange } from "./fields";
import { text } from "./text-form";

/** How long CloudWatch can keep logs, in days, from a year on (API reference, "PutRetentionPolicy"). */
const RETENTION_DAYS = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

const github = z.strictObject({
  repository: text({
    what: "a repository of GitHub",
    use: 'one such as "acme/ml-platform"',
    // GitHub puts ids into the subjects of newer repositories (GitHub, "Immutable subject claims").
    pattern: /^[\w.-]+(@\d+)?\/[\w.-]+(@\d+)?$/,
    max: 140,
  }).meta({
    description:
      "The repository whose workflows deploy, as owner/name, or as owner@id/name@id where GitHub puts ids into the subject of its tokens.",
  }),
  environment: text({
    what: "the name of a GitHub environment",
    use: "letters, digits, spaces and any of _ . -",
    pattern: /^[\w.-]+( [\w.-]+)*$/,
    max: 100,
  }).meta({
    description:
      "The environment that a workflow must run in to get the deploy role. Give it required reviewers in GitHub.",
  }),
  provider: z.enum(["create", "existing"]).default("create").meta({
    description:
      "existing: the account has an identity provider for GitHub already, for it can have one only. Default: create.",
  }),
});

const foundation = z.strictObject({
  addressSpace: addressRange({ shortest: 16, longest: 24 }).meta({
    description:
      "The range of the private network, /16 to /24. Each zone gets a quarter of it. A tenant with an account of its own has a network of the same range there, which is connected with nothing.",
  }),
  availabilityZones: z
    .array(
      text({
        what: "an availability zone",
        use: 'one such as "eu-central-1a"',
        pattern: /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/,
      }),
    )
    .min(2)
    .max(4)
    .optional()
    .meta({
      description:
        "Two to four zones of the region. Default: a and b. The place of a zone in the list decides its addresses: add new ones at the end, and keep the order.",
    }),
  endpoints: z
    .array(z.enum(["elasticfilesystem"]))
    .default([])
    .meta({
      description:
        "Interface endpoints beside those that every tenant needs. elasticfilesystem: for notebooks that manage file systems. Default: none.",
    }),
  logRetentionDays: z.literal(RETENTION_DAYS).default(365).meta({
    description: "Days that logs are kept, a year at least. Default: 365.",
  }),
  github: github.optional().meta({
    description: "Roles for workflows of GitHub, which sign in without a secret. Default: none.",
  }),
});

/** What the platform has on AWS. */
export const awsPlatform = across(
  z.strictObject({
    accountId: accountId().meta({
      description: "The platform's account: the foundation, and tenants without an account of their own.",
    }),
    region: region().meta({ description: "The region of everything, such as eu-central-1." }),
    partition: z.enum(PARTITIONS).default("aws").meta({
      description: "The partition of the account and the region. Default: aws.",
    }),
    deployers: uniqueTexts(z.array(roleArn())).default([]).meta({
      description:
        "IAM roles that run terraform, beside the deploy role of foundation.github. Tenants' buckets admit them, their own tenant's roles and nobody else.",
    }),
    notebookPlatform: z.enum(["notebook-al2023-v1", "notebook-al2-v3"]).default("notebook-al2023-v1").meta({
      description:
        "What notebooks run on. Default: notebook-al2023-v1, the only one that AWS's own checks accept (Security Hub, SageMaker.8); releases of Terraform's AWS provider before October 2025 know no newer one than notebook-al2-v3.",
    }),
    limits: z.record(z.string(), z.int().positive()).default({}).meta({
      description: "Quotas that AWS has raised for your account, by the name that the error about one prints.",
    }),
    foundation: foundation.meta({ description: "The network, the audit trail and the logs that tenants share." }),
  }),
  (value) => [...againstRegion(value), ...withoutDeployer(value)],
);

type Unchecked = Readonly<Record<string, unknown>>;

function againstRegion({ partition, region: name, foundation: value }: Unchecked): CrossFinding[] {
  // A region that is none is told already.
  if (typeof name !== "string" || !region().safeParse(name).success) return [];
  const right = partitionOf(name);
  const findings: CrossFinding[] = [];
  if (partition !== right) {
    findings.push({ path: ["partition"], message: `is not that of ${name}; write ${right}` });
  }
  const zones: unknown = typeof value === "object" && value !== null ? (value as Unchecked).availabilityZones : [];
  if (Array.isArray(zones)) {
    zones.forEach((zone, index) => {
      if (typeof zone === "string" && !zone.startsWith(name)) {
        findings.push({
          path: ["foundation", "availabilityZones", index],
          message: `"${zone}" is not a zone of ${name}; use one such as "${name}a"`,
        });
      } else if (zones.indexOf(zone) < index) {
        findings.push({
          path: ["foundation", "availabilityZones", index],
          message: `"${String(zone)}" is in the list already; use another zone`,
        });
      }
    });
  }
  return findings;
}

function withoutDeployer({ deployers, foundation: value }: Unchecked): CrossFinding[] {
  if (Array.isArray(deployers) && deployers.length > 0) return [];
  if (typeof value !== "object" || value === null || "github" in value) return [];
  const message =
    "needs an entry, or foundation.github: tenants' buckets admit whoever runs terraform by name, and nobody else";
  return [{ path: ["deployers"], message }];
}
