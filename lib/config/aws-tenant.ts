import { z } from "zod";
import { accountId, instanceType, roleArn } from "./aws-fields";
import { imageRepository } from "./aws-image";
import { serving } from "./aws-serving";
import { across, type CrossFinding, uniqueBy, uniqueTexts } from "./cross-checks";
import { email, identifier } from "./fields";
import { endpointAlerts } from "./operations";

const notebook = z.strictObject({
  name: identifier({ max: 20 }).meta({ description: "The notebook's name within the tenant." }),
  instanceType: instanceType().meta({ description: "Its instance type, such as ml.t3.medium." }),
  volumeGiB: z.int().min(5).max(16_384).default(20).meta({ description: "Size of its volume in GiB. Default: 20." }),
  idleMinutes: z.int().min(10).max(1440).default(60).meta({
    description: "Minutes without a running cell after which it stops itself. Default: 60.",
  }),
});

const studio = z.strictObject({
  users: uniqueTexts(z.array(identifier({ max: 20 })).min(1)).meta({
    description: "Who works in Studio: a profile and a private space each.",
  }),
});

const budget = z.strictObject({
  monthlyUsd: z.int().min(1).meta({ description: "US dollars a month." }),
  notify: uniqueTexts(z.array(email()).max(9)).default([]).meta({
    description: "Who is told beside the tenant's owner when 80 % or all of it is spent, or will be. Default: nobody.",
  }),
});

const fields = z.strictObject({
  isolation: z.enum(["shared-account", "account"]).default("shared-account").meta({
    description:
      "shared-account (default): the platform's account, where IAM keeps tenants apart. account: an account of the tenant's own.",
  }),
  accountId: accountId().optional().meta({ description: "The tenant's own account. Only with isolation: account." }),
  deployRole: roleArn().optional().meta({
    description:
      "The role in the tenant's account that terraform takes. Only with isolation: account. Default: the role <prefix>-<instance>--deploy of that account.",
  }),
  principals: uniqueTexts(z.array(roleArn())).default([]).meta({
    description:
      "IAM roles whose holders may act as the tenant's user role, such as those of your single sign-on. Default: nobody, and there is no user role.",
  }),
  images: uniqueTexts(z.array(imageRepository())).default([]).meta({
    description:
      "Repositories of Amazon ECR, without a tag, from which the tenant's jobs and models take images too, such as those of AWS's Deep Learning Containers. Default: none but the tenant's own and those that serving names.",
  }),
  notebooks: uniqueBy(z.array(notebook), "name").default([]).meta({ description: "Notebook instances." }),
  studio: studio.optional().meta({ description: "A Studio domain. Default: none." }),
  serving: uniqueBy(z.array(serving), "name").default([]).meta({ description: "Models behind endpoints." }),
  alerts: endpointAlerts.prefault({}).meta({
    description: "When alarms about the endpoints fire. During an update they roll it back.",
  }),
  budget: budget.optional().meta({ description: "What the tenant may cost a month. Default: no budget." }),
  bucketFromVpcOnly: z.boolean().default(false).meta({
    description:
      "Whether the tenant's bucket answers its roles through the private network only; whoever runs terraform is exempt. Default: false.",
  }),
});

/** What a tenant has on AWS. */
export const awsTenant = across(fields, againstIsolation).meta({ description: "What the tenant has on AWS." });

function againstIsolation(value: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (value.isolation === "account") {
    if (value.accountId !== undefined) return [];
    return [{ path: ["accountId"], message: "is required with isolation: account: the tenant's own account" }];
  }
  if (value.isolation !== "shared-account") return [];
  return ["accountId", "deployRole"]
    .filter((key) => value[key] !== undefined)
    .map((key) => ({
      path: [key],
      message:
        "is for isolation: account only; in the platform's account terraform uses the platform's role. Remove it",
    }));
}
