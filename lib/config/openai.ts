import { z } from "zod";
import { uniqueBy } from "./cross-checks";
import { text } from "./text-form";

/**
 * The kinds of model deployments, and where each of them processes prompts and answers if that is not in the account's
 * own region (Learn, "Deployment types for Azure AI Foundry Models").
 */
export const OPENAI_SKUS = {
  Standard: undefined,
  GlobalStandard: "in any Azure region of the world",
  DataZoneStandard: "in any region of the account's data zone (the European Union or the United States)",
  ProvisionedManaged: undefined,
} as const satisfies Record<string, string | undefined>;

const SKU_NAMES = Object.keys(OPENAI_SKUS) as (keyof typeof OPENAI_SKUS)[];

/** A name in the form that OpenAI gives to its models, such as gpt-4o or gpt-4.1-mini. */
function modelName() {
  return text({
    what: "a name of lower-case letters, digits and single hyphens, dots or underscores between them",
    use: 'one such as "gpt-4o" or "text-embedding-3-large"',
    pattern: /^[a-z0-9]+([-._][a-z0-9]+)*$/,
    min: 2,
    max: 64,
  });
}

const deployment = z.strictObject({
  name: modelName().meta({
    description: "The deployment's name: what callers name as the model. Renaming replaces it.",
  }),
  model: modelName().meta({ description: "The model, such as gpt-4o. Changing it replaces the deployment." }),
  version: text({
    what: "the version of a model",
    use: 'one such as "2024-11-20"',
    pattern: /^[A-Za-z0-9]+([-._][A-Za-z0-9]+)*$/,
    max: 64,
  }).meta({
    description:
      'The model\'s version, in quotes if it is a number: "2024-11-20" or "1". It is never upgraded by Azure.',
  }),
  sku: z.enum(SKU_NAMES).default("Standard").meta({
    description:
      "Standard (default) and ProvisionedManaged process data in the region; DataZoneStandard in a zone of several regions, GlobalStandard anywhere.",
  }),
  capacity: z.int().min(1).default(10).meta({
    description:
      "Thousands of tokens per minute, or throughput units for ProvisionedManaged, out of the subscription's quota in the region. Default: 10.",
  }),
});

/** Most standard deployments of one account (Learn, "Azure OpenAI quotas and limits"). */
const MOST_DEPLOYMENTS = 32;

/** The Azure OpenAI account of one workspace. */
export const openAi = z.strictObject({
  deployments: uniqueBy(z.array(deployment).min(1).max(MOST_DEPLOYMENTS), "name").meta({
    description: "The models that can be called, 1 to 32. They are made one after another.",
  }),
});

/** The Azure OpenAI account of a workspace as written in a file, with its defaults. */
export type OpenAiConfig = z.output<typeof openAi>;
