import { list } from "../../blocks";
import { perStack } from "../../per-stack";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { policyTexts } from "../iam/stack-policies";

const OF_ARN = /\barn:[^:"]*:[^:"]*:[^:"]*:(\d{12}):/g;

/**
 * The account that a stack is in: the one that its provider is held to, unless the stack's policies name nothing of that one.
 * Then it is the one of which they name most, and the provider is what is wrong. Undefined when the provider is held to none, or
 * to several.
 */
export const accountOf = perStack((stack: Stack): string | undefined => {
  const [held, ...others] = stack.resources("provider.aws").filter(isDefault).map(heldTo);
  if (held === undefined || others.length > 0) return undefined;
  const texts = policyTexts(stack);
  return texts.some((text) => text.includes(`:${held}:`)) ? held : (mostNamed(texts) ?? held);
});

/** The one account that a provider is held to. */
export function heldTo({ content }: Resource): string | undefined {
  const accounts = list(content.allowed_account_ids).map(String);
  return accounts.length === 1 ? accounts.find((account) => /^\d{12}$/.test(account)) : undefined;
}

/** Whether a provider is that of all resources that name none. */
export function isDefault({ content }: Resource): boolean {
  return content.alias === undefined;
}

function mostNamed(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const [, account = ""] of texts.flatMap((text) => [...text.matchAll(OF_ARN)]))
    counts.set(account, (counts.get(account) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
