import type { Expectation } from "../../expectation";
import { settings } from "../../setting";

const LEAST = 120;
const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

const LONG_ENOUGH: Expectation = {
  must: `must be ${LEAST}s or longer`,
  holds: (value) => seconds(value) >= LEAST,
  right: `${LEAST}s`,
  wrong: "1s",
};

/** Waits until role assignments hold in all of Azure. */
export const TIME_SLEEP = settings("time_sleep", [
  {
    id: "azure-role-propagation",
    severity: "medium",
    title: "What needs new roles waits for two minutes or longer.",
    argument: "create_duration",
    must: LONG_ENOUGH,
    reason: "Azure refuses the use of a new role for a while, and the apply fails after a part of the stack was made.",
    source: "Learn: Troubleshoot Azure RBAC",
    controls: ["MCSB PV-2"],
  },
]);

/** How many seconds a duration of Go has, as in "2m30s"; 0 for anything else. */
function seconds(value: unknown): number {
  if (typeof value !== "string" || !/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) return 0;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return parts.reduce((sum, [, amount, unit = ""]) => sum + Number(amount) * (UNITS[unit] ?? 0), 0);
}
