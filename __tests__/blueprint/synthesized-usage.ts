import type { LimitName, Usage } from "../../lib/blueprint/limits";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import { azureOf, temporaryFolder } from "../support/files";
import { type Arguments, resourcesOf, type StackJson, stackText, synthesizeTo } from "../support/synth";

/** A resource of a synthesized stack, with the subscription that its provider works in. */
interface Resource {
  readonly stack: StackJson;
  readonly subscription: string;
  readonly body: Arguments;
}

/** Counts what limits are about in the Terraform JSON of a blueprint, without a look at the blueprint's own numbers. */
export function synthesizedUsage(blueprint: Blueprint): Usage[] {
  const stacks = synthesized(blueprint);
  const all = (type: string) => stacks.flatMap((stack) => resources(stack, type));
  const hub = azureOf(blueprint).hub.network.name;
  const deployments = all("azapi_resource").filter(({ body }) => String(body.type).includes("/deployments@"));
  const counts: Record<LimitName, string[]> = {
    onlineEndpointsPerRegion: all("azapi_resource")
      .filter(({ body }) => String(body.type).includes("/onlineEndpoints@"))
      .map((resource) => subscriptionOf(resource, resource.body.parent_id)),
    onlineDeploymentsPerRegion: deployments.map((resource) => subscriptionOf(resource, resource.body.parent_id)),
    onlineDeploymentsPerEndpoint: deployments.map(({ stack, body }) => nameOf(stack, body.parent_id)),
    storageAccountsPerRegion: all("azurerm_storage_account").map(({ subscription }) => subscription),
    openAiAccountsPerRegion: all("azurerm_cognitive_account").map(({ subscription }) => subscription),
    keyVaultsWithPrivateEndpoints: all("azurerm_private_endpoint")
      .filter(({ body }) => JSON.stringify(body.private_service_connection).includes('"vault"'))
      .map(({ subscription }) => subscription),
    privateEndpointsPerKeyVault: all("azapi_resource")
      .map(({ body }) => body.body as { properties: { destination?: Record<string, unknown> } })
      .map(({ properties }) => properties.destination)
      .filter((destination) => destination?.subresourceTarget === "vault")
      .map((destination) => String(destination?.serviceResourceId).toLowerCase()),
    roleAssignmentsPerSubscription: all("azurerm_role_assignment").map((resource) =>
      subscriptionOf(resource, resource.body.scope),
    ),
    resourceGroupsPerSubscription: all("azurerm_resource_group").map(({ subscription }) => subscription),
    virtualNetworksPerSubscription: all("azurerm_virtual_network").map(({ subscription }) => subscription),
    privateDnsZonesPerSubscription: all("azurerm_private_dns_zone").map(({ subscription }) => subscription),
    peeringsPerNetwork: all("azurerm_virtual_network_peering")
      .filter(({ body }) => body.virtual_network_name === hub)
      .map(() => hub),
    privateEndpointsInPeeredNetworks: all("azurerm_private_endpoint").map(() => hub),
    linksPerZone: Array.from({ length: linksOfBusiestHubZone(blueprint, stacks) }, () => "the hub's zones"),
  };
  return Object.entries(counts).flatMap(([limit, places]) =>
    [...new Set(places)].map((where) => ({
      limit: limit as LimitName,
      where,
      count: places.filter((place) => place === where).length,
    })),
  );
}

/** The role assignments of a blueprint: the subscription of what each is assigned on, its scope, and its role. */
export function synthesizedAssignments(blueprint: Blueprint): { subscription: string; scope: string; role: string }[] {
  return synthesized(blueprint)
    .flatMap((stack) => resources(stack, "azurerm_role_assignment"))
    .map((resource) => ({
      subscription: subscriptionOf(resource, resource.body.scope),
      scope: String(resource.body.scope),
      role: String(resource.body.role_definition_id),
    }));
}

function synthesized(blueprint: Blueprint): StackJson[] {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprint);
  const { hub, workspace } = azureOf(blueprint);
  return [hub, ...(workspace === undefined ? [] : [workspace]), ...blueprint.tenants].map(
    ({ stack }) => JSON.parse(stackText(outdir, stack)) as StackJson,
  );
}

function resources(stack: StackJson, type: string): Resource[] {
  return Object.values(resourcesOf(stack, type)).map((body) => ({
    stack,
    subscription: subscriptionOfProvider(stack, body),
    body,
  }));
}

function subscriptionOfProvider({ provider }: StackJson, { provider: reference }: Arguments): string {
  const [, alias] = typeof reference === "string" ? reference.split(".") : [];
  return String(provider.azurerm?.find((azurerm) => azurerm.alias === alias)?.subscription_id);
}

/** The subscription of the resource that an id names: a literal, or a reference to a resource of the same stack. */
function subscriptionOf({ stack }: Resource, id: unknown): string {
  const [, literal] = /^\/subscriptions\/([^/]+)\//.exec(String(id)) ?? [];
  if (literal !== undefined) return literal;
  const [, type = "", name = ""] = /^\$\{(\w+)\.([\w-]+)\.id\}$/.exec(String(id)) ?? [];
  const target = resourcesOf(stack, type)[name];
  if (target === undefined) throw new Error(`${String(id)} refers to nothing`);
  if (type !== "azapi_resource") return subscriptionOfProvider(stack, target);
  return subscriptionOf({ stack, subscription: "", body: target }, target.parent_id);
}

/** The name of the resource that a reference to its id is of. */
function nameOf(stack: StackJson, id: unknown): string {
  const [, type = "", name = ""] = /^\$\{(\w+)\.([\w-]+)\.id\}$/.exec(String(id)) ?? [];
  return String(resourcesOf(stack, type)[name]?.name);
}

/** The most networks that one of the hub's zones is linked to; tenants' own copies of zones are other zones. */
function linksOfBusiestHubZone(blueprint: Blueprint, stacks: readonly StackJson[]): number {
  const { hub } = azureOf(blueprint);
  const groups = new Set(hub.zones.map(({ group }) => group.name));
  const links = stacks
    .flatMap((stack) => resources(stack, "azurerm_private_dns_zone_virtual_network_link"))
    .filter(({ stack, body }) => groups.has(literal(stack, body.resource_group_name)))
    .map(({ stack, body }) => literal(stack, body.private_dns_zone_name));
  return Math.max(0, ...hub.zones.map(({ name }) => links.filter((zone) => zone === name).length));
}

/** A literal, or the literal that a reference to another resource's argument stands for. */
function literal(stack: StackJson, value: unknown): string {
  const [, type = "", name = "", argument = ""] = /^\$\{(\w+)\.([\w-]+)\.(\w+)\}$/.exec(String(value)) ?? [];
  return type === "" ? String(value) : literal(stack, resourcesOf(stack, type)[name]?.[argument]);
}
