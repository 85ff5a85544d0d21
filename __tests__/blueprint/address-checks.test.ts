import { relative } from "node:path";
import fc from "fast-check";
import { addressProblems } from "../../lib/blueprint/address-checks";
import { azureFiles } from "../../lib/blueprint/azure";
import { loadFiles } from "../../lib/config/load";
import { formatProblem } from "../../lib/config/problem";
import { type Content, platform, sharedTenant, tenant, written } from "../support/files";
import { ranges } from "./arbitraries";

/** The problems of a hub's range and of tenants' ranges, each as one line. */
function problemsOf(platformContent: Content, tenants: Content[]): string[] {
  const locations = written(platformContent, tenants);
  return addressProblems(azureFiles(loadFiles(locations))).map((problem) =>
    formatProblem({
      ...problem,
      file: relative(locations.folder, problem.file),
      message: problem.message.replaceAll(`${locations.folder}/`, ""),
    }),
  );
}

function withRange(id: string, addressSpace: string): Content {
  return tenant(id, { azure: { network: { addressSpace } } });
}

function hub(addressSpace: string): Content {
  return platform({ azure: { hub: { addressSpace } } });
}

/** First and last address of a range, computed from its text. */
function bounds(range: string): [first: number, last: number] {
  const [address = "", length = ""] = range.split("/");
  const first = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return [first, first + 2 ** (32 - Number(length)) - 1];
}

function shareAnAddress(one: string, other: string): boolean {
  const [firstOfOne, lastOfOne] = bounds(one);
  const [firstOfOther, lastOfOther] = bounds(other);
  return firstOfOne <= lastOfOther && firstOfOther <= lastOfOne;
}

describe("networks that overlap", () => {
  test("are reported at the later one, with the position of the other", () => {
    expect(problemsOf(platform(), [withRange("acme", "10.20.8.0/24"), withRange("globex", "10.20.8.128/25")])).toEqual([
      "tenants/globex.yaml:7:19 azure.network.addressSpace: 10.20.8.128/25 overlaps 10.20.8.0/24 of tenants/acme.yaml:7:19; every network is peered with the hub, so choose a free range",
    ]);
  });

  test("are reported when a tenant's is in the hub's", () => {
    expect(problemsOf(hub("10.20.0.0/16"), [withRange("acme", "10.20.8.0/24")])).toEqual([
      expect.stringMatching(
        /^tenants\/acme\.yaml:7:19 azure\.network\.addressSpace: 10\.20\.8\.0\/24 overlaps 10\.20\.0\.0\/16 of platform\.yaml:12:19;/,
      ),
    ]);
  });

  test("are reported when the hub's is in a tenant's", () => {
    expect(problemsOf(hub("10.20.0.0/22"), [withRange("acme", "10.20.0.0/16")])).toEqual([
      expect.stringMatching(
        /^platform\.yaml:12:19 azure\.hub\.addressSpace: 10\.20\.0\.0\/22 overlaps 10\.20\.0\.0\/16 of tenants\/acme\.yaml:7:19;/,
      ),
    ]);
  });

  test("are reported when they are the same", () => {
    expect(problemsOf(platform(), [withRange("acme", "10.20.8.0/24"), withRange("globex", "10.20.8.0/24")])).toEqual([
      expect.stringMatching(/^tenants\/globex\.yaml:7:19 .* overlaps 10\.20\.8\.0\/24 of tenants\/acme\.yaml:7:19;/),
    ]);
  });

  test("are reported when a small one between hides the large one", () => {
    // GIVEN a range that begins before all others and ends after them, with a small one right behind its first address
    const tenants = [withRange("a", "10.30.0.0/16"), withRange("b", "10.30.1.0/24"), withRange("c", "10.30.200.0/24")];

    // THEN the last one is held against the large range, not against its neighbour
    expect(problemsOf(platform(), tenants)).toEqual([
      expect.stringMatching(/^tenants\/b\.yaml.* overlaps 10\.30\.0\.0\/16 of tenants\/a\.yaml/),
      expect.stringMatching(/^tenants\/c\.yaml.* overlaps 10\.30\.0\.0\/16 of tenants\/a\.yaml/),
    ]);
  });

  test("are reported for shared tenants too", () => {
    const shared = sharedTenant("globex", { azure: { network: { addressSpace: "10.20.8.0/26" } } });

    expect(problemsOf(platform(), [withRange("acme", "10.20.8.0/24"), shared])).toHaveLength(1);
  });

  test("are reported while the platform's file cannot be read", () => {
    const { azure, ...rest } = platform();

    expect(problemsOf(rest, [withRange("acme", "10.20.8.0/24"), withRange("globex", "10.20.8.0/24")])).toHaveLength(1);
  });
});

