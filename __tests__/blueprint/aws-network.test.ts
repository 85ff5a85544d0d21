import fc from "fast-check";
import { cidr, contains, overlaps } from "../../lib/config/cidr";
import { platformSchema } from "../../lib/config/platform";
import { awsNetwork } from "../../lib/blueprint/aws-network";
import { awsPlatform, PLATFORM_ACCOUNT } from "../support/files";

const ZONES = ["a", "b", "c", "d"].map((letter) => `eu-central-1${letter}`);

function networkOf(addressSpace: string, availabilityZones = ZONES) {
  const { aws, ...platform } = platformSchema.parse(
    awsPlatform({ aws: { foundation: { addressSpace, availabilityZones } } }),
  );
  if (aws === undefined) throw new Error("the platform is not on AWS");
  const account = { partition: "aws", accountId: PLATFORM_ACCOUNT, region: "eu-central-1" };
  return awsNetwork({ ...platform, aws }, { prefix: "mlp", instance: "dev" }, account);
}

test("The subnets are in the network's range and share no address, whatever the range is.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 24 }), fc.integer({ min: 0, max: 255 }), (prefixLength, second) => {
      const network = networkOf(`10.${second}.0.0/${prefixLength}`);
      const ranges = network.subnets.map(({ range }) => cidr(range));

      expect(ranges.filter((range) => !contains(cidr(network.range), range))).toEqual([]);
      expect(ranges.filter((range, index) => ranges.slice(index + 1).some((other) => overlaps(range, other)))).toEqual(
        [],
      );
    }),
  );
});

test("Each zone keeps its range when one is added behind it.", () => {
  const [two, four] = [ZONES.slice(0, 2), ZONES].map((zones) => networkOf("10.40.0.0/20", zones).subnets);

  expect(four?.slice(0, 2)).toEqual(two);
});
