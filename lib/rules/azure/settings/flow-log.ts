import { absent, atLeast, is, matching, present } from "../../expectation";
import { ofArmType } from "../../selection";
import { settings } from "../../setting";

const FLOW_LOG = "Microsoft.Network/networkWatchers/flowLogs";
const CONFIGURATION = "body?.properties?.flowAnalyticsConfiguration?.networkWatcherFlowAnalyticsConfiguration";
const CIS = "CIS Microsoft Azure Foundations Benchmark 5.0.0: 7.8";

/** Anything but a network security group. */
const NO_GROUP = matching(/^(?!.*(network_security_group\.|\/networkSecurityGroups\/))/i, "must be no security group", {
  right: "${azurerm_virtual_network.example.id}",
  wrong: "${azurerm_network_security_group.example.id}",
});

const BODIES = settings(FLOW_LOG, [
  {
    id: "azure-flow-log-enabled",
    severity: "medium",
    title: "Flow logs are on.",
    argument: "body?.properties?.enabled",
    must: is(true),
    reason: "Nobody could tell afterwards who talked to whom.",
    source: "Azure Policy: All flow log resources should be in enabled state (27960feb)",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-flow-log-target",
    severity: "medium",
    title: "Flow logs are about networks.",
    argument: "body?.properties?.targetResourceId",
    must: NO_GROUP,
    mayBeAbsent: true,
    fix: "set targetResourceId to the id of the virtual network",
    reason: "Azure makes no flow logs of network security groups since 30 June 2025.",
    source: "Learn: Virtual network flow logs",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-flow-log-retention",
    severity: "medium",
    title: "Flow logs are deleted after a time.",
    argument: "body?.properties?.retentionPolicy.enabled",
    must: is(true),
    reason: "Records of everybody's traffic would be kept without end.",
    source: "Learn: Virtual network flow logs",
    controls: ["MCSB LT-6"],
  },
  {
    id: "azure-flow-log-days",
    severity: "medium",
    title: "Flow logs are kept for 90 days or more.",
    fix: "raise azure.hub.flowLogs.retentionDays of the platform's file, or retentionPolicy.days, to 90 or more",
    argument: "body?.properties?.retentionPolicy?.days",
    must: atLeast(90),
    reason: "Attacks are often found after months.",
    source: CIS,
    controls: ["CIS Azure 5.0.0 7.8", "MCSB LT-6"],
  },
  {
    id: "azure-flow-log-format",
    severity: "low",
    title: "Flow logs are written as JSON.",
    argument: "body?.properties?.format.type",
    must: is("JSON", "CSV"),
    reason: "There is no other format, and a plan takes any text.",
    source: "Learn: REST reference: Flow Logs - Create Or Update",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-flow-log-version",
    severity: "medium",
    title: "Flow logs tell bytes and packets.",
    argument: "body?.properties?.format?.version",
    must: is(2, 1),
    reason: "Version 1 tells who talked to whom, and not how much left.",
    source: "Learn: Virtual network flow logs",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-flow-log-analytics",
    severity: "medium",
    title: "Traffic analytics of a flow log is on if it is there.",
    argument: `${CONFIGURATION}.enabled`,
    must: is(true),
    reason: "The alert on denied traffic would never fire.",
    source: "Learn: Traffic analytics overview",
    controls: ["MCSB LT-4", "CIS Azure 5.0.0 6.1.1.7"],
  },
  {
    id: "azure-flow-log-analytics-interval",
    severity: "low",
    title: "Traffic analytics runs every 10 or 60 minutes.",
    argument: `${CONFIGURATION}?.trafficAnalyticsInterval`,
    must: { ...is(60, 5), must: "must be 10 or 60", holds: isInterval },
    reason: "A plan takes any number, and Azure takes these two.",
    source: "Learn: Traffic analytics overview",
    controls: ["MCSB LT-4"],
  },
]);

const MADE = settings(
  "azapi_resource",
  [
    {
      id: "azure-flow-log-identity-type",
      severity: "medium",
      title: "Flow logs are written with a user-assigned identity.",
      argument: "identity?.type",
      must: is("UserAssigned", "SystemAssigned"),
      reason: "Network Watcher would write with the account's keys, and the account takes none.",
      source: "Learn: Managed identity for virtual network flow logs",
      controls: ["MCSB IM-3"],
    },
    {
      id: "azure-flow-log-location",
      severity: "low",
      title: "Flow logs have the region of their network.",
      argument: "location",
      must: present("westeurope"),
      reason: "A plan does without, and Azure refuses it.",
      source: "Learn: REST reference: Flow Logs - Create Or Update",
      fix: "set location to the region of the network",
      controls: ["MCSB PV-2"],
    },
  ],
  ofArmType("azapi_resource", FLOW_LOG),
);

/** The same where azurerm writes it. */
const AZURERM = settings("azurerm_network_watcher_flow_log", [
  {
    id: "azure-azurerm-flow-log-enabled",
    severity: "medium",
    title: "Flow logs of azurerm are on.",
    argument: "enabled",
    must: is(true),
    reason: "Nobody could tell afterwards who talked to whom.",
    source: "Azure Policy: All flow log resources should be in enabled state (27960feb)",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-azurerm-flow-log-group",
    severity: "medium",
    title: "Flow logs of azurerm name no network security group.",
    argument: "network_security_group_id",
    must: absent("${azurerm_network_security_group.example.id}"),
    mayBeAbsent: true,
    reason: "Azure makes no flow logs of network security groups since 30 June 2025.",
    source: "Learn: Virtual network flow logs",
    controls: ["MCSB LT-4"],
  },
  {
    id: "azure-azurerm-flow-log-days",
    severity: "medium",
    title: "Flow logs of azurerm are kept for 90 days or more.",
    argument: "retention_policy.days",
    must: atLeast(90),
    reason: "Attacks are often found after months.",
    source: CIS,
    controls: ["CIS Azure 5.0.0 7.8", "MCSB LT-6"],
  },
]);

function isInterval(value: unknown): boolean {
  return [10, 60, "10", "60"].some((interval) => interval === value);
}

/** Records of the traffic in networks. */
export const FLOW_LOG_SETTINGS = [...BODIES, ...MADE, ...AZURERM];