test("networks that only touch do not overlap", () => {
  const tenants = [withRange("a", "10.20.4.0/24"), withRange("b", "10.20.5.0/24"), withRange("c", "10.20.3.0/24")];

  expect(problemsOf(hub("10.20.8.0/22"), tenants)).toEqual([]);
});

test("tenants without a network have no range to check", () => {
  expect(problemsOf(platform(), [sharedTenant("acme"), sharedTenant("globex")])).toEqual([]);
});

test("the networks that problems name are those that share an address with another one, whatever the ranges", () => {
  const near = ranges(16, 27).map((range) => range.replace(/^10\.\d+\./, "10.20."));
  const close = ranges(22, 27).map((range) => range.replace(/^10\.\d+\.\d+\./, "10.20.12."));

  fc.assert(
    fc.property(fc.array(fc.oneof(near, close), { maxLength: 7 }), (spaces) => {
      // GIVEN
      const hubRange = "10.20.0.0/22";
      const named = new Map([
        ["platform.yaml", hubRange],
        ...spaces.map((range, index): [string, string] => [`tenants/t${index}.yaml`, range]),
      ]);

      // WHEN
      const problems = problemsOf(
        hub(hubRange),
        spaces.map((range, index) => withRange(`t${index}`, range)),
      );

      // THEN
      const pairs = problems.map((line) => {
        const [, file = "", other = ""] = /^(\S+?):\d+:\d+ .* of (\S+?):\d+:\d+;/.exec(line) ?? [];
        return [file, other] as const;
      });
      const overlapping = [...named].filter(([file, range]) =>
        [...named].some(([other, otherRange]) => other !== file && shareAnAddress(range, otherRange)),
      );
      expect([...new Set(pairs.flat())].sort()).toEqual(overlapping.map(([file]) => file).sort());
      expect(pairs.filter(([file, other]) => !shareAnAddress(named.get(file) ?? "", named.get(other) ?? ""))).toEqual(
        [],
      );
    }),
    { numRuns: 60 },
  );
});

describe("reserved ranges", () => {
  test("are refused for a tenant, with the reason", () => {
    expect(problemsOf(platform(), [withRange("acme", "172.17.4.0/24")])).toEqual([
      "tenants/acme.yaml:7:19 azure.network.addressSpace: 172.17.4.0/24 touches 172.17.0.0/16, which is reserved: Docker's bridge on Azure Machine Learning compute uses it; use another private range",
    ]);
  });

  test("are refused for the hub", () => {
    expect(problemsOf(hub("169.254.0.0/22"), [])).toEqual([
      expect.stringMatching(
        /^platform\.yaml:12:19 azure\.hub\.addressSpace: 169\.254\.0\.0\/22 touches 169\.254\.0\.0\/16/,
      ),
    ]);
  });

  test("are refused when they are a part of a larger range", () => {
    expect(problemsOf(platform(), [withRange("acme", "168.63.0.0/16")])).toEqual([
      expect.stringContaining("168.63.0.0/16 touches 168.63.129.16/32, which is reserved: Azure's own DNS"),
    ]);
  });

  test("are refused beside an overlap, so that both are told at once", () => {
    expect(problemsOf(platform(), [withRange("a", "172.17.4.0/24"), withRange("b", "172.17.4.0/25")])).toHaveLength(3);
  });
});
