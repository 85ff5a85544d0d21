import { cidr, size } from "../config/cidr";
import type { Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import type { Problem } from "../config/problem";
import type { AwsBlueprint } from "./aws";
import type { Foundation } from "./aws-foundation";
import type { AwsTenantBlueprint } from "./aws-tenant";

/** Addresses of each subnet that AWS keeps for itself (VPC User Guide, "Subnet CIDR blocks"). */
const RESERVED_ADDRESSES = 5;

/** How many addresses are taken in a network: at least, and when everything scales out and everybody works. */
interface Addresses {
  readonly least: number;
  readonly most: number;
}

/** Networks with fewer addresses than what the files put into them, account by account. */
export function capacityProblems(platform: Source<AwsPlatform>, { foundation, tenants }: AwsBlueprint): Problem[] {
  const inPlatform = tenants.filter(({ place }) => place.isolation === "shared-account");
  return [
    ...networkProblems(platform, foundation.foundation, inPlatform),
    ...tenants.flatMap((tenant) =>
      tenant.place.isolation === "account" ? networkProblems(platform, tenant.place.foundation, [tenant]) : [],
    ),
  ];
}

function networkProblems(
  { file }: Source<AwsPlatform>,
  { target, network: { range, subnets, endpoints } }: Foundation,
  tenants: readonly AwsTenantBlueprint[],
): Problem[] {
  const zones = subnets.length;
  const free = subnets.reduce((sum, subnet) => sum + size(cidr(subnet.range)) - RESERVED_ADDRESSES, 0);
  const taken = tenants.map((tenant) => addressesOf(tenant, zones));
  const sum = (which: keyof Addresses) => taken.reduce((total, each) => total + each[which], endpoints.length * zones);
  const [least, most] = [sum("least"), sum("most")];
  if (most <= free) return [];
  const severity = least > free ? "error" : "warning";
  const what = severity === "error" ? `${least} that the files take` : `${most} that the files can take`;
  const message = `${range} has ${free} addresses in ${zones} zones (${target.accountId}) for ${what}; use a larger range or more zones, or give tenants an account of their own: the range cannot change later`;
  return [file.problem(["aws", "foundation", "addressSpace"], message, { severity })];
}

/**
 * What a tenant takes: an address for each instance and each space of Studio, and one in each zone for the file system of a
 * domain (Studio Administration Best Practices, "Network management").
 */
function addressesOf({ notebooks, studio, serving }: AwsTenantBlueprint, zones: number): Addresses {
  const instances = serving.reduce((total, { instances }) => total + instances, 0);
  const scaledOut = serving.reduce((total, { instances, scaling }) => total + (scaling?.instances.max ?? instances), 0);
  const always = notebooks.length + (studio === undefined ? 0 : zones);
  return { least: always + instances, most: always + scaledOut + (studio?.users.length ?? 0) };
}
