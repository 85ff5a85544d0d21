/** True, false, or null for what some request can make true and another one false. */
export type Truth = boolean | null;

/** Whether all are true. Two uses of one unknown count as independent, so null may stand for what is false. */
export function and(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** Whether one is true. */
export function or(truths: readonly Truth[]): Truth {
  return not(and(truths.map(not)));
}

/** The opposite; of what may be either, either. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
