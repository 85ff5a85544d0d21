import type { Stack } from "./stack";

/** Reads something off a stack once, for all rules that ask for it. */
export function perStack<Value>(read: (stack: Stack) => Value): (stack: Stack) => Value {
  const known = new WeakMap<Stack, { readonly value: Value }>();
  return (stack) => {
    const found = known.get(stack) ?? { value: read(stack) };
    known.set(stack, found);
    return found.value;
  };
}
