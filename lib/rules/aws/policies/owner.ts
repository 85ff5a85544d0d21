import type { Stack } from "../../stack";
import { tenantOf } from "../../tenant";
import { accountOf } from "./account";

/** Whose a stack is, by what it says itself. */
export interface Owner {
  /** The tenant's id. Absent in the stack of the platform. */
  readonly tenant?: string;
  /** With what all names of the platform begin, as in "mlp-dev". Absent where no role has such a name. */
  readonly platform?: string;
  /** The account that it is in. Absent where the provider is held to none, or to several. */
  readonly account?: string;
}

/**
 * Whose a stack is. That of a tenant is called by it, or has its roles on the tenant's path. Names of a tenant are those of
 * the platform, the tenant's id, and "--" after it.
 */
export function ownerOf(stack: Stack): Owner {
  const roles = stack.resources("aws_iam_role").map(({ content }) => content);
  const tenant =
    tenantOf(stack) ??
    firstMatch(
      /\/tenant\/([a-z0-9-]+)\/$/,
      roles.map(({ path }) => path),
    );
  const platform = firstMatch(
    new RegExp(`^([a-z0-9-]+?)${tenant === undefined ? "" : `-${tenant}`}--`),
    roles.map(({ name }) => name),
  );
  const account = accountOf(stack);
  return {
    ...(tenant === undefined ? {} : { tenant }),
    ...(platform === undefined ? {} : { platform }),
    ...(account === undefined ? {} : { account }),
  };
}

function firstMatch(pattern: RegExp, texts: readonly unknown[]): string | undefined {
  return texts.map((text) => pattern.exec(String(text))?.[1]).find((match) => match !== undefined);
}
