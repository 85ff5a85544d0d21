import { parseResourceId } from "../config/resource-id";
import type { Files, Source } from "../config/load";
import type { AzurePlatform, PlatformConfig } from "../config/platform";
import { type Problem, quote } from "../config/problem";
import { suggest } from "../config/suggest";
import type { AzureTenant, TenantConfig } from "../config/tenant";
import type { YamlFile } from "../config/yaml-file";
import type { AzureFiles } from "./azure";
import { type Limit, LIMITS } from "./limits";
import { PRIVATE_DNS_ZONES } from "./private-dns";
import { tagProblems } from "./tag-checks";

/** Problems that show only when a file is held against another, or against the project's tables. */
export function fileProblems(files: Files): Problem[] {
  const { platform, tenants } = files;
  if (platform === undefined) return [];
  return [...tagProblems(files), ...tenants.flatMap((tenant) => cloudProblems(platform.config, tenant))];
}

/** The same for what is on Azure. */
export function azureFileProblems({ platform, tenants }: AzureFiles): Problem[] {
  if (platform === undefined) return [];
  return [
    ...zoneProblems(platform),
    ...limitNameProblems(platform.file, "azure", platform.config.azure.limits, LIMITS),
    ...tenants.flatMap((tenant) => tenantProblems(platform.config, tenant)),
  ];
}

/** Clouds that a tenant is on and the platform is not. */
function cloudProblems(platform: PlatformConfig, { file, config }: Source<TenantConfig>): Problem[] {
  return (["azure", "aws"] as const)
    .filter((cloud) => config[cloud] !== undefined && platform[cloud] === undefined)
    .map((cloud) =>
      file.problem([cloud], `is not in the platform's file; add ${cloud} there, or remove it here`, { at: "key" }),
    );
}

function unknown(name: string, known: readonly string[], what: string): string {
  const near = suggest(name, known);
  return `${quote(name)} is not ${what}; ${near === undefined ? `known: ${known.join(", ")}` : `did you mean ${quote(near)}?`}`;
}

function zoneProblems({ file, config }: Source<AzurePlatform>): Problem[] {
  const path = ["azure", "hub", "privateDnsZones", "existing"];
  const zones = Object.entries(config.azure.hub.privateDnsZones.existing);
  const [first] = zones.map(([, id]) => parseResourceId(id)?.subscriptionId);
  return zones.flatMap(([name, id]) => {
    if (!PRIVATE_DNS_ZONES.includes(name))
      return [
        file.problem([...path, name], unknown(name, PRIVATE_DNS_ZONES, "a zone that the platform uses"), { at: "key" }),
      ];
    const target = parseResourceId(id);
    if (target !== undefined && target.name !== name)
      return [file.problem([...path, name], `is the id of the zone ${quote(target.name)}; use that of ${quote(name)}`)];
    if (target?.subscriptionId !== first)
      return [
        file.problem(
          [...path, name],
          "is in another subscription than the first existing zone; all of them must be in one",
        ),
      ];
    return [];
  });
}

/** Limits of a file that do not exist, or that are below the cloud's own. */
export function limitNameProblems(
  file: YamlFile,
  cloud: "azure" | "aws",
  raised: Readonly<Record<string, number>>,
  limits: Readonly<Record<string, Limit>>,
): Problem[] {
  return Object.entries(raised).flatMap(([name, value]) => {
    const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
    if (limit === undefined)
      return [file.problem([cloud, "limits", name], unknown(name, Object.keys(limits), "a limit"), { at: "key" })];
    const own = `${cloud === "azure" ? "Azure" : "AWS"}'s own ${limit.value}`;
    return value < limit.value
      ? [file.problem([cloud, "limits", name], `${value} is below ${own}; a limit can only be raised`)]
      : [];
  });
}

function tenantProblems({ azure }: AzurePlatform, { file, config }: Source<AzureTenant>): Problem[] {
  const { isolation, subscriptionId } = config.azure;
  const problems: Problem[] = [];
  if (isolation === "shared" && azure.workspace === undefined) {
    problems.push(
      file.problem(
        ["azure", "isolation"],
        "shared needs the platform's shared workspace, and azure.workspace is not in the platform's file",
      ),
    );
  }
  if (
    subscriptionId !== undefined &&
    subscriptionId !== azure.subscriptionId &&
    !azure.tenantSubscriptions.includes(subscriptionId)
  ) {
    problems.push(
      file.problem(
        ["azure", "subscriptionId"],
        `${subscriptionId} is not one of azure.tenantSubscriptions of the platform's file; add it there: the custom roles must be assignable in it`,
      ),
    );
  }
  return problems;
}
