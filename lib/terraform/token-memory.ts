import type { IResolvable } from "./cdktf";

/** What CDKTF finds in the place of a token that was forgotten. */
export class ForgottenToken implements IResolvable {
  readonly creationStack: string[] = [];

  /** @param stack the stack that the token was made for */
  constructor(readonly stack: string) {}

  resolve(): never {
    throw new Error(`${this.toString()} is used after it was forgotten`);
  }

  toString(): string {
    return `a value of stack "${this.stack}"`;
  }
}

/** CDKTF's token map (cdktf/lib/tokens/private/token-map). It only ever grows. */
interface TokenMap {
  stringTokenMap: Map<string, IResolvable>;
  numberTokenMap: Map<number, IResolvable>;
  /** The number of the next token; the key of a string token ends in it, the key of a number token is it. */
  readonly tokenCounter: number;
}

/** The numbers of tokens that were forgotten, and the stack that they were made for: all that is kept of them. */
const forgotten: { readonly from: number; readonly to: number; readonly stack: string }[] = [];

/** A map of tokens that knows which of them it has forgotten. */
class Tokens<Key extends string | number> extends Map<Key, IResolvable> {
  override get(key: Key): IResolvable | undefined {
    return super.get(key) ?? forgottenToken(Number(String(key).split(".").pop()));
  }
}

function forgottenToken(number: number): ForgottenToken | undefined {
  const range = forgotten.find(({ from, to }) => from <= number && number < to);
  return range === undefined ? undefined : new ForgottenToken(range.stack);
}

/**
 * Runs a function and then forgets the tokens that were made in it. CDKTF keeps every token, and with it the resource it
 * refers to, for the life of the process: 0.6 MB a tenant. A forgotten token that is used later is an error.
 *
 * @param stack the stack that the tokens are made for
 */
export function withinTokenMemory<Result>(stack: string, run: () => Result): Result {
  const map = (globalThis as { __cdktfTokenMap?: TokenMap }).__cdktfTokenMap;
  if (map === undefined) return run();
  if (!(map.stringTokenMap instanceof Tokens)) {
    map.stringTokenMap = new Tokens(map.stringTokenMap);
    map.numberTokenMap = new Tokens(map.numberTokenMap);
  }
  const from = map.tokenCounter;
  const maps = [map.stringTokenMap, map.numberTokenMap] as Map<string | number, IResolvable>[];
  const before = maps.map(({ size }) => size);
  try {
    return run();
  } finally {
    maps.forEach((tokens, index) => {
      // Maps keep the order of insertion.
      [...tokens.keys()].slice(before[index]).forEach((key) => tokens.delete(key));
    });
    forgotten.push({ from, to: map.tokenCounter, stack });
  }
}
