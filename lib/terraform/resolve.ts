import {
  DefaultTokenResolver,
  type IResolvable,
  type IResolveContext,
  StringConcat,
  TerraformStack,
  Tokenization,
} from "./cdktf";
import { CrossStackReference } from "./cross-stack-reference";
import { ForgottenToken } from "./token-memory";
import { isMap, refuseUnusableKey, type Tree } from "./tree";

/** What a token that refers to a resource has beside IResolvable (cdktf/lib/tfExpression, not exported). */
interface Reference extends IResolvable {
  readonly originStack?: TerraformStack;
  readonly identifier?: string;
}

/**
 * Resolves the tokens of one stack, and refuses those of another. CDKTF would make such a token a read of the other
 * stack's whole remote state (or, without its preparing pass, a reference to a resource that is not there).
 */
class OwnTokensOnly extends DefaultTokenResolver {
  /** The construct whose tokens are being resolved. */
  place: string | undefined;

  constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  override resolveToken(
    token: IResolvable,
    context: IResolveContext,
    postProcessor: Parameters<DefaultTokenResolver["resolveToken"]>[2],
  ): unknown {
    const { originStack, identifier = "a value" } = token as Reference;
    if (token instanceof ForgottenToken) throw this.refusal(token, identifier, token.stack);
    if (originStack !== undefined && originStack !== this.stack) {
      throw this.refusal(token, identifier, originStack.node.path);
    }
    try {
      return super.resolveToken(token, context, postProcessor);
    } catch (error) {
      if (error instanceof CrossStackReference) error.restoreMessage();
      throw error;
    }
  }

  private refusal({ creationStack }: IResolvable, identifier: string, from: string): CrossStackReference {
    const { place } = this;
    return new CrossStackReference({ identifier, from, to: this.stack.node.path, place, creationStack });
  }
}

/** Replaces the tokens in a tree by their values; the place is the path of the construct that the tree is of. */
export type Resolve = (tree: unknown, place?: string) => unknown;

/**
 * Returns a function that replaces the tokens in a tree by their values, with the result of CDKTF's own `resolve`.
 * CDKTF tests every string, number and key of the tree with several regular expressions, three times over; here only
 * what can hold a token is handed to it, once.
 */
export function tokenResolver(stack: TerraformStack): Resolve {
  const resolver = new OwnTokensOnly(stack);
  const byCdktf = (tree: unknown): unknown => Tokenization.resolve(tree, { scope: stack, preparing: false, resolver });
  // Most references of a stack are to the same few attributes, such as the name of its resource group.
  const resolvedTexts = new Map<string, string>();

  function resolveText(text: string): unknown {
    const known = resolvedTexts.get(text);
    if (known !== undefined) return known;
    const resolved = byCdktf(text);
    // A text can also stand for a map or a list, which no two places may share: overrides change them.
    if (typeof resolved === "string") resolvedTexts.set(text, resolved);
    return resolved;
  }

  function resolve(node: unknown): unknown {
    if (typeof node === "string") return mayHoldToken(node) ? resolveText(node) : node;
    if (typeof node === "number") return isTokenNumber(node) ? byCdktf(node) : node;
    if (typeof node !== "object" || node === null) return typeof node === "function" ? byCdktf(node) : node;
    if (Array.isArray(node)) return resolveList(node);
    if (isMap(node)) return resolveMap(node);
    return node instanceof Date ? node.toJSON() : byCdktf(node);
  }

  function resolveList(list: unknown[]): unknown {
    // A list token is a list of one encoded string or number, and resolves to a whole list.
    const [only] = list;
    if (
      (list.length === 1 && typeof only === "string" && mayHoldToken(only)) ||
      list.some((entry) => typeof entry === "number" && isTokenNumber(entry))
    ) {
      return byCdktf(list);
    }
    const resolved: unknown[] = [];
    for (const entry of list) {
      const value = resolve(entry);
      if (value !== undefined) resolved.push(value);
    }
    return resolved;
  }

  function resolveMap(map: Tree): unknown {
    const resolved: Tree = {};
    for (const key in map) {
      if (mayHoldToken(key)) return byCdktf(map);
      refuseUnusableKey(key, resolver.place);
      const value = resolve(map[key]);
      if (value !== undefined) resolved[key] = value;
    }
    return resolved;
  }

  return (tree, place) => {
    resolver.place = place;
    return resolve(tree);
  };
}

/** String tokens, list tokens and map tokens all have the first; a number token in a string prints as the second. */
function mayHoldToken(text: string): boolean {
  return text.includes("TfToken[") || text.includes("e+298");
}

/** CDKTF encodes number tokens as doubles beyond -1e280. */
function isTokenNumber(value: number): boolean {
  return value < -1e280;
}
