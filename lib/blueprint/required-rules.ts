import type { OutboundRuleConfig } from "../config/managed-network";
import { type Problem, quote } from "../config/problem";
import { sameCase } from "./outbound-rule";
import { resourceId } from "./resource-ids";
import type { RuleList } from "./rule-list";
import type { WorkspaceBlueprint } from "./workspace";

/**
 * Service tags that Azure itself allows in every network of AllowOnlyApprovedOutbound, with their purpose
 * (Learn, "Workspace managed virtual network isolation", list of required rules).
 */
export const REQUIRED_SERVICE_TAGS: readonly {
  /** The tag. */
  readonly tag: string;
  /** Whether only the form with the workspace's own region is there, as in BatchNodeManagement.westeurope. */
  readonly regional?: boolean;
  /** What Azure Machine Learning does with it. */
  readonly purpose: string;
}[] = [
  { tag: "AzureActiveDirectory", purpose: "authentication with Microsoft Entra ID" },
  { tag: "AzureMachineLearning", purpose: "the services of Azure Machine Learning" },
  { tag: "BatchNodeManagement", regional: true, purpose: "the back end of compute clusters and instances" },
  { tag: "AzureResourceManager", purpose: "management of Azure resources" },
  { tag: "AzureFrontDoor.FirstParty", purpose: "Docker images of Microsoft" },
  { tag: "MicrosoftContainerRegistry", purpose: "Docker images of Microsoft" },
  { tag: "AzureMonitor", purpose: "logs and metrics" },
  { tag: "VirtualNetwork", purpose: "the private endpoints of the network itself" },
];

/** A resource of a workspace that its managed network reaches without a rule. */
interface RequiredPrivateEndpoints {
  /** What it is, for people. */
  readonly what: string;
  /** The sub-resources that have a private endpoint. */
  readonly subresources: readonly string[];
  /** Its ARM id in a given workspace. */
  readonly id: (workspace: WorkspaceBlueprint) => string;
}

/**
 * Private endpoints that Azure itself makes in every managed network: always in AllowOnlyApprovedOutbound, and in
 * AllowInternetOutbound to what has no public access, as everything here has none (Learn, "Workspace managed virtual
 * network isolation", list of required rules). Queues, tables and the other sub-resources of the storage account are not
 * among them.
 */
export const REQUIRED_PRIVATE_ENDPOINTS: readonly RequiredPrivateEndpoints[] = [
  { what: "the workspace itself", subresources: ["amlworkspace"], id: ({ ids }) => ids.workspace },
  { what: "its storage account", subresources: ["blob", "file"], id: ({ ids }) => ids.storage },
  { what: "its key vault", subresources: ["vault"], id: keyVaultId },
  { what: "its registry", subresources: ["registry"], id: ({ ids }) => ids.registry },
];

function keyVaultId({ resourceGroup, keyVault }: WorkspaceBlueprint): string {
  return resourceId(resourceGroup, "Microsoft.KeyVault/vaults", keyVault);
}

/** Rules of a list that Azure adds to the same network by itself. */
export function requiredRuleProblems({ file, path, rules, workspace }: RuleList): Problem[] {
  return rules.flatMap((rule, index) => {
    const [kind, message] = tagProblem(rule, workspace) ?? privateEndpointProblem(rule, workspace) ?? [];
    return kind === undefined || message === undefined
      ? []
      : [file.problem([...path, "outbound", index, kind], `${message}; remove the rule`)];
  });
}

/** The field of a rule that is wrong, and why. */
type Finding = readonly [kind: keyof OutboundRuleConfig, message: string];

function tagProblem({ serviceTag }: OutboundRuleConfig, { location }: WorkspaceBlueprint): Finding | undefined {
  if (serviceTag === undefined) return undefined;
  const required = REQUIRED_SERVICE_TAGS.map(({ tag, regional }) => (regional === true ? `${tag}.${location}` : tag));
  if (required.includes(serviceTag)) {
    return ["serviceTag", `Azure adds ${quote(serviceTag)} to every workspace by itself`];
  }
  const whole = required.find((tag) => serviceTag.startsWith(`${tag}.`));
  if (whole === undefined) return undefined;
  return [
    "serviceTag",
    `${quote(serviceTag)} is a part of ${quote(whole)}, which Azure adds to every workspace by itself`,
  ];
}

function privateEndpointProblem(
  { privateEndpoint }: OutboundRuleConfig,
  workspace: WorkspaceBlueprint,
): Finding | undefined {
  if (privateEndpoint === undefined) return undefined;
  const { subresource } = privateEndpoint;
  const target = sameCase(privateEndpoint.resourceId);
  const own = REQUIRED_PRIVATE_ENDPOINTS.find(
    ({ subresources, id }) => subresources.includes(subresource) && sameCase(id(workspace)) === target,
  );
  if (own === undefined) return undefined;
  return ["privateEndpoint", `Azure adds the private endpoint to ${quote(subresource)} of ${own.what} by itself`];
}
