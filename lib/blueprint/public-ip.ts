import { localName, type Owner } from "./names";

/** A public address. */
export interface PublicIpBlueprint {
  /** Its name. */
  readonly name: string;
  /** The availability zones that it is spread over; none in a region without zones. */
  readonly zones: readonly string[];
}

/** The zones of every region that has any (Learn, "Azure regions with availability zones"). */
const ZONES = ["1", "2", "3"];

/** A public address of an owner, in all availability zones or in none. */
export function publicIp(owner: Owner, what: string, zoneRedundant: boolean): PublicIpBlueprint {
  return { name: localName("publicIp", owner, what), zones: zoneRedundant ? ZONES : [] };
}
