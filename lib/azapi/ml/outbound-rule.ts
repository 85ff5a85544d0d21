import type { Construct, IConstruct } from "constructs";
import { type TerraformMetaArguments, Token } from "../../terraform/cdktf";
import { refusal } from "../refusal";
import { AzapiResource } from "../resource";
import { FQDNS_API_VERSION, ML_API_VERSION } from "./api-version";

/** Lets the managed network reach a host by its name on ports 80 and 443. The first such rule creates a firewall. */
export interface FqdnDestination {
  /** Discriminator. */
  readonly type: "FQDN";
  /** A host such as "pypi.org", or all hosts below one such as "*.pythonhosted.org". */
  readonly destination: string;
}

/** Gives the managed network a private endpoint to a resource of Azure. */
export interface PrivateEndpointDestination {
  /** Discriminator. */
  readonly type: "PrivateEndpoint";
  /** Where the private endpoint leads. */
  readonly destination: {
    /** ARM id of the resource, in any subscription of the same Entra tenant. */
    readonly serviceResourceId: string;
    /** Sub-resource (group id) of that resource, such as "account" for Azure OpenAI. It must fit the resource. */
    readonly subresourceTarget: string;
    /** Whether Spark jobs may use it. Azure allows true for storage only. */
    readonly sparkEnabled: boolean;
  };
  /**
   * The hosts that resolve to the private endpoint: required for an Application Gateway. By default Azure knows them
   * itself. They may be changed later.
   */
  readonly fqdns?: readonly string[];
}

/** Lets the managed network reach the addresses that a service tag stands for. */
export interface ServiceTagDestination {
  /** Discriminator. */
  readonly type: "ServiceTag";
  /** Which addresses, and how. */
  readonly destination: {
    /** The tag, such as "AzureMonitor", or its regional form such as "Storage.westeurope". */
    readonly serviceTag: string;
    /** Protocol; "*" is all of them. */
    readonly protocol: "TCP" | "UDP" | "ICMP" | "*";
    /** Ports and ranges of them, such as "443" or "80,8080-8089". */
    readonly portRanges: string;
    /** Whether the rule lets the traffic out or stops it. */
    readonly action: "Allow" | "Deny";
  };
}

/**
 * Where an outbound rule leads. FQDN and service tag rules need a managed network in mode AllowOnlyApprovedOutbound
 * (Learn, "Workspace managed virtual network isolation").
 */
export type OutboundDestination = FqdnDestination | PrivateEndpointDestination | ServiceTagDestination;

/** The body of ARM type `Microsoft.MachineLearningServices/workspaces/outboundRules`, 2025-06-01 and 2025-12-01. */
export interface OutboundRuleBody {
  /** The rule. */
  readonly properties: OutboundDestination & {
    /** A rule that a person made; rules of the other categories are those of Azure. */
    readonly category: "UserDefined";
  };
}

/** Props of an {@link OutboundRule}. */
export interface OutboundRuleProps extends TerraformMetaArguments {
  /**
   * Name within the workspace: 3 to 33 letters, digits, "-" and "_", a letter or a digit first (the ARM type's own
   * pattern). Any other name is refused, unless it is a token.
   */
  readonly name: string;
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /** Where the rule leads. */
  readonly rule: OutboundDestination;
}

const RULE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$/;

/**
 * Something outside that the managed network of a workspace may reach.
 *
 * Azure changes one rule of a workspace at a time, and loses rules when several change at once (azapi #453), so rules lock
 * their workspace: also one that is deleted while another is made, between which Terraform knows no order. They wait for
 * each other within their timeouts, which are an hour for that reason. azurerm has rules too, which do not lock anything,
 * and refuses most targets of private endpoints and the regional forms of service tags.
 *
 * A host, a service tag and its ports are changed where they are. A private endpoint leads to one resource, and a rule is
 * of one kind: another makes the rule anew. Azure cannot tag a rule.
 */
export class OutboundRule extends AzapiResource<OutboundRuleBody> {
  /** Where its private endpoint leads; undefined for a rule of another kind. */
  public readonly privateEndpoint: PrivateEndpointDestination["destination"] | undefined;

  public constructor(scope: Construct, id: string, props: OutboundRuleProps) {
    const { workspaceId, rule, ...rest } = props;
    const namesHosts = rule.type === "PrivateEndpoint" && rule.fqdns !== undefined;
    super(scope, id, {
      ...rest,
      type: `Microsoft.MachineLearningServices/workspaces/outboundRules@${namesHosts ? FQDNS_API_VERSION : ML_API_VERSION}`,
      parentId: workspaceId,
      body: { properties: { ...rule, category: "UserDefined" } },
      responseExportValues: ["properties.status"],
      replaceTriggersExternalValues: rule.type === "PrivateEndpoint" ? [rule.type, rule.destination] : [rule.type],
      locks: [workspaceId],
      timeouts: { create: "60m", update: "60m", delete: "60m" },
    });
    checkRuleName(this, props.name);
    this.privateEndpoint = rule.type === "PrivateEndpoint" ? rule.destination : undefined;
  }
}

function checkRuleName(construct: IConstruct, name: string): void {
  if (Token.isUnresolved(name) || RULE_NAME.test(name)) return;
  throw refusal(
    construct,
    `the name "${name}" must have 3 to 33 letters, digits, dashes and underscores, and start with a letter or a digit`,
  );
}
