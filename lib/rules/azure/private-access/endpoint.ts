import { PRIVATE_ENDPOINT_TARGETS } from "../../../config/private-endpoint-targets";
import { OPENAI_ZONES, type Subresource, ZONES_BY_SUBRESOURCE } from "../../../blueprint/private-dns";
import { list } from "../../blocks";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import { perStack } from "../../per-stack";
import type { Stack } from "../../stack";
import { armTypeOf, parseArmId } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { all, first } from "../read";

/** A zone group holds five at most (Learn, "Azure subscription and service limits"). */
export const MOST_ZONES = 5;

const SUBRESOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(PRIVATE_ENDPOINT_TARGETS).map(([type, { subresources }]) => [type.toLowerCase(), subresources]),
);

/** A private endpoint, as its stack's JSON has it. */
export class PrivateEndpoint {
  /** The id of what it leads to. */
  readonly target: unknown;
  /** Its sub-resource (group id); empty when there is none, or several. */
  readonly subresource: string;
  /** The ids of the zones that it registers in. */
  readonly zoneIds: readonly unknown[];

  constructor(
    private readonly stack: Stack,
    readonly resource: Resource,
  ) {
    this.target = first(resource, "private_service_connection.private_connection_resource_id");
    const subresources = all(resource, "private_service_connection.subresource_names");
    this.subresource = subresources.length === 1 ? String(subresources[0]) : "";
    this.zoneIds = all(resource, "private_dns_zone_group.private_dns_zone_ids").flatMap(list);
  }

  /** What of its three parts does not fit the others: the resource behind it, the sub-resource and the zones. */
  get misfit(): Omit<Violation, "resource"> | undefined {
    return this.wrongTarget() ?? this.wrongSubresource() ?? this.wrongZones();
  }

  /** The names of its zones; undefined for one that no resource of the stack has. */
  get zoneNames(): readonly (string | undefined)[] {
    return this.zoneIds.map((id) => {
      const reference = referenceOf(id);
      const name = reference === undefined ? parseArmId(id)?.name : this.stack.find(reference.address)?.content.name;
      return typeof name === "string" ? name.toLowerCase() : undefined;
    });
  }

  private wrongTarget(): Omit<Violation, "resource"> | undefined {
    const wrong = { argument: "private_service_connection.private_connection_resource_id", found: this.target };
    if (isOfAnotherTenant(this.stack, this.target)) return { ...wrong, must: "must not be another tenant's" };
    // Whatever is behind an alias is told by its own rule: somebody else approves it.
    const alias = first(this.resource, "private_service_connection.private_connection_resource_alias");
    if (alias !== undefined && this.target === undefined) return undefined;
    const isId = armTypeOf(this.stack, this.target) !== undefined || referenceOf(this.target) !== undefined;
    return isId ? undefined : { ...wrong, must: "must be the id of a resource" };
  }

  private wrongSubresource(): Omit<Violation, "resource"> | undefined {
    const type = armTypeOf(this.stack, this.target);
    const allowed = type === undefined ? undefined : SUBRESOURCES.get(type);
    if (allowed === undefined || allowed.includes(this.subresource)) return undefined;
    return {
      argument: "private_service_connection.subresource_names",
      found: first(this.resource, "private_service_connection.subresource_names"),
      must: `must be ${allowed.join(" or ")} alone, which are the sub-resources of ${type ?? ""}`,
    };
  }

  private wrongZones(): Omit<Violation, "resource"> | undefined {
    const zones = this.rightZones();
    if (zones === undefined) return undefined;
    const { zoneNames } = this;
    const isRight =
      zoneNames.length === zones.length &&
      zoneNames.length <= MOST_ZONES &&
      zones.every((zone) => zoneNames.includes(zone)) &&
      !this.zoneIds.some((id) => isOfAnotherTenant(this.stack, id));
    if (isRight) return undefined;
    return {
      argument: "private_dns_zone_group.private_dns_zone_ids",
      found: this.zoneIds.length === 0 ? undefined : this.zoneIds,
      must: `must be the ids of ${zones.join(" and ")}, of this stack or the hub, and no others`,
    };
  }

  private rightZones(): readonly string[] | undefined {
    if (!(this.subresource in ZONES_BY_SUBRESOURCE)) return undefined;
    const zones: readonly string[] = ZONES_BY_SUBRESOURCE[this.subresource as Subresource];
    // One zone is that of the kind OpenAI; the other kinds have all.
    return this.subresource === "account" && this.zoneIds.length <= OPENAI_ZONES.length ? OPENAI_ZONES : zones;
  }
}

/** The private endpoints of a stack. */
export const privateEndpoints = perStack((stack): readonly PrivateEndpoint[] =>
  stack.resources("azurerm_private_endpoint").map((resource) => new PrivateEndpoint(stack, resource)),
);
