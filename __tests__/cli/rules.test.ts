import { stripVTControlCharacters } from "node:util";
import { rules } from "../../lib/cli/rules";
import { RULES } from "../../lib/rules/rules";

function run(...args: string[]): { exitCode: number; out: string; err: string } {
  const printed = { out: "", err: "" };
  const note = (stream: "out" | "err") => (text: unknown) => {
    printed[stream] += `${stripVTControlCharacters(String(text))}\n`;
  };
  const spies = [
    jest.spyOn(console, "log").mockImplementation(note("out")),
    jest.spyOn(console, "error").mockImplementation(note("err")),
  ];
  const exitCode = rules(args);
  for (const spy of spies) spy.mockRestore();
  return { exitCode, ...printed };
}

test("Every rule is listed on a line, with its severity and what must be.", () => {
  const { exitCode, out } = run();
  const lines = out.trimEnd().split("\n");

  expect(exitCode).toBe(0);
  expect(lines).toHaveLength(RULES.length + 1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^azure-storage-public-network +critical +Storage accounts are closed to public networks\.$/),
  );
});

test("A rule is explained with reason, fix, source, the titles of its controls, and an example.", () => {
  const { exitCode, out } = run("--explain", "azure-storage-public-network");

  expect(exitCode).toBe(0);
  for (const part of [
    /^azure-storage-public-network \(critical\)$/m,
    /^Why: .+\.$/m,
    /^Fix: set public_network_access_enabled to false$/m,
    /^Source: Azure Policy: .+$/m,
    /^ {2}MCSB NS-2: Secure cloud native services with network controls$/m,
    /^Wrong:\n {2}\{[^]*true[^]*^Right:\n {2}\{[^]*false/m,
  ])
    expect(out).toMatch(part);
});

test.each([
  [["--explain", "azure-storage-public-networks"], 'no rule; did you mean "azure-storage-public-network"?'],
  [["--explain", "x"], '"x" is no rule; npm run rules lists them'],
  [["--explain"], "usage: npm run rules [-- --explain RULE]"],
  [["azure-storage-public-network"], "usage: npm run rules [-- --explain RULE]"],
])("%j is refused in one line.", (args, message) => {
  const { exitCode, out, err } = run(...args);

  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err.trimEnd().split("\n")).toEqual([expect.stringContaining(message)]);
});
