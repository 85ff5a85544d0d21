import fc from "fast-check";
import { type Cidr, cidr, contains, formatCidr, overlaps, parseCidr, size, subnetAt } from "../../lib/config/cidr";

const anyRange: fc.Arbitrary<Cidr> = fc
  .record({ address: fc.nat(2 ** 32 - 1), prefixLength: fc.nat(32) })
  .map(({ address, prefixLength }) => ({ first: address - (address % 2 ** (32 - prefixLength)), prefixLength }));

/** Ranges in a small space, so that many of them overlap. */
const nearRange = fc
  .record({ address: fc.nat(255), prefixLength: fc.integer({ min: 24, max: 32 }) })
  .map(({ address, prefixLength }) => ({ first: address - (address % 2 ** (32 - prefixLength)), prefixLength }));

function addresses(range: Cidr): number[] {
  return Array.from({ length: size(range) }, (_, offset) => range.first + offset);
}

describe("parseCidr", () => {
  test("A range is its first address and its prefix.", () => {
    expect(parseCidr("10.20.8.0/24")).toEqual({ first: 0x0a140800, prefixLength: 24 });
  });

  test("The last address of all is not negative.", () => {
    expect(parseCidr("255.255.255.255/32")).toEqual({ first: 2 ** 32 - 1, prefixLength: 32 });
  });

  test("Every range that is written is read back.", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(parseCidr(formatCidr(range))).toEqual(range);
      }),
    );
  });

  test("Every text that is read is written back.", () => {
    const number = fc.oneof(fc.nat(255), fc.constant(0));
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), fc.nat(32), (octets, prefix) => {
        const text = `${octets.join(".")}/${prefix}`;
        const range = parseCidr(text);
        expect(typeof range === "string" ? text : formatCidr(range)).toBe(text);
      }),
    );
  });

  test.each<[text: string, problem: string]>([
    ["", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["x", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["10.20.8.0", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["10.20.8.0/24 ", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["10.20.8.0/24\n", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["10.20.8/24", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["fd00::/8", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
    ["10.20.256.0/24", "has a number over 255 in its address; use 0 to 255"],
    ["10.020.8.0/24", "has a leading zero; leave it out"],
    ["10.20.8.0/08", "has a leading zero; leave it out"],
    ["10.20.8.0/33", "has a prefix over /32; use a smaller number"],
    ["10.20.8.1/24", 'has host bits set; use "10.20.8.0/24", the range that holds this address'],
    ["255.255.255.255/1", 'has host bits set; use "128.0.0.0/1", the range that holds this address'],
  ])("%j is refused with the reason.", (text, problem) => {
    expect(parseCidr(text)).toBe(problem);
  });

  test("The range that is proposed for set host bits is accepted and holds the address.", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.nat(31), (address, prefix) => {
        const host = formatCidr({ first: address, prefixLength: 32 });
        const text = host.replace(/32$/, String(prefix));
        const result = parseCidr(text);
        const [, proposal = text] = typeof result === "string" ? (/use "(.*)"/.exec(result) ?? []) : [];
        expect(contains(cidr(proposal), cidr(host))).toBe(true);
      }),
    );
  });
});

describe("cidr", () => {
  test("A range that is right is read.", () => {
    expect(formatCidr(cidr("10.0.0.0/8"))).toBe("10.0.0.0/8");
  });

  test("A text that is wrong throws with the text and the reason.", () => {
    expect(() => cidr("10.0.0.1/8")).toThrow('"10.0.0.1/8" has host bits set');
  });
});

test.each<[text: string, addresses: number]>([
  ["0.0.0.0/0", 2 ** 32],
  ["10.20.8.0/24", 256],
  ["10.20.8.1/32", 1],
])("%s has %d addresses.", (text, count) => {
  expect(size(cidr(text))).toBe(count);
});

describe("contains", () => {
  test("A range contains another exactly if it has each of its addresses.", () => {
    fc.assert(
      fc.property(nearRange, nearRange, (outer, inner) => {
        const held = new Set(addresses(outer));
        expect(contains(outer, inner)).toBe(addresses(inner).every((address) => held.has(address)));
      }),
    );
  });

  test("Two ranges that contain each other are equal.", () => {
    fc.assert(
      fc.property(nearRange, nearRange, (a, b) => {
        expect(contains(a, b) && contains(b, a)).toBe(formatCidr(a) === formatCidr(b));
      }),
    );
  });
});

describe("overlaps", () => {
  test("Two ranges overlap exactly if they have an address in common.", () => {
    fc.assert(
      fc.property(nearRange, nearRange, (a, b) => {
        const held = new Set(addresses(a));
        expect(overlaps(a, b)).toBe(addresses(b).some((address) => held.has(address)));
      }),
    );
  });

  test("Overlapping is mutual.", () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test("Neighbours do not overlap.", () => {
    expect(overlaps(cidr("10.0.0.0/25"), cidr("10.0.0.128/25"))).toBe(false);
  });
});

describe("subnetAt", () => {
  test("A subnet begins at its offset within the parent.", () => {
    expect(formatCidr(subnetAt(cidr("10.20.0.0/22"), 544, 27))).toBe("10.20.2.32/27");
  });

  test("The parent's own range is its subnet at 0.", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(subnetAt(range, 0, range.prefixLength)).toEqual(range);
      }),
    );
  });

  test("All subnets of one size fill the parent without overlapping.", () => {
    fc.assert(
      fc.property(nearRange, fc.nat(8), (parent, extra) => {
        const prefixLength = Math.min(parent.prefixLength + extra, 32);
        const step = 2 ** (32 - prefixLength);
        const subnets = Array.from({ length: size(parent) / step }, (_, i) => subnetAt(parent, i * step, prefixLength));
        expect(subnets.flatMap(addresses)).toEqual(addresses(parent));
      }),
    );
  });

  test.each<[title: string, offset: number, prefixLength: number]>([
    ["is not aligned to its size", 16, 27],
    ["begins after the parent", 1024, 27],
    ["begins before the parent", -32, 27],
    ["is larger than the parent", 0, 21],
  ])("A subnet that %s throws.", (_, offset, prefixLength) => {
    expect(() => subnetAt(cidr("10.20.0.0/22"), offset, prefixLength)).toThrow(
      `no /${prefixLength} begins ${offset} addresses into 10.20.0.0/22`,
    );
  });
});
