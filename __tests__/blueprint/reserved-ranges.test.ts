import { RESERVED_RANGES } from "../../lib/blueprint/reserved-ranges";
import { cidr, overlaps } from "../../lib/config/cidr";

function reasons(range: string): string[] {
  return RESERVED_RANGES.filter((reserved) => overlaps(reserved.range, cidr(range))).map(({ why }) => why);
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

test("the text of a reserved range is the range", () => {
  expect(RESERVED_RANGES.map(({ text }) => cidr(text))).toEqual(RESERVED_RANGES.map(({ range }) => range));
});
