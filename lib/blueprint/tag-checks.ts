import type { Files, Source } from "../config/load";
import type { PlatformConfig } from "../config/platform";
import { type FieldPath, type Problem, quote } from "../config/problem";
import type { TenantConfig } from "../config/tenant";
import type { YamlFile } from "../config/yaml-file";
import { OWN_TAGS, TAG_RULES, type TagRules } from "./tags";

/** Tags that a cloud which the platform is on would refuse, or would take for another. */
export function tagProblems({ platform, tenants }: Files): Problem[] {
  if (platform === undefined) return [];
  const clouds = (["azure", "aws"] as const).filter((cloud) => platform.config[cloud] !== undefined);
  const rules = clouds.map((cloud) => TAG_RULES[cloud]);
  return [
    ...nameProblems(platform, rules),
    ...numberProblems(platform, rules),
    ...(clouds.includes("aws") ? [...valuesOfPlatform(platform), ...tenants.flatMap(valuesOfTenant)] : []),
  ];
}

function nameProblems({ file, config }: Source<PlatformConfig>, rules: readonly TagRules[]): Problem[] {
  const taken = new Map<string, string>(
    OWN_TAGS.map((name) => [name.toLowerCase(), `${name}, which this project sets`]),
  );
  const cloud = rules[0]?.ignoresCase ?? "";
  return Object.keys(config.tags).flatMap((name) => {
    const rival = taken.get(name.toLowerCase());
    taken.set(name.toLowerCase(), name);
    const wrong =
      rival === undefined
        ? rules.find((rule) => !rule.name.test(name))?.nameForm
        : `is the same tag to ${cloud} as ${rival}; rename it`;
    return wrong === undefined ? [] : [file.problem(["tags", name], `${quote(name)} ${wrong}`, { at: "key" })];
  });
}

function numberProblems({ file, config }: Source<PlatformConfig>, rules: readonly TagRules[]): Problem[] {
  const [tightest] = rules.toSorted((one, other) => one.most - other.most);
  const count = Object.keys(config.tags).length;
  if (tightest === undefined || count <= tightest.most - OWN_TAGS.length) return [];
  const { most, fewest } = tightest;
  const message = `has ${count} tags; ${fewest} takes ${most}, of which this project sets ${OWN_TAGS.length}, so keep ${most - OWN_TAGS.length} at most`;
  return [file.problem(["tags"], message)];
}

function valuesOfPlatform({ file, config }: Source<PlatformConfig>): Problem[] {
  return Object.entries(config.tags).flatMap(([name, value]) => valueProblem(file, ["tags", name], value));
}

/** The fields of a tenant's file that become tags; its id always fits. */
function valuesOfTenant({ file, config }: Source<TenantConfig>): Problem[] {
  if (config.aws === undefined) return [];
  return (["owner", "costCenter"] as const).flatMap((field) => valueProblem(file, [field], config[field]));
}

function valueProblem(file: YamlFile, path: FieldPath, value: string): Problem[] {
  const [odd] = TAG_RULES.aws.oddInValue?.exec(value) ?? [];
  const wrong = odd === undefined ? reservedStart(value) : `has ${quote(odd)}`;
  if (wrong === undefined) return [];
  const message = `${quote(value)} ${wrong}, and becomes a tag on AWS; use letters, digits, spaces and any of _ . : / = + - @`;
  return [file.problem(path, message)];
}

function reservedStart(value: string): string | undefined {
  return value.toLowerCase().startsWith("aws:") ? 'begins with "aws:", which AWS keeps for itself' : undefined;
}
