import { LineCounter, parseDocument } from "yaml";
import { explainErrors } from "../../lib/config/yaml-errors";
import { PARSE_OPTIONS } from "../../lib/config/yaml-syntax";

/** What is said about a text, each as "line:column message". */
function explained(text: string): string[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { ...PARSE_OPTIONS, lineCounter: lines });
  return explainErrors(errors, text, lines).map(({ offset, message }) => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col} ${message}`;
  });
}

const notAPair = 'this is not a "key: value" pair; a key needs a colon and a space, on one line';
const tab = "a tab is used for indentation; use spaces";

test.each<[title: string, text: string, findings: string[]]>([
  ["A tab as indentation", "a:\n\tb: 1\n", [`2:1 ${tab}`]],
  [
    "A colon in text without quotes",
    "a: b: c\n",
    ['1:4 a second ": " on one line; put the value in quotes, or correct the indentation below it'],
  ],
  ["Wrong indentation", "a:\n  b: 1\n c: 2\n", ["3:1 the indentation does not match the lines above"]],
  ["A key without a colon", "a: 1\nfoo\n", [`2:1 ${notAPair}`]],
  ["A key without a space after the colon", "a:1\nb: 2\n", [`1:1 ${notAPair}`]],
  ["A list among keys", "a: 1\n- b\n", [`2:1 ${notAPair}`]],
  [
    "A list on the line of a key",
    "a: - b\n",
    ['1:4 a list item ("- ") on the line of a key; put it on a line of its own'],
  ],
  ["An unclosed double quote", 'a: "x\nb: 1\n', ['1:4 a text in quotes is not closed; add a closing "']],
  ["An unclosed single quote", "a: 'x\nb: 'y'\n", ["1:4 a text in quotes is not closed; add a closing '"]],
  ["Text after a quote", 'a: "x" y\n', ["1:8 unexpected text; check the quotes and the indentation around it"]],
  ["A percent sign before text", "a: %x\n", ["1:4 a value cannot start with %; put it in quotes"]],
  ["An unclosed list", "a: [1\nb: 2\n", ['2:1 a list that starts with "[" is not closed; add "]"']],
  ["An unclosed map", "{a: 1\n", ['2:1 a map that starts with "{" is not closed; add "}"']],
  ["A bracket that closes nothing", "a: ]\n", ['1:4 this "]" closes nothing; remove it, or put the value in quotes']],
  ["A brace that closes nothing", "a: }\n", ['1:4 this "}" closes nothing; remove it, or put the value in quotes']],
  ["A comma too many", "a: [x,,y]\n", ['1:7 unexpected ","; check the commas and colons around it']],
  [
    "An unknown escape",
    'a: "\\d"\n',
    ["1:5 \\d is not an escape sequence; write \\\\ for a backslash, or use single quotes"],
  ],
])("%s is told in plain words.", (_, text, findings) => {
  expect(explained(text)).toEqual(findings);
});

test("A report that has no other words is given as the library words it.", () => {
  expect(explained("a: |x\n  y\n")).toEqual(["1:5 Block scalar header includes extra characters: |x"]);
});

test("Signs of replacement patterns in the text are told as they stand.", () => {
  expect(explained('a: "\\$"\n')).toEqual([
    "1:5 \\$ is not an escape sequence; write \\\\ for a backslash, or use single quotes",
  ]);
});

test("Reports on several lines are told one a line.", () => {
  expect(explained("a: @x\nb: `y`\n")).toEqual([
    "1:4 a value cannot start with @; put it in quotes",
    "2:4 a value cannot start with `; put it in quotes",
  ]);
});

test("Of several reports on one line the first is told.", () => {
  expect(explained("a: ]]]\n")).toHaveLength(1);
});

test("Every tab is told.", () => {
  expect(explained("a:\n\tb: 1\nc:\n\td: 1\n")).toEqual([`2:1 ${tab}`, `4:1 ${tab}`]);
});

test("What follows from a tab is not told.", () => {
  expect(explained("a:\n  b:\n\t- x\n")).toEqual([`3:1 ${tab}`]);
});
