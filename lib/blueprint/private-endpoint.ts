import { localName, type Owner } from "./names";
import { type Subresource, ZONES_BY_SUBRESOURCE } from "./private-dns";

/** A private endpoint to one sub-resource of one resource. */
export interface PrivateEndpointBlueprint<Kind extends string = Subresource> {
  readonly subresource: Kind;
  readonly name: string;
  readonly networkInterface: string;
  /** Names of the zones it registers in. */
  readonly zones: readonly string[];
}

/** The private endpoint of an owner to a sub-resource. */
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
