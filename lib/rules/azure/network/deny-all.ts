import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { isAnywhere } from "./address";
import { type GroupRule, rulesOf } from "./security-group";

const DIRECTIONS = ["Inbound", "Outbound"] as const;

/** A network security group denies whatever no rule of its own allows. */
export const DENY_ALL: Rule = {
  id: "azure-security-group-deny-all",
  severity: "high",
  title: "A network security group ends in rules that deny everything, inbound and outbound.",
  reason:
    "Azure's own last rules allow all traffic within peered networks, and all traffic to the internet: whatever no rule names would pass.",
  source: "Learn: Azure network security groups overview (default security rules)",
  controls: ["MCSB NS-1", "MCSB NS-7"],
  fix: "add an azurerm_network_security_rule of priority 4096 for the direction, with access Deny and * for protocol, ports, sources and destinations",
  example: { wrong: example(["Inbound"]), right: example(DIRECTIONS) },
  *check(stack) {
    for (const resource of stack.resources("azurerm_network_security_group")) {
      const rules = rulesOf(stack, resource);
      const open = DIRECTIONS.filter((direction) => !endsInDenial(rules, direction));
      if (open.length === 0) continue;
      yield {
        resource,
        argument: "",
        found: undefined,
        must: `must end in a rule that denies all ${open.join(" and all ")}`,
      };
    }
  },
};

/** Whether a rule that denies everything comes after all others of its direction. */
export function endsInDenial(rules: readonly GroupRule[], direction: (typeof DIRECTIONS)[number]): boolean {
  const inOrder = rules
    .filter((rule) => rule.direction === direction.toLowerCase())
    .sort((a, b) => a.priority - b.priority);
  const last = inOrder.at(-1);
  return last?.access === "deny" && isAboutEverything(last);
}

/** Whether a rule is about all traffic of its direction. */
function isAboutEverything({ protocol, sources, sourcePorts, destinations, ports }: GroupRule): boolean {
  const isAll = (values: readonly string[]) =>
    values.length === 1 && isAnywhere(values[0] ?? "") && values[0] !== "Internet";
  return protocol === "*" && [sources, sourcePorts, destinations, ports].every(isAll);
}

function example(directions: readonly string[]): Tree {
  const everything = {
    network_security_group_name: "${azurerm_network_security_group.example.name}",
    priority: 4096,
    access: "Deny",
    protocol: "*",
    source_address_prefix: "*",
    source_port_range: "*",
    destination_address_prefix: "*",
    destination_port_range: "*",
  };
  const rules = directions.map((direction) => [direction, { ...everything, direction }]);
  return {
    resource: {
      azurerm_network_security_group: { example: { name: "nsg" } },
      azurerm_network_security_rule: Object.fromEntries(rules) as Tree,
    },
  };
}
