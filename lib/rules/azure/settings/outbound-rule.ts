import { fqdnProblem } from "../../../config/fqdn";
import { portsProblem } from "../../../config/ports";
import { SUBRESOURCES } from "../../../config/private-endpoint-targets";
import { serviceTagProblem } from "../../../config/service-tags";
import { absent, is, matching, oneOf, present } from "../../expectation";
import { each } from "../../list-expectation";
import { ofArmType, ofKind } from "../../selection";
import { settings } from "../../setting";
import { passing } from "../../text-expectation";

const RULE = "Microsoft.MachineLearningServices/workspaces/outboundRules";
const SOURCE = "Learn: Workspace managed virtual network isolation";

const HOST = passing(fqdnProblem, "must be one host or *.domain, and no storage host", {
  right: "pypi.org",
  wrong: "*",
});
const TAG = passing(serviceTagProblem, "must be a service tag that does not stand for everybody's machines", {
  right: "AzureManagedGrafana",
  wrong: "Internet",
});
const PORTS = passing(portsProblem, "must be ports and ranges of them", { right: "443", wrong: "abc" });

const BODIES = settings(RULE, [
  {
    id: "azure-ml-outbound-type",
    severity: "medium",
    title: "Outbound rules are of a kind that there is.",
    argument: "body.properties.type",
    must: oneOf(["FQDN", "PrivateEndpoint", "ServiceTag"]),
    reason: "No rule here could tell what it opens.",
    source: SOURCE,
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-ml-outbound-category",
    severity: "low",
    title: "Outbound rules are those of a person.",
    argument: "body.properties?.category",
    must: is("UserDefined", "Required"),
    reason: "The other categories are those that Azure makes by itself.",
    source: SOURCE,
    controls: ["MCSB PV-2"],
  },
]);

const MADE = settings(
  "azapi_resource",
  [
    {
      id: "azure-ml-outbound-name",
      severity: "low",
      title: "Names of outbound rules have 3 to 33 letters, digits, dashes and underscores.",
      argument: "name",
      must: matching(
        /^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$/,
        "must have 3 to 33 letters, digits, dashes and underscores, a letter or a digit first",
        { right: "pypi", wrong: "py pi" },
      ),
      reason: "A plan takes any text, and the name becomes a part of an ARM id.",
      source: "Learn: REST reference: Managed Network Settings Rule - Create Or Update",
      fix: "write a name of 3 to 33 letters, digits, dashes and underscores",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-outbound-replacement",
      severity: "medium",
      title: "Another kind of outbound rule, or another private endpoint, replaces the rule.",
      argument: "replace_triggers_external_values",
      must: present(["FQDN"]),
      reason: "Azure changes neither: the rule would lead where it led before.",
      source: SOURCE,
      fix: "set replace_triggers_external_values to the kind of the rule, and to the destination of a private endpoint",
      controls: ["MCSB NS-2"],
    },
  ],
  ofArmType("azapi_resource", RULE),
);

const HOSTS = settings(
  RULE,
  [
    {
      id: "azure-ml-outbound-host",
      severity: "critical",
      title: "Outbound rules to hosts name one host, or one domain.",
      argument: "body.properties.destination",
      must: HOST,
      reason: "Data could leave to a host or a storage account of anybody. A plan takes any text.",
      source: SOURCE,
      fix: "name the one host that is needed, or *. and its domain; storage needs a private endpoint rule",
      controls: ["MCSB NS-3", "MCSB DP-2"],
    },
  ],
  ofKind("body.properties.type", "FQDN"),
);

