import { parseCidr } from "../../../config/cidr";
import { list } from "../../blocks";
import type { Rule } from "../../rule";

const SUBNET = "azurerm_subnet";
const LONGEST_PREFIX = 26;

/** Whether Azure Bastion has room. */
export const BASTION_SUBNET_SIZE: Rule = {
  id: "azure-bastion-subnet-size",
  severity: "low",
  title: "AzureBastionSubnet has 64 addresses or more.",
  reason: "A plan takes a smaller one, and Azure refuses the host.",
  source: "Learn: About Azure Bastion configuration settings",
  controls: ["MCSB PV-2"],
  fix: "give the subnet a /26 or a wider range",
  example: { wrong: example("10.20.0.0/28"), right: example("10.20.0.0/26") },
  check: (stack) =>
    stack
      .resources(SUBNET)
      .filter(
        ({ content: { name, address_prefixes: ranges } }) => name === "AzureBastionSubnet" && isWrong(list(ranges)),
      )
      .map((resource) => ({
        resource,
        argument: "address_prefixes",
        found: resource.content.address_prefixes,
        must: `must be a /${LONGEST_PREFIX} or wider`,
      })),
};

/** When no range at all is right, security rules for SSH tell. */
function isWrong(ranges: readonly unknown[]): boolean {
  const isRange = (text: unknown) => typeof parseCidr(String(text)) !== "string";
  return ranges.some(isSmall) || (ranges.some(isRange) && !ranges.every(isRange));
}

function isSmall(text: unknown): boolean {
  const range = parseCidr(String(text));
  return typeof range !== "string" && range.prefixLength > LONGEST_PREFIX;
}

function example(range: string) {
  return { resource: { [SUBNET]: { example: { name: "AzureBastionSubnet", address_prefixes: [range] } } } };
}
