import { fqdnProblem } from "./fqdn";

/** The fewest labels of a host that Azure makes a private DNS zone for. */
const FEWEST_LABELS = 3;

/** The form of a host that leads to an Application Gateway, for editors. */
export const GATEWAY_HOST_PATTERN = "^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.){2,}[a-z0-9-]+$";

/**
 * What is wrong with a host that is to lead to an Application Gateway from within a managed network; undefined if nothing
 * is. Azure makes a private DNS zone for each, and needs three labels for that (Learn, "Access on-premises resources from
 * your Azure Machine Learning workspace's managed network").
 */
export function gatewayHostProblem(host: string): string | undefined {
  if (host.startsWith("*")) return "is not one host; list each host that the gateway answers for";
  const problem = fqdnProblem(host);
  if (problem !== undefined) return problem;
  return host.split(".").length < FEWEST_LABELS
    ? 'has two labels, and a host of a gateway needs three; use one such as "packages.corp.example"'
    : undefined;
}
