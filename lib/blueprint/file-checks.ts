import { parseResourceId } from "../config/resource-id";
import type { Files, Source } from "../config/load";
import type { PlatformConfig } from "../config/platform";
import { type Problem, quote } from "../config/problem";
import { suggest } from "../config/suggest";
import { LIMITS } from "./limits";
import { PRIVATE_DNS_ZONES } from "./private-dns";
import { MAX_TAGS, OWN_TAGS, TAG_NAME } from "./tags";

/** Problems that show only when a value is held against the project's tables, or against another file. */
export function fileProblems({ platform, tenants }: Files): Problem[] {
  if (platform === undefined) return [];
  return [
    ...tagProblems(platform),
    ...zoneProblems(platform),
    ...limitNameProblems(platform),
    ...tenants.flatMap((tenant) => tenantProblems(platform.config, tenant)),
  ];
}

function unknown(name: string, known: readonly string[], what: string): string {
  const near = suggest(name, known);
  return `${quote(name)} is not ${what}; ${near === undefined ? `known: ${known.join(", ")}` : `did you mean ${quote(near)}?`}`;
}

function tagProblems({ file, config: { tags } }: Source<PlatformConfig>): Problem[] {
  const names = Object.keys(tags);
  const taken = new Map<string, string>(
    OWN_TAGS.map((name) => [name.toLowerCase(), `${name}, which this project sets`]),
  );
  const problems = names.flatMap((name) => {
    const rival = taken.get(name.toLowerCase());
    taken.set(name.toLowerCase(), name);
    if (rival !== undefined)
      return [
        file.problem(["tags", name], `${quote(name)} is the same tag to Azure as ${rival}; rename it`, { at: "key" }),
      ];
    if (!TAG_NAME.test(name))
      return [
        file.problem(
          ["tags", name],
          `${quote(name)} is not a name that every resource takes for a tag; use up to 128 letters, digits, ".", "_" and "-", beginning with a letter`,
          { at: "key" },
        ),
      ];
    return [];
  });
  const most = MAX_TAGS - OWN_TAGS.length;
  if (names.length > most)
    problems.push(
      file.problem(
        ["tags"],
        `has ${names.length} tags; a private DNS zone takes ${MAX_TAGS}, of which this project sets ${OWN_TAGS.length}, so keep ${most} at most`,
      ),
    );
  return problems;
}

function zoneProblems({ file, config }: Source<PlatformConfig>): Problem[] {
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

function limitNameProblems({ file, config }: Source<PlatformConfig>): Problem[] {
  const known = Object.keys(LIMITS);
  return Object.entries(config.azure.limits).flatMap(([name, value]) => {
    if (!known.includes(name))
      return [file.problem(["azure", "limits", name], unknown(name, known, "a limit"), { at: "key" })];
    const azure = LIMITS[name as keyof typeof LIMITS].value;
    return value < azure
      ? [file.problem(["azure", "limits", name], `${value} is below Azure's own ${azure}; a limit can only be raised`)]
      : [];
  });
}

function tenantProblems({ azure }: PlatformConfig, { file, config }: Files["tenants"][number]): Problem[] {
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
