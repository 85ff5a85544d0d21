import type { OutboundRuleConfig } from "../config/managed-network";
import { OPENAI_SKUS, type OpenAiConfig } from "../config/openai";
import { type FieldPath, type Problem, quote } from "../config/problem";
import type { YamlFile } from "../config/yaml-file";
import type { AzureBlueprint, AzureFiles } from "./azure";
import { OPENAI_RULE, type OpenAiBlueprint } from "./openai";
import { sameCase } from "./outbound-rule";

/** An account in a file, with the rules of the managed network that reaches it. */
interface Account {
  readonly file: YamlFile;
  /** Where openai and outbound stand. */
  readonly path: FieldPath;
  readonly config: OpenAiConfig;
  readonly outbound: readonly OutboundRuleConfig[];
  readonly blueprint: OpenAiBlueprint;
}

/** Problems of Azure OpenAI accounts that show only beside the outbound rules, and warnings of where data goes. */
export function openAiProblems(files: AzureFiles, blueprint: AzureBlueprint): Problem[] {
  return accounts(files, blueprint).flatMap((account) => [...dataLeavingRegion(account), ...rulesToAccount(account)]);
}

/** Deployments that process data outside of the account's region: allowed, and more than most people expect. */
function dataLeavingRegion({ file, path, config }: Account): Problem[] {
  return config.deployments.flatMap(({ sku }, index) => {
    const where = OPENAI_SKUS[sku];
    if (where === undefined) return [];
    const field = [...path, "openai", "deployments", index, "sku"];
    const message = `${quote(sku)} processes prompts and answers ${where}; use Standard or ProvisionedManaged if they must stay in the account's region`;
    return [file.problem(field, message, { severity: "warning" })];
  });
}

/** Rules that would be made twice: Azure refuses a second rule of a name, and the same approver on a target. */
function rulesToAccount({ file, path, outbound, blueprint: { id, account } }: Account): Problem[] {
  return outbound.flatMap(({ name, privateEndpoint }, index) => {
    const field = [...path, "outbound", index];
    if (name === OPENAI_RULE) {
      const message = `${quote(name)} is the rule that openai adds by itself; use another name`;
      return [file.problem([...field, "name"], message)];
    }
    if (sameCase(privateEndpoint?.resourceId ?? "") !== sameCase(id)) return [];
    const message = `${quote(account)} is the account of openai, which the managed network reaches already; remove the rule`;
    return [file.problem([...field, "privateEndpoint", "resourceId"], message)];
  });
}

function accounts({ platform, tenants }: AzureFiles, blueprint: AzureBlueprint): Account[] {
  const shared = platform?.config.azure.workspace;
  const inTenants = tenants.flatMap(({ file, config: { azure } }, index) => {
    const place = blueprint.tenants[index]?.place;
    const own = place?.isolation === "dedicated" ? place.workspace.openAi : undefined;
    return account({ file, path: ["azure"], config: azure.openai, outbound: azure.outbound, blueprint: own });
  });
  if (platform === undefined || shared === undefined) return inTenants;
  return [
    ...account({
      file: platform.file,
      path: ["azure", "workspace"],
      config: shared.openai,
      outbound: shared.outbound,
      blueprint: blueprint.workspace?.workspace.openAi,
    }),
    ...inTenants,
  ];
}

/** An account, unless the file has none. */
function account({
  config,
  blueprint,
  ...rest
}: Omit<Account, "config" | "blueprint"> & {
  config: OpenAiConfig | undefined;
  blueprint: OpenAiBlueprint | undefined;
}): Account[] {
  return config === undefined || blueprint === undefined ? [] : [{ ...rest, config, blueprint }];
}
