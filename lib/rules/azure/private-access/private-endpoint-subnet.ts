import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { parseArmId } from "../arm-id";
import { isOfAnotherTenant } from "../owner";

const ENDPOINT = "azurerm_private_endpoint";

/** A private endpoint stands in a subnet of its own stack, or of the hub. */
export const PRIVATE_ENDPOINT_SUBNET: Rule = {
  id: "azure-private-endpoint-subnet",
  severity: "critical",
  title: "A private endpoint stands in a subnet of its own stack, or of the hub.",
  reason: "Whoever is in the subnet's network reaches what is behind it: another tenant's network would let that in.",
  source: "Learn: What is a private endpoint?",
  controls: ["MCSB NS-1", "MCSB NS-2"],
  fix: "set subnet_id to the id of this stack's subnet of private endpoints, by reference, or of the hub's",
  example: {
    wrong: { resource: { [ENDPOINT]: { example: { subnet_id: "snet-pe" } } } },
    right: { resource: { [ENDPOINT]: { example: { subnet_id: "${azurerm_subnet.example.id}" } } } },
  },
  *check(stack) {
    for (const resource of stack.resources(ENDPOINT)) {
      const { subnet_id: subnet } = resource.content;
      if (isAllowed(stack, subnet)) continue;
      yield { resource, argument: "subnet_id", found: subnet, must: "must be a subnet of this stack, or of the hub" };
    }
  },
};

function isAllowed(stack: Stack, subnet: unknown): boolean {
  const reference = referenceOf(subnet);
  if (reference !== undefined) return reference.address.startsWith("azurerm_subnet.");
  const hasOwn = stack.resources("azurerm_subnet").length > 0;
  return (
    parseArmId(subnet)?.type === "microsoft.network/virtualnetworks/subnets" &&
    !hasOwn &&
    !isOfAnotherTenant(stack, subnet)
  );
}
