import { localName, type Owner } from "./names";
import { type Subresource, ZONES_BY_SUBRESOURCE } from "./private-dns";

/** A private endpoint to one sub-resource of one resource. */
export interface PrivateEndpointBlueprint<Kind extends string = Subresource> {
  /** The sub-resource (group id). */
  readonly subresource: Kind;
  /** The name of the private endpoint, and of its connection. */
  readonly name: string;
  /** The name of its network interface. */
  readonly networkInterface: string;
  /** Names of the zones it registers in. */
  readonly zones: readonly string[];
}

/**
 * The private endpoint of an owner to a sub-resource.
 *
 * @param prefix what its names begin with after the owner. Default: nothing
 */
export function privateEndpoint<Kind extends Subresource>(
  owner: Owner,
  subresource: Kind,
  prefix = "",
): PrivateEndpointBlueprint<Kind> {
  return {
    subresource,
    name: localName("privateEndpoint", owner, `${prefix}pe-${subresource}`),
    networkInterface: localName("networkInterface", owner, `${prefix}nic-pe-${subresource}`),
    zones: ZONES_BY_SUBRESOURCE[subresource],
  };
}
