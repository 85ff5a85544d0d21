import { z } from "zod";
import { nonAscii, quote } from "./problem";

/** What a text must look like, with the words in which an error says so. */
export interface TextForm {
  /** What the text is, as in "an e-mail address": an error says that the value is not that. */
  readonly what: string;
  /** What to write instead, as in `one such as "ml@acme.example"`: an error says to use that. */
  readonly use: string;
  /** Matches exactly the texts of the form. With the flag u it may match letters of any language. */
  readonly pattern: RegExp;
  /** The shortest length allowed, in characters. Default: what the pattern says. */
  readonly min?: number;
  /** The longest length allowed, in characters. Default: what the pattern says. */
  readonly max?: number;
  /** What the author of a text of another form may have meant; told when it has the form. */
  readonly mend?: (text: string) => string;
}

/** A string of a given form. */
export function text(form: TextForm) {
  const { pattern, min, max } = form;
  return checkedText((value) => problemOf(value, form)).meta({
    pattern: pattern.source,
    ...(min === undefined ? {} : { minLength: min }),
    ...(max === undefined ? {} : { maxLength: max }),
  });
}

/**
 * A string that a function checks.
 *
 * @param problem says what is wrong with a value and what to write instead, so that it reads on after the value, as in
 * `has upper-case letters; use "churn"`; undefined for a value that is right
 */
export function checkedText(problem: (value: string) => string | undefined) {
  return z.string().superRefine((value, context) => {
    const message = problem(value);
    if (message !== undefined) context.addIssue({ code: "custom", message: `${quote(value)} ${message}` });
  });
}

function problemOf(value: string, form: TextForm): string | undefined {
  const { what, use, pattern, min = 0, max = Infinity, mend } = form;
  const fits = (text: string) => text.length >= min && text.length <= max && pattern.test(text);
  if (fits(value)) return undefined;
  if (value === "") return `is empty; use ${use}`;

  const odd = pattern.unicode ? undefined : nonAscii(value);
  if (odd !== undefined) return `${odd}; use ${use}`;

  const meant: readonly (readonly [what: string, text: string | undefined])[] = [
    ["has spaces around it", value.trim()],
    ["has upper-case letters", value.toLowerCase()],
    [`is not ${what}`, mend?.(value)],
  ];
  for (const [wrong, mended] of meant) {
    // In full, however long: it is there to be copied.
    if (mended !== undefined && fits(mended)) return `${wrong}; use ${JSON.stringify(mended)}`;
  }

  const length = `${value.length} character${value.length === 1 ? "" : "s"}`;
  if (value.length > max) return `has ${length}; use ${max} at most`;
  if (value.length < min) return `has ${length}; use ${min} at least`;
  return `is not ${what}; use ${use}`;
}
