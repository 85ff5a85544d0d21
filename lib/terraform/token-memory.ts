/** The part of CDKTF's token map (cdktf/lib/tokens/private/token-map) that only ever grows. */
interface TokenMap {
  readonly stringTokenMap: Map<unknown, unknown>;
  readonly numberTokenMap: Map<unknown, unknown>;
}

function tokenMaps(): Map<unknown, unknown>[] {
  const map = (globalThis as { __cdktfTokenMap?: TokenMap }).__cdktfTokenMap;
  return map === undefined ? [] : [map.stringTokenMap, map.numberTokenMap];
}

/**
 * Runs a function and then forgets the tokens that were made in it. CDKTF keeps every token, and with it the resource it
 * refers to, for the life of the process: 0.6 MB a tenant. A forgotten token that is used later is an error of CDKTF's.
 */
export function withinTokenMemory<Result>(run: () => Result): Result {
  const before = tokenMaps().map(({ size }) => size);
  try {
    return run();
  } finally {
    tokenMaps().forEach((map, index) => {
      // Maps keep the order of insertion.
      [...map.keys()].slice(before[index] ?? 0).forEach((key) => map.delete(key));
    });
  }
}
