import { is, matching } from "../../expectation";
import { addressesIn } from "../../references";
import type { Selection } from "../../selection";
import { settings } from "../../setting";

/** Zones in which no private endpoint of the stack registers; the names of the others are told beside the endpoint. */
const ELSEWHERE: Selection = {
  has: ({ address }, stack) =>
    !stack
      .resources("azurerm_private_endpoint")
      .some(({ content }) => addressesIn(content.private_dns_zone_group).includes(address)),
  example: {},
};

/** Private DNS zones, and their links to networks. */
export const PRIVATE_DNS_ZONE = [
  ...settings(
    "azurerm_private_dns_zone",
    [
      {
        id: "azure-dns-zone-name",
        severity: "medium",
        title: "Private DNS zones are domains.",
        argument: "name",
        must: matching(
          /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
          "must be a domain of two labels or more, in lower case",
          { right: "privatelink.azurecr.io", wrong: "privatelink" },
        ),
        reason: "A plan takes any text, and no name would be found in it.",
        source: "Learn: What is an Azure Private DNS zone?",
        fix: "write the domain of the zone",
        controls: ["MCSB NS-10"],
      },
    ],
    ELSEWHERE,
  ),
  ...settings("azurerm_private_dns_zone_virtual_network_link", [
    {
      id: "azure-dns-link-registration",
      severity: "high",
      title: "Machines register no names in private DNS zones.",
      argument: "registration_enabled",
      must: is(false),
      reason: "Whoever names a machine would decide where a name of a private endpoint leads.",
      source: "Learn: What is the autoregistration feature in Azure DNS private zones?",
      controls: ["MCSB NS-10"],
    },
  ]),
];
