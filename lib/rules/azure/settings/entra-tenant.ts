import { valuesAt } from "../../blocks";
import { ofKind } from "../../selection";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const PROVIDERS = ["azurerm", "azapi", "azuread"].map((name) => `provider.${name}`);
const TENANT = "6b0f6f3e-9a3b-4a7e-8a53-2d6f0c1b7e11";
const OTHER = "00000000-1111-2222-3333-444444444444";
const VAULT = "azurerm_key_vault";
const PERSON = "body.properties.properties.personalComputeInstanceSettings.assignedUser.tenantId";

/** Whether all providers of a stack work in one Entra tenant. */
export const PROVIDER_TENANT: Rule = {
  id: "azure-provider-tenant",
  severity: "critical",
  title: "All providers of a stack sign in to one Entra tenant.",
  reason: "A part of the stack would be made in the directory of somebody else, or in whichever the pipeline is in.",
  source: "Terraform azurerm provider: tenant_id",
  controls: ["MCSB IM-1"],
  fix: "set tenant_id of each provider to the id of the platform's Entra tenant",
  example: {
    wrong: { provider: { azurerm: [{ tenant_id: TENANT }], azapi: [{ tenant_id: OTHER }] } },
    right: { provider: { azurerm: [{ tenant_id: TENANT }], azapi: [{ tenant_id: TENANT }] } },
  },
  *check(stack) {
    const providers = providersOf(stack);
    const common = mostCommon(providers.map(({ content }) => content.tenant_id));
    for (const resource of providers) {
      const { tenant_id: found } = resource.content;
      if (found === common && typeof found === "string") continue;
      yield { resource, argument: "tenant_id", found, must: "must be the Entra tenant of the other providers" };
    }
  },
};

/** Whether what names an Entra tenant names that of the providers. */
export const RESOURCE_TENANT: Rule = {
  id: "azure-resource-tenant",
  severity: "critical",
  title: "Key vaults and compute instances trust the Entra tenant of the platform.",
  reason: "Tokens of another directory would open the vault or the machine.",
  source: "Learn: Authentication in Azure Key Vault",
  controls: ["MCSB IM-1"],
  fix: "set the tenant id to that of the platform's Entra tenant",
  example: { wrong: vault(OTHER), right: vault(TENANT) },
  *check(stack) {
    const tenants = providersOf(stack).map(({ content }) => content.tenant_id);
    for (const { resource, argument } of trusting(stack)) {
      const found = valuesAt(resource.content, argument)[0]?.value;
      if (tenants.includes(found) && typeof found === "string") continue;
      yield { resource, argument, found, must: "must be the Entra tenant of a provider of this stack" };
    }
  },
};

function providersOf(stack: Stack): Resource[] {
  return PROVIDERS.flatMap((type) => stack.resources(type));
}

function trusting(stack: Stack): { readonly resource: Resource; readonly argument: string }[] {
  const instances = ofKind("body.properties.computeType", "ComputeInstance");
  return [
    ...stack.resources(VAULT).map((resource) => ({ resource, argument: "tenant_id" })),
    ...stack
      .resources("Microsoft.MachineLearningServices/workspaces/computes")
      // A machine without a person is told by its own rule.
      .filter(
        (resource) => instances.has(resource, stack) && valuesAt(resource.content, PERSON)[0]?.value !== undefined,
      )
      .map((resource) => ({ resource, argument: PERSON })),
  ];
}

/** The value that stands most often; of several the first. */
function mostCommon(values: readonly unknown[]): unknown {
  const count = (value: unknown) => values.filter((other) => other === value).length;
  return values.toSorted((a, b) => count(b) - count(a))[0];
}

function vault(tenant: string) {
  return {
    provider: { azurerm: [{ tenant_id: TENANT }] },
    resource: { [VAULT]: { example: { tenant_id: tenant } } },
  };
}