const TAGS = settings(
  RULE,
  [
    {
      id: "azure-ml-outbound-tag",
      severity: "critical",
      title: "Outbound rules to service tags stand for one service of Azure.",
      argument: "body.properties.destination.serviceTag",
      must: TAG,
      reason: "Internet and AzureCloud are machines of everybody: data could leave to any of them.",
      source: SOURCE,
      fix: "name the tag of the one service that is needed",
      controls: ["MCSB NS-3", "MCSB DP-2"],
    },
    {
      id: "azure-ml-outbound-ports",
      severity: "medium",
      title: "Outbound rules to service tags name ports.",
      argument: "body.properties.destination?.portRanges",
      must: PORTS,
      reason: "A plan takes any text, and Azure refuses it.",
      source: SOURCE,
      fix: "write ports, as in 443 or 80,8000-8100",
      controls: ["MCSB NS-2"],
    },
    {
      id: "azure-ml-outbound-protocol",
      severity: "low",
      title: "Outbound rules to service tags name a protocol.",
      argument: "body.properties.destination?.protocol",
      must: oneOf(["TCP", "UDP", "ICMP", "*"]),
      reason: "A plan takes any text, and Azure refuses it.",
      source: SOURCE,
      controls: ["MCSB NS-2"],
    },
    {
      id: "azure-ml-outbound-action",
      severity: "low",
      title: "Outbound rules to service tags allow or deny.",
      argument: "body.properties.destination?.action",
      must: oneOf(["Allow", "Deny"]),
      reason: "A plan takes any text, and Azure refuses it.",
      source: SOURCE,
      controls: ["MCSB NS-2"],
    },
    {
      id: "azure-ml-outbound-addresses",
      severity: "critical",
      title: "Outbound rules open no ranges of addresses.",
      argument: "body.properties.destination?.addressPrefixes",
      must: absent(["0.0.0.0/0"]),
      mayBeAbsent: true,
      reason: "The ranges count in place of the tag, and nobody can tell whose machines have these addresses.",
      source: "Learn: REST reference: Managed Network Settings Rule - Create Or Update",
      controls: ["MCSB NS-3", "MCSB DP-2"],
    },
  ],
  ofKind("body.properties.type", "ServiceTag"),
);

const PRIVATE_ENDPOINTS = settings(
  RULE,
  [
    {
      id: "azure-ml-outbound-gateway-hosts",
      severity: "high",
      title: "Hosts that resolve to a private endpoint of a managed network are single hosts or domains.",
      argument: "body.properties?.fqdns",
      must: each(HOST),
      mayBeAbsent: true,
      reason: "Names of others would lead to the target of the rule.",
      source: "Learn: Access on-premises resources from your Azure Machine Learning workspace's managed network",
      fix: "name the hosts that lead to the target, each by itself",
      controls: ["MCSB NS-2"],
    },
  ],
  ofKind("body.properties.type", "PrivateEndpoint"),
);

/** The same rules where azurerm writes them. */
const AZURERM = [
  ...settings("azurerm_machine_learning_workspace_network_outbound_rule_fqdn", [
    {
      id: "azure-ml-azurerm-outbound-host",
      severity: "critical",
      title: "FQDN rules of azurerm name one host, or one domain.",
      argument: "destination_fqdn",
      must: HOST,
      reason: "Data could leave to a host or a storage account of anybody. A plan takes any text.",
      source: SOURCE,
      fix: "name the one host that is needed, or *. and its domain; storage needs a private endpoint rule",
      controls: ["MCSB NS-3", "MCSB DP-2"],
    },
  ]),
  ...settings("azurerm_machine_learning_workspace_network_outbound_rule_service_tag", [
    {
      id: "azure-ml-azurerm-outbound-tag",
      severity: "critical",
      title: "Service tag rules of azurerm stand for one service of Azure.",
      argument: "service_tag",
      must: TAG,
      reason: "Internet and AzureCloud are machines of everybody: data could leave to any of them.",
      source: SOURCE,
      fix: "name the tag of the one service that is needed",
      controls: ["MCSB NS-3", "MCSB DP-2"],
    },
    {
      id: "azure-ml-azurerm-outbound-ports",
      severity: "medium",
      title: "Service tag rules of azurerm name ports.",
      argument: "port_ranges",
      must: PORTS,
      reason: "A plan takes any text, and Azure refuses it.",
      source: SOURCE,
      fix: "write ports, as in 443 or 80,8000-8100",
      controls: ["MCSB NS-2"],
    },
  ]),
  ...settings("azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint", [
    {
      id: "azure-ml-azurerm-outbound-subresource",
      severity: "medium",
      title: "Private endpoint rules of azurerm name a sub-resource that there is.",
      argument: "sub_resource_target",
      must: oneOf(SUBRESOURCES as [string, ...string[]]),
      reason: "Azure refuses the rule when it is made.",
      source: SOURCE,
      fix: "name a sub-resource that the target has (docs/outbound-rules.md)",
      controls: ["MCSB PV-2"],
    },
  ]),
];

/** What managed networks of workspaces let out. */
export const OUTBOUND_RULE = [...BODIES, ...MADE, ...HOSTS, ...TAGS, ...PRIVATE_ENDPOINTS, ...AZURERM];
