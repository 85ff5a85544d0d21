import fc from "fast-check";
import { z } from "zod";
import { RESERVED_PREFIX } from "../../lib/blueprint/aws-names";
import { formatCidr } from "../../lib/config/cidr";
import { platformSchema } from "../../lib/config/platform";
import { tenantSchema } from "../../lib/config/tenant";

/** What a JSON Schema says of a text. */
interface TextSchema {
  readonly pattern: string;
  /** Left out when the pattern itself says how long the text may be. */
  readonly maxLength?: number;
}

interface MapSchema {
  readonly properties: Record<string, unknown>;
}

const platformProperties = (z.toJSONSchema(platformSchema, { io: "input" }) as unknown as MapSchema).properties;
const tenantProperties = (z.toJSONSchema(tenantSchema, { io: "input" }) as unknown as MapSchema).properties;
const azureProperties = (tenantProperties.azure as MapSchema).properties;
const endpointProperties = (azureProperties.endpoints as { items: MapSchema }).items.properties;

/** Text that a schema accepts: anything of its pattern, and the given texts more often than chance has them. */
function textOf(schema: unknown, special: string[]): fc.Arbitrary<string> {
  const { pattern, maxLength = Infinity } = schema as TextSchema;
  const any = fc.stringMatching(new RegExp(pattern), { size: "-1" }).filter(({ length }) => length <= maxLength);
  return fc.oneof(fc.constantFrom(...special), any);
}

/** The shortest and the longest first part of a name, and some between. */
export const prefixes = textOf(platformProperties.prefix, ["mlp", "ab", "kv", "abcdefgh", "a2345678"]);

/** Prefixes that a platform on AWS may have. */
export const awsPrefixes = prefixes.filter((prefix) => !RESERVED_PREFIX.test(prefix));

/** The shortest and the longest instance, and some that are also tenants' ids. */
export const instances = textOf(platformProperties.instance, ["dev", "ws", "acme", "abcde", "abcdef", "abcdefgh"]);

/** Tenants' ids, most of them ids that another one begins with, and ids that look like a part of the platform's names. */
export const tenantIds = textOf(tenantProperties.tenant, [
  ...["a", "a-b", "a-b-c", "acme", "acme-eu", "acme2", "acmeeu"],
  ...["dev", "dev-acme", "ws", "hub", "ml", "hub-rg", "tenant", "tenant-acme"],
  ...["abcdefghijklmnop", "abcdefghijklmn-p", "a-b-c-d-e-f-g-hi", "a2-4567890123456"],
]);

/** Names of endpoints, the longest among them, and those whose hyphen falls on the place where a name is cut. */
export const endpointNames = textOf(endpointProperties.name, [
  ...["a", "churn", "a-b", "forecast-2"],
  ...["abcdefghijklmnopqrst", "abcdefghijklmnopqr-t", "a-b-c-d-e-f-g-h-i-jk"],
]);

/** Subscriptions' ids. */
export const subscriptionIds = fc.uuid({ version: 4 });

/** IPv4 ranges, aligned to their own size, between two prefix lengths, within 10.0.0.0/8. */
export function ranges(shortest: number, longest: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: shortest, max: longest }), fc.nat({ max: 2 ** 24 - 1 }))
    .map(([prefixLength, offset]) => {
      const size = 2 ** (32 - prefixLength);
      return formatCidr({ first: 10 * 2 ** 24 + Math.floor(offset / size) * size, prefixLength });
    });
}
