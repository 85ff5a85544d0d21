import { z } from "zod";
import { across, exactlyOneOf, identifier, parseResourceId, resourceId, uniqueBy } from "./fields";
import { PRIVATE_ENDPOINT_TARGETS } from "./private-endpoint-targets";
import { quote } from "./problem";
import { FORBIDDEN_SERVICE_TAGS, SERVICE_TAGS } from "./service-tags";
import { suggest } from "./suggest";

/** How a workspace's managed network treats traffic to the internet. */
export const ISOLATION_MODES = ["AllowOnlyApprovedOutbound", "AllowInternetOutbound"] as const;

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const STORAGE_HOST = /\.(blob|dfs|file|queue|table|web)\.core\.windows\.net$/;
const PORTS = /^(\*|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)$/;

/** What is wrong with the destination of an FQDN rule, or undefined. */
function fqdnProblem(host: string): string | undefined {
  if (host === "*") return 'allows every host; name the host, or a domain such as "*.pypi.org"';
  if (/^[a-z]+:\/\//i.test(host))
    return `is a URL; use the host alone: ${quote(host.replace(/^[a-z]+:\/\//i, "").replace(/[/:].*$/, ""))}`;
  if (STORAGE_HOST.test(host))
    return "is a storage host; use a privateEndpoint rule, which cannot reach anybody else's account";
  if (HOST.test(host)) return undefined;
  if (HOST.test(host.toLowerCase())) return `has upper-case letters; use ${quote(host.toLowerCase())}`;
  return 'is not a host name; use one such as "pypi.org" or "*.pypi.org"';
}

/** What is wrong with a service tag, or undefined. A region may follow the tag, as in Storage.westeurope. */
function serviceTagProblem(tag: string): string | undefined {
  const base = SERVICE_TAGS.includes(tag) ? tag : tag.replace(/\.[a-z0-9]+$/, "");
  const forbidden = FORBIDDEN_SERVICE_TAGS[base];
  if (forbidden !== undefined) return forbidden;
  if (SERVICE_TAGS.includes(base)) return undefined;
  const near = suggest(base, SERVICE_TAGS);
  return `is not a service tag that a managed network knows${near === undefined ? "" : `; did you mean ${quote(near)}?`}`;
}

function portsProblem(ports: string): string | undefined {
  if (!PORTS.test(ports)) return 'is not a list of ports; use "443", "80,443", "8000-8100" or "*"';
  const ranges = ports === "*" ? [] : ports.split(",").map((part) => part.split("-").map(Number));
  if (ranges.flat().some((port) => port < 1 || port > 65535)) return "has a port outside 1 to 65535";
  return ranges.some(([low = 0, high = low]) => low > high) ? "has a range whose end is before its start" : undefined;
}

function checked(problem: (value: string) => string | undefined) {
  return z.string().superRefine((value, context) => {
    const message = problem(value);
    if (message !== undefined) context.addIssue({ code: "custom", message: `${quote(value)} ${message}` });
  });
}

const privateEndpoint = across(
  z.strictObject({
    resourceId: resourceId(...Object.keys(PRIVATE_ENDPOINT_TARGETS)).meta({
      description: "The ARM id of the resource, in any subscription of the same Entra tenant.",
    }),
    subresource: z.string().meta({ description: "The sub-resource (group id), such as blob, vault or account." }),
    spark: z.boolean().default(false).meta({ description: "Let Spark jobs use the rule. Storage accounts only." }),
  }),
  ({ resourceId: id, subresource, spark }) => {
    const type = typeof id === "string" ? parseResourceId(id)?.type : undefined;
    const target = type === undefined ? undefined : PRIVATE_ENDPOINT_TARGETS[type];
    if (type === undefined || target === undefined) return [];
    const problems = [];
    if (typeof subresource === "string" && !target.subresources.includes(subresource)) {
      problems.push({
        path: ["subresource"],
        message: `${quote(subresource)} is not a sub-resource of ${type}; use ${target.subresources.join(", ")}`,
      });
    }
    if (spark === true && target.spark !== true) {
      problems.push({ path: ["spark"], message: `true is for storage accounts only; ${type} takes false` });
    }
    return problems;
  },
);

const outboundRule = across(
  exactlyOneOf(
    z.strictObject({
      name: identifier(32).min(3).meta({
        description:
          "The rule's name, unique in its workspace. Part of the resource's address: renaming replaces the rule.",
      }),
      fqdn: checked(fqdnProblem).optional().meta({
        description:
          "A host, or *.domain; ports 80 and 443. The first such rule brings an Azure Firewall, which costs money by the hour.",
      }),
      privateEndpoint: privateEndpoint.optional().meta({ description: "A private endpoint to one resource." }),
      serviceTag: checked(serviceTagProblem)
        .optional()
        .meta({ description: "An Azure service tag, as in AzureMonitor or Storage.westeurope." }),
      protocol: z
        .enum(["TCP", "UDP", "ICMP", "*"])
        .optional()
        .meta({ description: "Service tag rules only. Default: TCP." }),
      ports: checked(portsProblem)
        .optional()
        .meta({ description: 'Service tag rules only: "443", "80,443", "8000-8100" or "*". Default: "443".' }),
    }),
    ["fqdn", "privateEndpoint", "serviceTag"],
  ),
  (rule) =>
    rule.serviceTag === undefined
      ? ["protocol", "ports"]
          .filter((key) => rule[key] !== undefined)
          .map((key) => ({ path: [key], message: "is for serviceTag rules only; leave it out" }))
      : [],
);

/** One rule of a managed network as written in a file: an fqdn, a privateEndpoint or a serviceTag. */
export type OutboundRuleConfig = z.output<typeof outboundRule>;

/** The list of outbound rules of one managed network. Rejects two rules of one name. */
export const outboundRules = uniqueBy(z.array(outboundRule), "name").default([]);

/** The isolation mode of one managed network. */
export const managedNetwork = z
  .strictObject({
    isolationMode: z.enum(ISOLATION_MODES).default("AllowOnlyApprovedOutbound").meta({
      description:
        "AllowOnlyApprovedOutbound (default) reaches only what outbound rules name; AllowInternetOutbound reaches the whole internet. It cannot be changed later.",
    }),
  })
  .prefault({});

/** Problems of rules that an isolation mode does not allow (Learn, "Workspace managed virtual network isolation"). */
export function rulesAgainstMode(rules: unknown, mode: unknown): { path: (string | number)[]; message: string }[] {
  if (mode !== "AllowInternetOutbound" || !Array.isArray(rules)) return [];
  return rules.flatMap((rule: unknown, index) =>
    ["fqdn", "serviceTag"]
      .filter((kind) => typeof rule === "object" && rule !== null && kind in rule)
      .map((kind) => ({
        path: ["outbound", index, kind],
        message:
          "is valid in AllowOnlyApprovedOutbound only: AllowInternetOutbound reaches every host already, so remove the rule or change the mode",
      })),
  );
}
