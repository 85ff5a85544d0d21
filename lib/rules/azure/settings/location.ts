import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const GROUP = "azurerm_resource_group";
const TYPES = /^(azurerm|azapi)_/;

/** Whether everything stands in the region of its stack. */
export const LOCATION: Rule = {
  id: "azure-resource-location",
  severity: "high",
  title: "Everything in a stack stands in the region of the stack's resource group.",
  reason: "Data would lie in another region, which may be under other laws.",
  source: "Azure: Data residency in Azure",
  controls: ["MCSB AM-2"],
  fix: `set location to the location of the ${GROUP}, by reference`,
  example: {
    wrong: { resource: { [GROUP]: group(), azurerm_storage_account: { example: { location: "eastus" } } } },
    right: {
      resource: {
        [GROUP]: group(),
        azurerm_storage_account: { example: { location: `\${${GROUP}.example.location}` } },
      },
    },
  },
  *check(stack) {
    const regions = regionsOf(stack);
    if (regions.length === 0) return;
    for (const resource of stack.all.filter(isPlaced)) {
      const { location: found } = resource.content;
      if (isIn(regions, found)) continue;
      yield { resource, argument: "location", found, must: `must be ${regions.join(" or ")}, by reference or as text` };
    }
  },
};

function isPlaced({ type, content: { location } }: Resource): boolean {
  return TYPES.test(type) && type !== GROUP && location !== undefined && location !== null && location !== "global";
}

function regionsOf(stack: Stack): string[] {
  const regions = stack.resources(GROUP).map(({ content }) => content.location);
  return [...new Set(regions.filter((region) => typeof region === "string"))];
}

function isIn(regions: readonly string[], location: unknown): boolean {
  if (referenceOf(location)?.attribute === "location") return true;
  return typeof location === "string" && regions.includes(location.toLowerCase().replaceAll(" ", ""));
}

function group() {
  return { example: { location: "westeurope" } };
}
