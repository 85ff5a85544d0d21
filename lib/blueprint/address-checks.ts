import { type Cidr, cidr, overlaps } from "../config/cidr";
import type { AwsFiles } from "./aws";
import type { AzureFiles } from "./azure";
import type { FieldPath, Problem } from "../config/problem";
import type { YamlFile } from "../config/yaml-file";
import { AWS_RESERVED_RANGES, RESERVED_RANGES, type ReservedRange } from "./reserved-ranges";

/** The range of a network, with where it stands. */
interface Network {
  readonly file: YamlFile;
  readonly path: FieldPath;
  readonly text: string;
  readonly range: Cidr;
}

/** Problems of the ranges of networks on Azure: those that Azure or Docker keep for themselves, and those that overlap. */
export function addressProblems({ platform, tenants }: AzureFiles): Problem[] {
  const networks = [
    ...(platform === undefined
      ? []
      : [network(platform.file, ["azure", "hub", "addressSpace"], platform.config.azure.hub.addressSpace)]),
    ...tenants.flatMap(({ file, config }) =>
      config.azure.network === undefined
        ? []
        : [network(file, ["azure", "network", "addressSpace"], config.azure.network.addressSpace)],
    ),
  ];
  return [...reservedProblems(networks, RESERVED_RANGES), ...overlapProblems(networks)];
}

/**
 * The same for AWS. Nothing connects its network with those on Azure, nor the network of one account with another's: all
 * of them may have one range.
 */
export function awsAddressProblems({ platform }: AwsFiles): Problem[] {
  if (platform === undefined) return [];
  const { file, config } = platform;
  const path = ["aws", "foundation", "addressSpace"];
  return reservedProblems([network(file, path, config.aws.foundation.addressSpace)], AWS_RESERVED_RANGES);
}

function network(file: YamlFile, path: FieldPath, text: string): Network {
  return { file, path, text, range: cidr(text) };
}

function reservedProblems(networks: readonly Network[], ranges: readonly ReservedRange[]): Problem[] {
  return networks.flatMap(({ file, path, text, range }) =>
    ranges
      .filter((reserved) => overlaps(reserved.range, range))
      .map(({ text: reserved, why }) =>
        file.problem(path, `${text} touches ${reserved}, which is reserved: ${why}; use another private range`),
      ),
  );
}

/** Sorted by first address, a range overlaps an earlier one exactly if it begins before the furthest end so far. */
function overlapProblems(networks: readonly Network[]): Problem[] {
  const sorted = networks.toSorted(
    (a, b) => a.range.first - b.range.first || a.range.prefixLength - b.range.prefixLength,
  );
  const problems: Problem[] = [];
  let furthest: Network | undefined;
  for (const current of sorted) {
    if (furthest !== undefined && overlaps(furthest.range, current.range)) {
      const other = furthest.file.problem(furthest.path, "");
      problems.push(
        current.file.problem(
          current.path,
          `${current.text} overlaps ${furthest.text} of ${other.file}:${other.line ?? 1}:${other.column ?? 1}; every network is peered with the hub, so choose a free range`,
        ),
      );
    } else {
      furthest = current;
    }
  }
  return problems;
}
