import { type BrokenFile, inAcme, inGlobex, inPlatform, replaced } from "./broken-file";

const ACME = "tenants/acme.yaml";

function range(text: string): BrokenFile["breakIn"] {
  return inAcme("10.20.8.0/24", `"${text}"`);
}

const wrongRanges: readonly (readonly [what: string, text: string, problem: string])[] = [
  ["has host bits set", "10.20.8.1/24", 'has host bits set; use "10.20.8.0/24", the range that holds this address'],
  ["has the prefix /33", "10.20.8.0/33", "has a prefix over /32; use a smaller number"],
  ["has a number over 255", "10.20.256.0/24", "has a number over 255 in its address; use 0 to 255"],
  ["has letters", "10.20.x.0/24", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
  ["has a leading zero", "10.020.8.0/24", "has a leading zero; leave it out"],
  ["has no prefix", "10.20.8.0", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
  ["is of IPv6", "fd00::/64", 'is not an IPv4 range; use one such as "10.20.8.0/24"'],
  ["is too large", "10.0.0.0/8", "is too large; use a range from /16 to /27"],
  ["is too small", "10.20.8.0/28", "is too small; use a range from /16 to /27"],
];

const reservedRanges: readonly (readonly [text: string, reserved: string])[] = [
  ["0.1.0.0/16", "0.0.0.0/8"],
  ["127.0.0.0/24", "127.0.0.0/8"],
  ["168.63.129.0/24", "168.63.129.16/32"],
  ["169.254.169.0/24", "169.254.0.0/16"],
  ["172.17.4.0/24", "172.17.0.0/16"],
  ["224.0.0.0/24", "224.0.0.0/4"],
  ["255.255.255.0/24", "240.0.0.0/4"],
];

/** Networks with ranges that are wrong, reserved or taken. */
export const NETWORKS: readonly BrokenFile[] = [
  ...wrongRanges.map(([what, text, problem]) => ({
    name: `A range ${what}.`,
    breakIn: range(text),
    expected: [`${ACME}:6:28 azure.network.addressSpace: "${text}" ${problem}`],
  })),
  ...reservedRanges.map(([text, reserved]) => ({
    name: `A range touches ${reserved}, which is reserved.`,
    breakIn: range(text),
    expected: [
      new RegExp(
        `^${ACME}:6:28 azure\\.network\\.addressSpace: ${text} touches ${reserved}, which is reserved: .*; use `,
      ),
    ],
  })),
  {
    name: "The hub is too small for its subnets.",
    breakIn: inPlatform("10.20.0.0/22", "10.20.0.0/24"),
    expected: ['platform.yaml:12:24 azure.hub.addressSpace: "10.20.0.0/24" is too small; use a range from /16 to /22'],
  },
  {
    name: "The hub touches a reserved range.",
    breakIn: inPlatform("10.20.0.0/22", "172.16.0.0/16".replace("16.0", "17.0")),
    expected: [/^platform\.yaml:12:24 azure\.hub\.addressSpace: 172\.17\.0\.0\/16 touches 172\.17\.0\.0\/16/],
  },
  {
    name: "Two tenants have one range.",
    breakIn: inGlobex("10.20.10.0/26", "10.20.8.0/24"),
    expected: [
      /^tenants\/globex\.yaml:7:28 .*: 10\.20\.8\.0\/24 overlaps 10\.20\.8\.0\/24 of tenants\/acme\.yaml:6:28;/,
    ],
  },
  {
    name: "A tenant's range is within another tenant's.",
    breakIn: inGlobex("10.20.10.0/26", "10.20.8.64/26"),
    expected: [
      /^tenants\/globex\.yaml:7:28 .*: 10\.20\.8\.64\/26 overlaps 10\.20\.8\.0\/24 of tenants\/acme\.yaml:6:28;/,
    ],
  },
  {
    name: "A tenant's range is within the hub's.",
    breakIn: inAcme("10.20.8.0/24", "10.20.3.0/24"),
    expected: [/^tenants\/acme\.yaml:6:28 .*: 10\.20\.3\.0\/24 overlaps 10\.20\.0\.0\/22 of platform\.yaml:12:24;/],
  },
  {
    name: "A tenant's range holds the hub's and another tenant's.",
    breakIn: inAcme("10.20.8.0/24", "10.20.0.0/16"),
    expected: [
      /^platform\.yaml:12:24 .*: 10\.20\.0\.0\/22 overlaps 10\.20\.0\.0\/16 of tenants\/acme\.yaml:6:28;/,
      /^tenants\/globex\.yaml:7:28 .*: 10\.20\.10\.0\/26 overlaps 10\.20\.0\.0\/16 of tenants\/acme\.yaml:6:28;/,
    ],
  },
];

/** Endpoints that, with the one of globex, are as many as a number. */
export function endpointsInAll(count: number): BrokenFile["breakIn"] {
  const endpoints = Array.from({ length: count - 1 }, (_, index) => `{ name: e${index} }`).join(", ");
  return replaced(ACME, "\n    - { name: churn }\n    - { name: forecast }", ` [${endpoints}]`);
}

/** More of something than Azure takes. */
export const LIMITS: readonly BrokenFile[] = [
  {
    name: "One subscription has 101 endpoints in a region.",
    breakIn: endpointsInAll(101),
    expected: [
      /^platform\.yaml:11:3 azure\.limits\.onlineEndpointsPerRegion: 101 online endpoints .* onlineEndpointsPerRegion is 100; .*subscription.*azure\.limits\.onlineEndpointsPerRegion$/,
    ],
  },
];
