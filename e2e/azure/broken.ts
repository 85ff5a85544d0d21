import { PROVIDERS } from "../../lib/terraform/provider-versions";

/** The JSON of a stack. */
export interface Stack {
  readonly terraform: object;
  readonly provider: object;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

/** A way of breaking a stack. */
export interface Broken {
  /** What is broken. */
  readonly title: string;
  /** Breaks the sound stack, of which it gets a copy. */
  readonly breaks: (stack: Stack) => Stack;
  /** The step that has to refuse it. */
  readonly at: "validate" | "plan" | "apply" | "second plan";
  /** How it is refused. */
  readonly says: RegExp;
}

const SUBSCRIPTION = "20000000-0000-4000-8000-000000000002";
const IN_SUBSCRIPTION = `/subscriptions/${SUBSCRIPTION}`;
const NETWORK = `${IN_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
const READER = `${IN_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
const NO_ROLE = `${IN_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${SUBSCRIPTION}`;

/** A small stack that is as it should be. */
export const SOUND: Stack = {
  terraform: {
    backend: { local: {} },
    required_providers: { azurerm: PROVIDERS.azurerm },
  },
  provider: { azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION }] },
  resource: {
    azurerm_resource_group: { rg: { name: "rg", location: "westeurope" } },
    azurerm_virtual_network: {
      vnet: {
        name: "vnet",
        resource_group_name: "${azurerm_resource_group.rg.name}",
        location: "${azurerm_resource_group.rg.location}",
        address_space: ["10.0.0.0/16"],
      },
    },
    azurerm_subnet: {
      subnet: {
        name: "subnet",
        resource_group_name: "${azurerm_resource_group.rg.name}",
        virtual_network_name: "${azurerm_virtual_network.vnet.name}",
        address_prefixes: ["10.0.0.0/24"],
      },
    },
    azurerm_user_assigned_identity: {
      identity: {
        name: "identity",
        resource_group_name: "${azurerm_resource_group.rg.name}",
        location: "${azurerm_resource_group.rg.location}",
      },
    },
    azurerm_role_assignment: {
      reader: {
        scope: "${azurerm_virtual_network.vnet.id}",
        role_definition_id: READER,
        principal_id: "${azurerm_user_assigned_identity.identity.principal_id}",
      },
    },
  },
};

/** Ways of breaking it. */
export const BROKEN: readonly Broken[] = [
  {
    title: "a cycle",
    breaks: changed("azurerm_resource_group", { depends_on: ["azurerm_subnet.subnet"] }),
    at: "validate",
    says: /Cycle:/,
  },
  {
    title: "a reference to no resource",
    breaks: changed("azurerm_subnet", { virtual_network_name: "${azurerm_virtual_network.other.name}" }),
    at: "validate",
    says: /Reference to undeclared resource/,
  },
  {
    title: "a reference to no attribute",
    breaks: changed("azurerm_subnet", { virtual_network_name: "${azurerm_virtual_network.vnet.title}" }),
    at: "validate",
    says: /Unsupported attribute/,
  },
  {
    title: "a misspelt argument",
    breaks: changed("azurerm_subnet", { adress_prefixes: ["10.0.0.0/24"] }),
    at: "validate",
    says: /Extraneous JSON object property/,
  },
  {
    title: "a missing argument",
    breaks: changed("azurerm_virtual_network", { location: undefined }),
    at: "validate",
    says: /Missing required argument/,
  },
  {
    title: "a text for a list",
    breaks: changed("azurerm_subnet", { address_prefixes: "10.0.0.0/24" }),
    at: "validate",
    says: /Incorrect attribute value type/,
  },
  {
    title: "a list that is new each time",
    breaks: changed("azurerm_virtual_network", { address_space: ["${timestamp()}"] }),
    at: "second plan",
    says: /azurerm_virtual_network\.vnet will be updated/,
  },
  {
    title: "an id without depends_on",
    breaks: changed("azurerm_role_assignment", { scope: NETWORK, principal_id: SUBSCRIPTION }),
    at: "apply",
    says: /virtualNetworks\/vnet\s+does not exist/,
  },
  {
    title: "a role that nobody defines",
    breaks: changed("azurerm_role_assignment", { role_definition_id: NO_ROLE }),
    at: "apply",
    says: /roleDefinitions\/20000000-0000-4000-8000-000000000002\s+does not exist/,
  },
  {
    title: "two of the same id",
    breaks: ({ resource: { azurerm_virtual_network: networks, ...others }, ...stack }) => ({
      ...stack,
      resource: { ...others, azurerm_virtual_network: { ...networks, twin: { ...networks?.vnet } } },
    }),
    at: "apply",
    says: /virtualNetworks\/vnet\s+already exists/,
  },
];

/** Changes arguments of every resource of a type; undefined leaves one out. */
function changed(type: string, change: Record<string, unknown>): Broken["breaks"] {
  return ({ resource, ...stack }) => {
    const resources = Object.entries(resource[type] ?? {}).map(
      ([name, values]) => [name, { ...values, ...change }] as const,
    );
    return { ...stack, resource: { ...resource, [type]: Object.fromEntries(resources) } };
  };
}
