import type { Rule, Violation } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { isAnywhere } from "./address";
import { type GroupRule, rulesOf, strayRules } from "./security-group";

/** The highest priority number, which Azure looks at last of a group's own. */
export const LAST = 4096;

const DIRECTIONS = ["Inbound", "Outbound"] as const;

/** A network security group denies whatever no rule of its own allows. */
export const DENY_ALL: Rule = {
  id: "azure-security-group-deny-all",
  severity: "high",
  title: "A network security group ends in rules of priority 4096 that deny everything, inbound and outbound.",
  reason:
    "Azure's own last rules allow all traffic within peered networks, and all traffic to the internet: whatever no rule names would pass.",
  source: "Learn: Azure network security groups overview (default security rules)",
  controls: ["MCSB NS-1", "MCSB NS-7"],
  fix: "have one azurerm_network_security_rule of priority 4096 for each direction, with access Deny and * for protocol, ports, sources and destinations",
  example: { wrong: example(["Inbound"]), right: example(DIRECTIONS) },
  *check(stack) {
    for (const resource of stack.resources("azurerm_network_security_group")) {
      const rules = rulesOf(stack, resource);
      const open = DIRECTIONS.filter((direction) => !endsInDenial(rules, direction));
      const broken = brokenDenials(rules);
      yield* broken.slice(0, open.length).map(({ rule, fault }) => violation(rule, fault));
      // A denial that was moved to a group that is not there is told by its own rule.
      const absent = open.slice(broken.length + strayRules(stack).filter(isDenial).length);
      if (absent.length === 0) continue;
      yield {
        resource,
        argument: "",
        found: undefined,
        must: `must end in a rule that denies all ${absent.join(" and all ")}`,
      };
    }
  },
};

/** Whether the last rule of a direction denies everything. */
export function endsInDenial(rules: readonly GroupRule[], direction: (typeof DIRECTIONS)[number]): boolean {
  return rules.some((rule) => rule.direction === direction.toLowerCase() && isDenial(rule));
}

/** What keeps a rule from being the last one that denies everything. */
interface Fault {
  readonly argument: string;
  readonly isWrong: (rule: GroupRule) => boolean;
  readonly must: string;
}

const isAll = (values: readonly string[]) =>
  values.length === 1 && isAnywhere(values[0] ?? "") && values[0] !== "Internet";

const FAULTS: readonly Fault[] = [
  { argument: "access", isWrong: ({ access }) => access !== "deny", must: 'must be "Deny"' },
  { argument: "protocol", isWrong: ({ protocol }) => protocol !== "*", must: 'must be "*"' },
  { argument: "source_address_prefix", isWrong: ({ sources }) => !isAll(sources), must: 'must be "*"' },
  { argument: "source_port_range", isWrong: ({ sourcePorts }) => !isAll(sourcePorts), must: 'must be "*"' },
  { argument: "destination_address_prefix", isWrong: ({ destinations }) => !isAll(destinations), must: 'must be "*"' },
  { argument: "destination_port_range", isWrong: ({ ports }) => !isAll(ports), must: 'must be "*"' },
  { argument: "priority", isWrong: ({ priority }) => priority !== LAST, must: `must be ${LAST}` },
];

function isDenial(rule: GroupRule): boolean {
  return !FAULTS.some(({ isWrong }) => isWrong(rule));
}

/**
 * The rules of a group that are its last ones but for one thing: all of them, what is in the place of the last one, and
 * a second one of a direction.
 */
function brokenDenials(rules: readonly GroupRule[]): { rule: GroupRule; fault: Fault }[] {
  const taken = new Set<string>();
  return rules.flatMap((rule) => {
    const faults = FAULTS.filter(({ isWrong }) => isWrong(rule));
    const [fault] = faults;
    if (fault !== undefined) return rule.priority === LAST || faults.length === 1 ? [{ rule, fault }] : [];
    const isExtra = taken.has(rule.direction) || !DIRECTIONS.some((one) => one.toLowerCase() === rule.direction);
    taken.add(rule.direction);
    return isExtra ? [{ rule, fault: TURNED }] : [];
  });
}

const TURNED: Fault = { argument: "direction", isWrong: () => true, must: "must be the other direction" };

function violation({ resource, prefix }: GroupRule, { argument, must }: Fault): Violation {
  const name = [argument, `${argument}es`, `${argument}s`].find((one) => resource.content[one] !== undefined);
  return {
    resource,
    argument: `${prefix}${name ?? argument}`,
    found: name === undefined ? undefined : resource.content[name],
    must,
  };
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
