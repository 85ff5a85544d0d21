import { labelled, list, maps } from "../../blocks";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { first } from "../read";

/** A rule of a network security group, as a resource of its own or as a block of the group. */
export interface GroupRule {
  /** What has it. */
  readonly resource: Resource;
  /** What its arguments begin with: nothing, or the block's name. */
  readonly prefix: string;
  readonly direction: string;
  readonly access: string;
  readonly protocol: string;
  readonly priority: number;
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinations: readonly string[];
  readonly ports: readonly string[];
}

/** The name that the subnet of Azure Bastion must have. */
export const BASTION_SUBNET = "AzureBastionSubnet";

const ASSOCIATION = "azurerm_subnet_network_security_group_association";

/** The rules of a group. */
export function rulesOf(stack: Stack, group: Resource): GroupRule[] {
  const own = stack
    .resources("azurerm_network_security_rule")
    .filter(({ content }) => stack.names(content.network_security_group_name, group))
    .map((resource) => groupRule(resource, resource.content, ""));
  const blocks = maps(group.content.security_rule);
  return [...own, ...blocks.map((block, index) => groupRule(group, block, `security_rule[${index}].`))];
}

/** The rules that are in no group of the stack. */
export function strayRules(stack: Stack): GroupRule[] {
  const groups = stack.resources("azurerm_network_security_group");
  return stack
    .resources("azurerm_network_security_rule")
    .filter(({ content }) => !groups.some((group) => stack.names(content.network_security_group_name, group)))
    .map((resource) => groupRule(resource, resource.content, ""));
}

/** The subnets that a group protects. */
export function subnetsOf(stack: Stack, group: Resource): Resource[] {
  return stack.resources(ASSOCIATION).flatMap(({ content }) => {
    if (!stack.names(content.network_security_group_id, group)) return [];
    const subnet = stack.target(content.subnet_id);
    return subnet === undefined ? [] : [subnet];
  });
}

/** Whether a subnet is that of Azure Bastion: by its name; or, where none has that, because a host of Bastion stands in it. */
export function isBastionSubnet(stack: Stack, subnet: Resource): boolean {
  if (hasBastionSubnet(stack)) return subnet.content.name === BASTION_SUBNET;
  return stack
    .resources("azurerm_bastion_host")
    .some((host) => stack.target(first(host, "ip_configuration.subnet_id")) === subnet);
}

function hasBastionSubnet(stack: Stack): boolean {
  return stack.resources("azurerm_subnet").some(({ content }) => content.name === BASTION_SUBNET);
}

/** The hosts of Bastion that stand in another subnet than the one that is there for them. */
export function misplacedBastions(stack: Stack): Resource[] {
  if (!hasBastionSubnet(stack)) return [];
  return stack.resources("azurerm_bastion_host").filter((host) => {
    const subnet = stack.target(first(host, "ip_configuration.subnet_id"));
    return subnet?.type === "azurerm_subnet" && subnet.content.name !== BASTION_SUBNET;
  });
}

/** Whether it is the group of Bastion's subnet; or one of no subnet, with a rule that only Bastion and gateways have. */
export function isBastions(stack: Stack, group: Resource): boolean {
  const subnets = subnetsOf(stack, group);
  if (subnets.length > 0) return subnets.some((subnet) => isBastionSubnet(stack, subnet));
  return rulesOf(stack, group).some(({ sources }) => sources.includes("GatewayManager"));
}

function groupRule(resource: Resource, content: Resource["content"], prefix: string): GroupRule {
  const values = Object.fromEntries(labelled(content));
  const texts = (name: string) =>
    [...list(values[name]), ...list(values[`${name}es`] ?? values[`${name}s`])].map(String);
  return {
    resource,
    prefix,
    direction: String(values.direction).toLowerCase(),
    access: String(values.access).toLowerCase(),
    protocol: String(values.protocol).toLowerCase(),
    priority: Number(values.priority),
    sources: texts("source_address_prefix"),
    sourcePorts: texts("source_port_range"),
    destinations: texts("destination_address_prefix"),
    ports: texts("destination_port_range"),
  };
}
