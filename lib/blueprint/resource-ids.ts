/** A resource group of one subscription. */
export interface ResourceGroup {
  /** The subscription, a GUID in lower case. */
  readonly subscriptionId: string;
  /** The group's name. */
  readonly name: string;
}

/** The ARM id of a resource group. */
export function resourceGroupId({ subscriptionId, name }: ResourceGroup): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
}

/**
 * The ARM id of a resource.
 *
 * @param type the type of the top-level resource with its provider, as in Microsoft.Network/virtualNetworks
 * @param names its name, then type and name of each child, as in ("vnet", "subnets", "snet-pe")
 */
export function resourceId(group: ResourceGroup, type: string, ...names: string[]): string {
  return [resourceGroupId(group), "providers", type, ...names].join("/");
}

/** The ARM id of a subscription. */
export function subscriptionScope(subscriptionId: string): string {
  return `/subscriptions/${subscriptionId}`;
}

/**
 * The id of a role definition as Azure answers it for an assignment in the given subscription. The form without a
 * subscription is accepted too, and then replaced on every plan (azurerm 4.81.0).
 */
export function roleDefinitionId(subscriptionId: string, role: string): string {
  return `${subscriptionScope(subscriptionId)}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}
