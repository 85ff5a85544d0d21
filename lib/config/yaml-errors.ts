import type { LineCounter, YAMLError } from "yaml";
import type { Finding } from "./finding";

const NOT_A_PAIR = 'this is not a "key: value" pair; a key needs a colon and a space, on one line';

/** Plain words for what the library reports; $1 stands for the group. */
const PLAIN_WORDS: readonly (readonly [report: RegExp, words: string])[] = [
  [/Tabs are not allowed/, "a tab is used for indentation; use spaces"],
  [/Nested mappings/, 'a second ": " on one line; put the value in quotes, or correct the indentation below it'],
  [/Implicit (?:map )?keys|block sequence may not be/, NOT_A_PAIR],
  [/items must start at the same column/, "the indentation does not match the lines above"],
  [/Missing closing (.)quote/, "a text in quotes is not closed; add a closing $1"],
  [/low sequence .*end with a \]/, 'a list that starts with "[" is not closed; add "]"'],
  [/low map .*end with a }/, 'a map that starts with "{" is not closed; add "}"'],
  [/cannot start with .* character (.)/, "a value cannot start with $1; put it in quotes"],
  [/Invalid escape sequence (.*)/, "$1 is not an escape sequence; write \\\\ for a backslash, or use single quotes"],
  [/block-seq-ind on same line/, 'a list item ("- ") on the line of a key; put it on a line of its own'],
  [/flow-(?:seq|map)-end.*"(.)"/, 'this "$1" closes nothing; remove it, or put the value in quotes'],
  [/Unexpected (.) in flow/, 'unexpected "$1"; check the commas and colons around it'],
  [/Unexpected .*(?:at node end|in YAML stream)/, "unexpected text; check the quotes and the indentation around it"],
];

/**
 * Says in plain words what the YAML library reports. A report that matches none of the known ones is given as the
 * library words it.
 *
 * @returns one finding a line: what the parser reports further along a line mostly follows from the first report
 */
export function explainErrors(errors: readonly YAMLError[], text: string, lines: LineCounter): Finding[] {
  const tabs = errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const byLine = new Map<number, Finding>();
  for (const { message, pos } of tabs.length > 0 ? tabs : errors) {
    // The library reports an unclosed quote where it gave up, often the end of the file.
    const [, quoteMark] = /Missing closing (.)quote/.exec(message) ?? [];
    const offset = quoteMark === undefined ? pos[0] : text.lastIndexOf(quoteMark, pos[0]);
    const { line } = lines.linePos(offset);
    if (!byLine.has(line)) byLine.set(line, { offset, message: inPlainWords(message) });
  }
  return [...byLine.values()];
}

function inPlainWords(message: string): string {
  const report = message.split("\n", 1)[0] ?? "";
  for (const [pattern, words] of PLAIN_WORDS) {
    const match = pattern.exec(report);
    if (match !== null) return words.replace("$1", () => match[1] ?? "");
  }
  return report;
}
