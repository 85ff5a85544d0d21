import { z } from "zod";
import { across, type CrossFinding, exactlyOneOf, uniqueBy, valueAt } from "./cross-checks";
import { identifier } from "./fields";
import { FQDN_PATTERN, fqdnProblem } from "./fqdn";
import { PORTS_PATTERN, portsProblem } from "./ports";
import { PRIVATE_ENDPOINT_TARGETS, SUBRESOURCES } from "./private-endpoint-targets";
import { quote } from "./problem";
import { parseResourceId, resourceId } from "./resource-id";
import { REGIONAL_SERVICE_TAG_PATTERN, SERVICE_TAGS, serviceTagProblem } from "./service-tags";
import { checkedText } from "./text-form";

const [firstTarget = "", ...otherTargets] = Object.keys(PRIVATE_ENDPOINT_TARGETS);

const privateEndpoint = across(
  z.strictObject({
    resourceId: resourceId(firstTarget, ...otherTargets).meta({
      description: "The ARM id of the resource, in any subscription of the same Entra tenant.",
    }),
    subresource: z.string().meta({
      enum: SUBRESOURCES,
      description: "The sub-resource (group id) of the resource, such as blob, vault or account.",
    }),
    spark: z.boolean().default(false).meta({
      description: "Whether Spark jobs may use the rule; storage accounts only. Default: false.",
    }),
  }),
  ({ resourceId: id, subresource, spark }) => {
    const type = typeof id === "string" ? parseResourceId(id)?.type : undefined;
    const target = type === undefined ? undefined : PRIVATE_ENDPOINT_TARGETS[type];
    if (type === undefined || target === undefined) return [];
    const findings: CrossFinding[] = [];
    if (typeof subresource === "string" && !target.subresources.includes(subresource)) {
      const message = `${quote(subresource)} is not a sub-resource of ${type}; use ${target.subresources.join(" or ")}`;
      findings.push({ path: ["subresource"], message });
    }
    if (spark === true && target.spark !== true) {
      findings.push({ path: ["spark"], message: `true is for storage accounts only; ${type} takes false` });
    }
    return findings;
  },
);

const outboundRule = across(
  exactlyOneOf(
    z.strictObject({
      name: identifier({ min: 3, max: 32 }).meta({
        description: "The rule's name, unique in its workspace. Renaming it replaces the rule.",
      }),
      fqdn: checkedText(fqdnProblem).optional().meta({
        pattern: FQDN_PATTERN,
        description:
          "A host, or *.domain; ports 80 and 443. The first such rule brings an Azure Firewall, which costs money by the hour.",
      }),
      privateEndpoint: privateEndpoint.optional().meta({ description: "A private endpoint to one resource." }),
      serviceTag: checkedText(serviceTagProblem)
        .optional()
        .meta({
          anyOf: [{ enum: SERVICE_TAGS }, { pattern: REGIONAL_SERVICE_TAG_PATTERN }],
          description: "An Azure service tag, as in AzureMonitor or Storage.westeurope.",
        }),
      protocol: z
        .enum(["TCP", "UDP", "ICMP", "*"])
        .optional()
        .meta({ description: "The protocol of a serviceTag rule. Default: TCP." }),
      ports: checkedText(portsProblem).optional().meta({
        pattern: PORTS_PATTERN,
        description: 'The ports of a serviceTag rule: "443", "80,443", "8000-8100" or "*". Default: "443".',
      }),
    }),
    ["fqdn", "privateEndpoint", "serviceTag"],
  ),
  (rule) => {
    if (rule.fqdn === undefined && rule.privateEndpoint === undefined) return [];
    return ["protocol", "ports"]
      .filter((key) => rule[key] !== undefined && rule.serviceTag === undefined)
      .map((key) => ({ path: [key], message: "is for serviceTag rules only; leave it out" }));
  },
);

/** One rule of a managed network as written in a file: an fqdn, a privateEndpoint or a serviceTag. */
export type OutboundRuleConfig = z.output<typeof outboundRule>;

/** The list of outbound rules of one managed network. Rejects two rules of one name. */
export const outboundRules = uniqueBy(z.array(outboundRule), "name");

/** How the managed network of one workspace treats traffic to the internet. */
export const managedNetwork = z.strictObject({
  isolationMode: z
    .enum(["AllowOnlyApprovedOutbound", "AllowInternetOutbound"])
    .default("AllowOnlyApprovedOutbound")
    .meta({
      description:
        "AllowOnlyApprovedOutbound (default) reaches only what outbound rules name; AllowInternetOutbound reaches the whole internet. It cannot be changed later.",
    }),
});

/**
 * What is wrong with the rules of a workspace whose isolation mode does not allow them (Learn, "Workspace managed
 * virtual network isolation").
 *
 * @param workspace the map with `outbound` and `managedNetwork`, which is not checked yet
 */
export function rulesAgainstMode(workspace: Readonly<Record<string, unknown>>): CrossFinding[] {
  const { outbound, managedNetwork: network } = workspace;
  if (valueAt(network, "isolationMode") !== "AllowInternetOutbound" || !Array.isArray(outbound)) return [];
  return outbound.flatMap((rule: unknown, index) =>
    ["fqdn", "serviceTag"]
      .filter((kind) => valueAt(rule, kind) !== undefined)
      .map((kind) => ({
        path: ["outbound", index, kind],
        message:
          "is for AllowOnlyApprovedOutbound only, and AllowInternetOutbound reaches every host already; remove the rule or change the mode",
      })),
  );
}
