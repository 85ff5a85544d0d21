import { z } from "zod";
import { email } from "./fields";
import { text } from "./text-form";

/** Whether something is in use or on its way out. */
export function lifecycle(what: string) {
  return z
    .enum(["active", "retiring"])
    .default("active")
    .meta({
      description: `retiring lifts the locks and Terraform's own protection against deletion and keeps ${what}, so that it can be destroyed. Default: active.`,
    });
}

/** Who is told of the platform's alerts. */
export const platformAlerts = z.strictObject({
  emails: z.array(email()).default([]).meta({
    description:
      "Who is told of every alert, of the hub and of all tenants. Default: nobody, alerts show in the portal.",
  }),
});

/** When the alerts about a tenant's endpoints fire. */
export const endpointAlerts = z.strictObject({
  latencyMs: z.int().min(1).max(180_000).default(2000).meta({
    description:
      "Milliseconds that the slowest twentieth of an endpoint's requests may take, on average over 15 minutes. Default: 2000.",
  }),
  errorsPerMinute: z.int().min(0).default(5).meta({
    description:
      "Requests a minute that an endpoint may answer with a server error (5xx), on average over 15 minutes. Default: 5.",
  }),
});

/** What a tenant may cost a month. */
export const budget = z.strictObject({
  monthly: z.int().min(1).meta({ description: "Amount a month, in the currency of the billing account." }),
  since: text({
    what: "a month",
    use: 'one such as "2026-01"',
    // Azure takes no date before June 2017 (azurerm, "consumption_budget_resource_group").
    pattern: /^(2017-(0[6-9]|1[0-2])|20(1[89]|[2-9]\d)-(0[1-9]|1[0-2]))$/,
    mend: (value) => value.slice(0, 7),
  }).meta({
    description:
      'The month from which the budget counts, as in "2026-01". Only the first apply uses it: Azure cannot change it later.',
  }),
  notify: z.array(email()).default([]).meta({
    description: "Who is told beside the tenant's owner when 80 % or all of it is spent, or will be. Default: nobody.",
  }),
});
