import type { Problem } from "../config/problem";
import type { RuleList } from "./rule-list";

/**
 * The warning that a list brings a firewall that its file does not speak of: the first fqdn rule of a network makes one,
 * and it is billed by the hour (Learn, "Workspace managed virtual network isolation", pricing).
 */
export function firewallCostProblems({ file, path, rules, network }: RuleList): Problem[] {
  const first = rules.findIndex(({ fqdn }) => fqdn !== undefined);
  if (first === -1 || network.firewallSku !== undefined) return [];
  const setting = [...path, "managedNetwork", "firewallSku"].join(".");
  const message = `an fqdn rule brings an Azure Firewall, which is billed by the hour, and its SKU is Standard unless the file says otherwise; write ${setting}: Standard or Basic to say that it is meant`;
  return [file.problem([...path, "outbound", first, "fqdn"], message, { severity: "warning" })];
}
