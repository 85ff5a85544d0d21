import type { OpenAiConfig } from "../config/openai";
import { globalName, type Owner } from "./names";
import { OPENAI_ZONES } from "./private-dns";
import { privateEndpoint, type PrivateEndpointBlueprint } from "./private-endpoint";
import { type ResourceGroup, resourceId } from "./resource-ids";

/** The name of the outbound rule through which a workspace's managed network reaches its own account. */
export const OPENAI_RULE = "workspace-openai";

/** One model that can be called. */
export interface ModelDeploymentBlueprint {
  /** The deployment's name: what callers name as the model. */
  readonly name: string;
  /** The model's name, as in gpt-4o. */
  readonly model: string;
  /** The model's version. */
  readonly version: string;
  /** The kind of deployment: where data is processed, and how it is paid for. */
  readonly sku: OpenAiConfig["deployments"][number]["sku"];
  /** Thousands of tokens per minute, or throughput units for ProvisionedManaged. */
  readonly capacity: number;
}

/** The Azure OpenAI account of a workspace. */
export interface OpenAiBlueprint {
  /** The account's name, and its custom subdomain: unique in all of Azure. */
  readonly account: string;
  /** The account's ARM id, for other stacks. */
  readonly id: string;
  /** Its models, sorted by name: an order that does not change when lines are moved. */
  readonly deployments: readonly ModelDeploymentBlueprint[];
  /** The private endpoint beside those of the workspace. */
  readonly privateEndpoint: PrivateEndpointBlueprint<"account">;
  /** The name of the managed network's rule to it. */
  readonly outboundRule: string;
}

/** Resolves the account of a workspace; undefined when the file has none. */
export function openAiBlueprint(
  owner: Owner,
  group: ResourceGroup,
  config: OpenAiConfig | undefined,
): OpenAiBlueprint | undefined {
  if (config === undefined) return undefined;
  const account = globalName("openAiAccount", owner, group.subscriptionId);
  return {
    account,
    id: resourceId(group, "Microsoft.CognitiveServices/accounts", account),
    deployments: config.deployments.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    privateEndpoint: { ...privateEndpoint(owner, "account"), zones: OPENAI_ZONES },
    outboundRule: OPENAI_RULE,
  };
}
