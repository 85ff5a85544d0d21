import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { IConstruct } from "constructs";
import { OutboundRule } from "../../azapi/ml/outbound-rule";
import { shortHash } from "../../blueprint/hash";
import { sameCase } from "../../blueprint/outbound-rule";
import { STATEFUL } from "../../blueprint/protection";
import type { StackBlueprint } from "../../blueprint/stack";
import { Aspects, type IAspect, TerraformResource, type TerraformStack, Token } from "../../terraform/cdktf";
import { tokenResolver } from "../../terraform/resolve";

/** Something that stands on another resource, so that a lock of that resource keeps it from being deleted. */
interface Attachment {
  readonly resource: TerraformResource;
  /** The id of the other resource: a reference of Terraform, or a literal in one case. */
  readonly on: string;
  /** What cannot change without it being deleted and made anew. Default: nothing that a file can change. */
  readonly fixed?: string;
}

/**
 * Protects what holds data in a stack, unless the stack is retiring. Call it after `sendDiagnostics`: a lock depends on
 * the settings of its resource.
 *
 * @param notLocked types that get no lock in this stack. Default: every type of the table that can have one gets it
 */
export function protect(
  stack: TerraformStack,
  { retiring }: Pick<StackBlueprint, "retiring">,
  notLocked: readonly string[] = [],
): void {
  if (!retiring) Aspects.of(stack).add(new Protect(stack, notLocked));
}

/**
 * Keeps what holds data from being deleted by mistake: by Terraform's `prevent_destroy`, and by a lock of Azure against
 * everybody else.
 *
 * A lock also keeps what stands on its resource from being deleted, role assignments among it (Learn, "Lock your Azure
 * resources to protect your infrastructure"): nobody could be taken off a tenant's file. So the notes of a lock have a
 * hash of what stands on its resource. When that changes, or must be made anew, Terraform replaces the lock, and deletes
 * it before anything that it depends on.
 */
export class Protect implements IAspect {
  private attachments: readonly Attachment[] | undefined;
  private readonly resolve: (text: string) => string;

  /**
   * @param stack the stack whose resources are protected
   * @param notLocked types that get no lock, because other stacks hold roles on them
   */
  constructor(
    private readonly stack: TerraformStack,
    private readonly notLocked: readonly string[],
  ) {
    const resolve = tokenResolver(stack);
    this.resolve = (text) => String(resolve(text));
  }

  visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const type = node.terraformResourceType;
    const protection = STATEFUL[type];
    if (protection === undefined) return;
    node.lifecycle = { ...node.lifecycle, preventDestroy: true };
    if (protection.lock && !this.notLocked.includes(type)) this.lock(node, protection.holds);
  }

  private lock(resource: TerraformResource, holds: string): void {
    const attached = this.attachedTo(resource);
    const state = shortHash(
      ...attached.map(({ resource: { friendlyUniqueId }, fixed = "" }) => `${friendlyUniqueId}${fixed}`).sort(),
    );
    new ManagementLock(resource, "lock", {
      name: "do-not-delete",
      scope: resource.getStringAttribute("id"),
      lockLevel: "CanNotDelete",
      notes: `Holds ${holds}. Terraform lifts this lock when the lifecycle is "retiring", and while roles and private endpoints here change (${state}).`,
      dependsOn: attached.map(({ resource: attachment }) => attachment),
    });
  }

  private attachedTo(resource: TerraformResource): Attachment[] {
    this.attachments ??= this.stack.node
      .findAll()
      .map(attachment)
      .filter((found) => found !== undefined)
      .map((found) => ({ ...found, on: this.resolve(found.on) }));
    const id = this.resolve(resource.getStringAttribute("id"));
    // A rule of a user's file has the id as a literal, and the resource knows its own name only.
    const { nameInput } = resource as { nameInput?: string };
    const literalEnd = `/${sameCase(nameInput ?? "")}`;
    const settings = resource.node.children.filter((child) => child instanceof MonitorDiagnosticSetting);
    return [
      ...this.attachments.filter(({ on }) => on === id || on.endsWith(literalEnd)),
      ...settings.map((setting) => ({ resource: setting, on: id })),
    ];
  }
}

/** What stands on another resource, with the id of the other. */
function attachment(node: IConstruct): Attachment | undefined {
  if (node instanceof RoleAssignment) return { resource: node, on: node.scopeInput ?? "" };
  if (node instanceof PrivateEndpoint) {
    return { resource: node, on: node.privateServiceConnectionInput?.privateConnectionResourceId ?? "" };
  }
  if (node instanceof OutboundRule && node.privateEndpoint !== undefined) {
    const { serviceResourceId: target, subresourceTarget, sparkEnabled } = node.privateEndpoint;
    return {
      resource: node,
      on: Token.isUnresolved(target) ? target : sameCase(target),
      fixed: `${subresourceTarget} ${sparkEnabled}`,
    };
  }
  return undefined;
}
