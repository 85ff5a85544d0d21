import { is, oneOf, present } from "../../expectation";
import { settings } from "../../setting";

/** Models of Azure OpenAI accounts. */
export const COGNITIVE_DEPLOYMENT = settings("azurerm_cognitive_deployment", [
  {
    id: "azure-ai-deployment-version",
    severity: "medium",
    title: "Deployments of models name the model's version.",
    argument: "model.version",
    must: present("2024-11-20"),
    reason: "Azure would choose a version, and another one later: what was evaluated is not what answers.",
    source: "Learn: Working with Azure OpenAI models",
    fix: "set model.version to the version that was evaluated",
    controls: ["MCSB AM-3"],
  },
  {
    id: "azure-ai-deployment-upgrade",
    severity: "medium",
    title: "Azure never exchanges the version of a model by itself.",
    argument: "version_upgrade_option",
    must: is("NoAutoUpgrade", "OnceNewDefaultVersionAvailable"),
    reason: "Answers would change without a review.",
    source: "Learn: Working with Azure OpenAI models",
    controls: ["MCSB AM-3"],
  },
  {
    id: "azure-ai-deployment-content-filter",
    severity: "high",
    title: "Deployments of models have Microsoft's content filter.",
    argument: "rai_policy_name",
    must: oneOf(["Microsoft.DefaultV2", "Microsoft.Default"]),
    reason: "Attacks on prompts and harmful answers would pass.",
    source: "Learn: Azure OpenAI Service content filtering",
    controls: ["MCSB PV-2"],
  },
]);
