import { isMap, isSeq, type YAMLMap } from "yaml";
import { changeFirst, type Changes } from "../support/changes";

/** The changes that are made to a tenant on Azure. */
export const AZURE_CHANGES: Changes = {
  section: "azure",
  list: [
    {
      what: "a new endpoint",
      make: (azure) => added(azure, ["endpoints"], { name: "newcomer" }),
    },
    {
      what: "another number of instances",
      make: (azure) =>
        changeFirst(azure, "endpoints", (endpoint) => {
          changeFirst(endpoint, "deployments", (deployment) => {
            if (!deployment.has("scaling")) deployment.set("instances", Number(deployment.get("instances") ?? 1) + 1);
          });
        }),
    },
    {
      what: "a new scorer",
      make: (azure) => added(azure, ["access", "scorers"], { group: "5d1c0e0a-6b5e-4c53-9a53-0d6c2f1b7e5a" }),
    },
    {
      what: "a new outbound rule",
      make: (azure) => added(azure, ["outbound"], { name: "newcomer", fqdn: "newcomer.example.com" }),
    },
    {
      what: "the number of nodes of a cluster",
      make(azure) {
        const compute = azure.get("compute");
        return (
          isMap(compute) &&
          changeFirst(compute, "clusters", (cluster) => {
            cluster.set("maxNodes", Number(cluster.get("maxNodes")) + 1);
          })
        );
      },
    },
    {
      what: "the budget",
      make(azure) {
        const budget = azure.get("budget");
        if (isMap(budget)) budget.set("monthly", Number(budget.get("monthly")) + 1);
        else azure.set("budget", { monthly: 100, since: "2026-01" });
        return true;
      },
    },
  ],
};

/** Adds to a list, if there is one. */
function added(section: YAMLMap, path: readonly string[], item: object): boolean {
  const list = section.getIn(path);
  if (!isSeq(list)) return false;
  list.add(item);
  return true;
}
