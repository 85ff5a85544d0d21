import { type Context, valueOf } from "./request";

const VARIABLE = /\$\{([^{}]+)\}/g;

/**
 * A text of a policy with the values of a request in the place of variables such as `${aws:PrincipalTag/tenant}`. "absent"
 * when the request lacks one, "free" when it may have any value.
 */
export function substituted(text: string, context: Context): string {
  if (!text.includes("${")) return text;
  let missing: "absent" | "free" | undefined;
  const filled = text.replaceAll(VARIABLE, (_, name: string) => {
    // `${*}`, `${?}` and `${$}` stand for the character itself.
    if (name.length === 1) return name;
    const value = valueOf(context, name);
    if (value === "absent" || value === "free" || value.length !== 1) {
      missing = value === "absent" || missing === "absent" ? "absent" : "free";
      return "";
    }
    return value[0] ?? "";
  });
  return missing ?? filled;
}
