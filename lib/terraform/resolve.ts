import {
  DefaultTokenResolver,
  type IResolvable,
  type IResolveContext,
  StringConcat,
  TerraformStack,
  Tokenization,
} from "./cdktf";

/** Thrown when a stack holds a token of another stack. */
export class CrossStackReference extends Error {
  override readonly name = "CrossStackReference";

  constructor(
    /** What was referred to, as in azurerm_virtual_network.vnet.id. */
    readonly identifier: string,
    /** The stack that owns it. */
    readonly from: string,
    /** The stack that refers to it. */
    readonly to: string,
  ) {
    super(
      `stack "${to}" refers to ${identifier} of stack "${from}"; a stack must be planned and applied alone, ` +
        `so pass the literal name or id from the blueprint, or read the value with a data source in "${to}"`,
    );
  }
}

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
  constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  override resolveToken(
    token: IResolvable,
    context: IResolveContext,
    postProcessor: Parameters<DefaultTokenResolver["resolveToken"]>[2],
  ): unknown {
    const { originStack, identifier } = token as Reference;
    if (originStack !== undefined && originStack !== this.stack) {
      throw new CrossStackReference(identifier ?? "a value", originStack.node.path, this.stack.node.path);
    }
    return super.resolveToken(token, context, postProcessor);
  }
}

/**
 * Returns a function that replaces the tokens in a tree by their values, with the result of CDKTF's own `resolve`.
 * CDKTF tests every string, number and key of the tree with several regular expressions, three times over; here only
 * what can hold a token is handed to it, once.
 */
export function tokenResolver(stack: TerraformStack): (tree: unknown) => unknown {
  const resolver = new OwnTokensOnly(stack);
  const byCdktf = (tree: unknown): unknown => Tokenization.resolve(tree, { scope: stack, preparing: false, resolver });
  // Most references of a stack are to the same few attributes, such as the name of its resource group.
  const resolvedTexts = new Map<string, unknown>();

  function resolveText(text: string): unknown {
    let resolved = resolvedTexts.get(text);
    if (resolved === undefined) {
      resolved = byCdktf(text);
      resolvedTexts.set(text, resolved);
    }
    return resolved;
  }

  function resolve(node: unknown): unknown {
    if (typeof node === "string") return mayHoldToken(node) ? resolveText(node) : node;
    if (typeof node === "number") return isTokenNumber(node) ? byCdktf(node) : node;
    if (typeof node !== "object" || node === null) return typeof node === "function" ? byCdktf(node) : node;
    if (Array.isArray(node)) return resolveList(node);
    return isPlain(node) ? resolveMap(node) : byCdktf(node);
  }

  function resolveList(list: unknown[]): unknown {
    // A list token is a list of one encoded string or number, and resolves to a whole list.
    const [only] = list;
    if (
      list.length === 1 &&
      ((typeof only === "string" && mayHoldToken(only)) || (typeof only === "number" && isTokenNumber(only)))
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

  function resolveMap(map: Record<string, unknown>): unknown {
    const resolved: Record<string, unknown> = {};
    for (const key in map) {
      if (mayHoldToken(key)) return byCdktf(map);
      const value = resolve(map[key]);
      if (value !== undefined) resolved[key] = value;
    }
    return resolved;
  }

  return resolve;
}

/** String tokens, list tokens and map tokens all have this; a number token in a string prints as a huge exponent. */
function mayHoldToken(text: string): boolean {
  return text.includes("TfToken[") || (text.includes("e+") && /\de\+\d{3}/.test(text));
}

/** CDKTF encodes number tokens as doubles beyond -1e280. */
function isTokenNumber(value: number): boolean {
  return value < -1e280;
}

function isPlain(node: object): node is Record<string, unknown> {
  return Object.getPrototypeOf(node) === Object.prototype;
}
