const patterns = new Map<string, RegExp>();

/** Whether a pattern of IAM with "*" and "?" matches a text, whatever the case is: that of an action. */
export function matchesAction(pattern: string, text: string): boolean {
  let regex = patterns.get(pattern);
  if (regex === undefined) {
    const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
    regex = new RegExp(`^${source.replaceAll("?", ".")}$`, "is");
    patterns.set(pattern, regex);
  }
  return regex.test(text);
}

/** Whether a text is a pattern that matches more than itself. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(withoutReferences(text));
}

/** A text without references to Terraform and variables of IAM, in which "?" may stand for something else. */
export function withoutReferences(text: string): string {
  return text.replaceAll(/\$\{[^{}]*\}/g, "");
}
