import { AWS_RESERVED_RANGES, RESERVED_RANGES } from "../../lib/blueprint/reserved-ranges";
import { cidr, overlaps } from "../../lib/config/cidr";

function reasons(range: string, ranges = RESERVED_RANGES): string[] {
  return ranges.filter((reserved) => overlaps(reserved.range, cidr(range))).map(({ why }) => why);
}

/** Learn, "Azure Virtual Network FAQ": ranges that a virtual network cannot have; and Docker's, and those of no host. */
test.each([
  ["224.0.0.0/27", "multicast"],
  ["239.255.255.224/27", "multicast"],
  ["255.255.255.224/27", "broadcast"],
  ["127.0.0.0/27", "loopback"],
  ["169.254.169.224/27", "link-local"],
  ["168.63.129.0/27", "DNS"],
  ["172.17.0.0/16", "Docker"],
  ["172.17.255.224/27", "Docker"],
  ["0.0.0.0/16", "this host"],
])("%s is reserved: %s", (range, reason) => {
  expect(reasons(range)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  "10.0.0.0/16",
  "10.255.255.224/27",
  "172.16.0.0/16",
  "172.18.0.0/16",
  "172.31.0.0/16",
  "192.168.0.0/16",
  "100.64.0.0/16",
  "168.63.129.32/27",
  "169.253.0.0/16",
  "169.255.0.0/16",
  "126.255.0.0/16",
  "128.0.0.0/16",
  "223.255.0.0/16",
])("%s can be used", (range) => {
  expect(reasons(range)).toEqual([]);
});

/** VPC User Guide, "VPC CIDR blocks" and "Amazon DNS server". */
test.each([
  ["0.0.0.0/16", "this host"],
  ["127.0.0.0/24", "loopback"],
  ["169.254.169.0/24", "AWS's instance metadata"],
  ["172.17.0.0/16", "Docker"],
  ["224.0.0.0/24", "multicast"],
  ["255.255.255.0/24", "broadcast"],
])("on AWS %s is reserved: %s", (range, reason) => {
  expect(reasons(range, AWS_RESERVED_RANGES)).toEqual([expect.stringContaining(reason)]);
});

test.each(["10.40.0.0/16", "172.16.0.0/16", "172.31.0.0/16", "192.168.0.0/16", "100.64.0.0/16", "168.63.129.0/24"])(
  "on AWS %s can be used",
  (range) => {
    expect(reasons(range, AWS_RESERVED_RANGES)).toEqual([]);
  },
);

test("the text of a reserved range is the range", () => {
  const ranges = [...RESERVED_RANGES, ...AWS_RESERVED_RANGES];

  expect(ranges.map(({ text }) => cidr(text))).toEqual(ranges.map(({ range }) => range));
});
