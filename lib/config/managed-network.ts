import { z } from "zod";
import { across, type CrossFinding, exactlyOneOf, uniqueBy, uniqueOn, valueAt } from "./cross-checks";
import { identifier } from "./fields";
import { FQDN_PATTERN, fqdnProblem } from "./fqdn";
import { GATEWAY_HOST_PATTERN, gatewayHostProblem } from "./gateway-host";
import { destinationOf } from "./outbound-destination";
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
    fqdns: uniqueOn(
      z.array(checkedText(gatewayHostProblem).meta({ pattern: GATEWAY_HOST_PATTERN })).min(1),
      (host) => host,
      (host, { first, index }) => ({
        path: [index],
        message: `${quote(host)} is already entry ${first} of this list; remove one of them`,
      }),
    )
      .optional()
      .meta({
        description:
          "The hosts that lead to the resource from within the managed network, each of three labels or more. Required for an Application Gateway; other targets take none.",
      }),
  }),
  ({ resourceId: id, subresource, spark, fqdns }) => {
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
    if (fqdns !== undefined && target.fqdns !== true) {
      findings.push({ path: ["fqdns"], message: `is for Application Gateways only; ${type} takes none, so remove it` });
    }
    if (fqdns === undefined && target.fqdns === true) {
      const message = `is required for ${type}: the hosts that lead to it, such as [packages.corp.example]`;
      findings.push({ path: ["fqdns"], message });
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
          description: "An Azure service tag, as in AzureManagedGrafana or EventHub.westeurope.",
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

/** The list of outbound rules of one managed network. Rejects two rules of one name, or with one destination. */
export const outboundRules = uniqueOn(
  uniqueBy(z.array(outboundRule), "name"),
  destinationOf,
  (destination, { first, index }) => ({
    path: [index],
    message: `has the same destination as entry ${first} of this list, ${quote(destination)}; remove one of them`,
  }),
);

/** The managed network of one workspace. Rejects a firewall where there is none. */
export const managedNetwork = across(
  z.strictObject({
    isolationMode: z
      .enum(["AllowOnlyApprovedOutbound", "AllowInternetOutbound"])
      .default("AllowOnlyApprovedOutbound")
      .meta({
        description:
          "AllowOnlyApprovedOutbound (default) reaches only what outbound rules name; AllowInternetOutbound reaches the whole internet. It cannot be changed later.",
      }),
    firewallSku: z.enum(["Standard", "Basic"]).optional().meta({
      description:
        "The SKU of the Azure Firewall that the first fqdn rule brings, and that is billed by the hour. AllowOnlyApprovedOutbound only. Default: Standard, with a warning when there are fqdn rules.",
    }),
    spark: z.boolean().optional().meta({
      description:
        "Whether the network is made ready for serverless Spark jobs. Default: true if an outbound rule has spark: true, otherwise false.",
    }),
  }),
  ({ isolationMode, firewallSku }) =>
    isolationMode === "AllowInternetOutbound" && firewallSku !== undefined
      ? [
          {
            path: ["firewallSku"],
            message: "is for AllowOnlyApprovedOutbound only: this mode has no firewall; remove it",
          },
        ]
      : [],
);

/** The managed network of one workspace as written in a file, with the default of its mode. */
export type ManagedNetworkConfig = z.output<typeof managedNetwork>;

/**
 * What is wrong between the rules of a workspace and the settings of its managed network.
 *
 * @param workspace the map with `outbound` and `managedNetwork`, which is not checked yet
 */
export function rulesAgainstNetwork(workspace: Readonly<Record<string, unknown>>): CrossFinding[] {
  return [...rulesAgainstMode(workspace), ...rulesAgainstSpark(workspace)];
}

/** Rules that the isolation mode does not allow (Learn, "Workspace managed virtual network isolation"). */
function rulesAgainstMode({ outbound, managedNetwork: network }: Readonly<Record<string, unknown>>): CrossFinding[] {
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

/** Rules that let Spark jobs through beside a network that is not made ready for Spark jobs. */
function rulesAgainstSpark({ outbound, managedNetwork: network }: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (valueAt(network, "spark") !== false || !Array.isArray(outbound)) return [];
  const first = outbound.findIndex((rule: unknown) => valueAt(valueAt(rule, "privateEndpoint"), "spark") === true);
  if (first === -1) return [];
  const message = `false contradicts entry ${first + 1} of outbound, which has spark: true; remove one of them`;
  return [{ path: ["managedNetwork", "spark"], message }];
}
