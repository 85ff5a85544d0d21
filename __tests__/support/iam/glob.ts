import type { Truth } from "./truth";

/**
 * Whether a pattern matches a text in which "*" and "?" may stand for some text: true for all that it may be, false for none,
 * null for some. A single "*" is what IAM asks about actions without a resource, and is matched by nothing but "*".
 */
export function matches(pattern: string, text: string): Truth {
  if (!/[*?]/.test(pattern))
    return pattern === text || (/[*?]/.test(text) && text !== "*" && overlaps(pattern, text) ? null : false);
  if (text === "*") return /^\*+$/.test(pattern);
  if (covers(pattern, text)) return true;
  if (!/[*?]/.test(text)) return false;
  return overlaps(pattern, text) ? null : false;
}

/** The same for actions, which have no case and stand for themselves. */
export function matchesAction(pattern: string, action: string): boolean {
  return covers(pattern.toLowerCase(), action.toLowerCase());
}

const covering = new Map<string, RegExp>();

/** Whether a pattern matches everything that a text may be. A wildcard of the text is only matched by "*" of the pattern. */
function covers(pattern: string, text: string): boolean {
  let regex = covering.get(pattern);
  if (regex === undefined) {
    const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
    regex = new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^*]")}$`);
    covering.set(pattern, regex);
  }
  return regex.test(text);
}

/** Whether two patterns have a text in common: both are walked at once, and "*" may stay where it is. */
export function overlaps(left: string, right: string): boolean {
  // Most differ before their first wildcards.
  const literal = Math.min(...[left, right].map((text) => text.search(/[*?]|$/)));
  if (left.slice(0, literal) !== right.slice(0, literal)) return false;
  const reached = new Set([0]);
  const width = right.length + 1;
  const queue = [0];
  const visit = (i: number, j: number) => {
    const place = i * width + j;
    if (i > left.length || j > right.length || reached.has(place)) return;
    reached.add(place);
    queue.push(place);
  };
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const [i, j] = [Math.floor(place / width), place % width];
    const [a, b] = [left[i], right[j]];
    if (a === "*") visit(i + 1, j);
    if (b === "*") visit(i, j + 1);
    if (a === undefined || b === undefined) continue;
    if (a === "*") visit(i, j + 1);
    else if (b === "*") visit(i + 1, j);
    else if (a === b || a === "?" || b === "?") visit(i + 1, j + 1);
  }
  return reached.has(left.length * width + right.length);
}
