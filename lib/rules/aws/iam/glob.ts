import { memoized } from "../../memo";

/** Whether a pattern of IAM with "*" and "?" matches a text, whatever the case is: that of an action. */
export function matchesAction(pattern: string, text: string): boolean {
  return regexOf(pattern).test(text);
}

/** Whether a text is a pattern that matches more than itself. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text) && /[*?]/.test(withoutReferences(text));
}

/** A text without references to Terraform and variables of IAM, in which "?" may stand for something else. */
export function withoutReferences(text: string): string {
  return text.includes("${") ? text.replaceAll(/\$\{[^{}]*\}/g, "") : text;
}

const regexOf = memoized((pattern) => {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
  return new RegExp(`^${source.replaceAll("?", ".")}$`, "is");
});
