import { stripVTControlCharacters } from "node:util";
import { reportFailure, reportSynthesis, reportWarnings, showProgress } from "../../lib/cli/report";
import { UsageError } from "../../lib/cli/selection";
import { InvalidFiles, type Problem } from "../../lib/config/problem";
import { CheckFailed } from "../../lib/terraform/check-failed";
import type { Change } from "../../lib/terraform/output-folder";

const printed = { out: [] as string[], err: [] as string[] };
const terminal = process.stderr.isTTY;

function setTerminal(isTerminal: boolean): jest.SpyInstance {
  process.stderr.isTTY = isTerminal;
  return jest.spyOn(process.stderr, "write").mockReturnValue(true);
}

beforeEach(() => {
  printed.out = [];
  printed.err = [];
  const note = (lines: string[]) => (line: unknown) => lines.push(stripVTControlCharacters(String(line)));
  jest.spyOn(console, "log").mockImplementation(note(printed.out));
  jest.spyOn(console, "warn").mockImplementation(note(printed.err));
  jest.spyOn(console, "error").mockImplementation(note(printed.err));
  setTerminal(false);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.stderr.isTTY = terminal;
  delete process.env.CDKTF_STACKS;
});

function problem(overrides: Partial<Problem> = {}): Problem {
  return { severity: "error", file: "platform.yaml", line: 1, column: 9, field: "prefix", message: "x", ...overrides };
}

/** Reports a synthesis of stacks named s1, s2 and so on. */
function report(
  changes: readonly Change[],
  {
    resources = 2,
    warnings = [],
    total = changes.length,
    ofFiles = 0,
  }: Partial<{
    resources: number;
    warnings: string[];
    total: number;
    ofFiles: number;
  }> = {},
): void {
  const stacks = changes.map((_, index) => ({
    name: `s${index + 1}`,
    resources,
    warnings: index === 0 ? warnings : [],
  }));
  const result = { stacks, changes: new Map(changes.map((change, index) => [`s${index + 1}`, change])) };
  reportSynthesis(result, { outdir: "cdktf.out", warnings: ofFiles, seconds: 1.26, total });
}

describe("reportSynthesis", () => {
  test("The last line sums up what was written.", () => {
    report(["unchanged", "unchanged"]);

    expect(printed.out).toEqual(["wrote cdktf.out: 2 stacks, 4 resources, 0 warnings, 1.3 s"]);
  });

  test("One of each is told in the singular.", () => {
    report(["unchanged"], { resources: 1, ofFiles: 1 });

    expect(printed.out).toEqual(["wrote cdktf.out: 1 stack, 1 resource, 1 warning, 1.3 s"]);
  });

  test("A selection is told with the number of all stacks.", () => {
    report(["unchanged"], { total: 7 });

    expect(printed.out).toEqual(["wrote cdktf.out: 1 of 7 stacks, 2 resources, 0 warnings, 1.3 s"]);
  });

  test("Stacks that changed are named with what became of them.", () => {
    report(["new", "changed", "unchanged", "removed"]);

    expect(printed.out.slice(0, -1)).toEqual(["new      s1", "changed  s2", "removed  s4"]);
  });

  test("Twenty changed stacks are named.", () => {
    report(Array<Change>(20).fill("new"));

    expect(printed.out.slice(19)).toEqual(["new      s20", expect.stringMatching(/^wrote/)]);
  });

  test("Of more than twenty changed stacks the rest is counted.", () => {
    report(Array<Change>(22).fill("new"));

    expect(printed.out.slice(19)).toEqual(["new      s20", "… and 2 more", expect.stringMatching(/^wrote/)]);
  });

  test("Warnings of constructs are printed and counted with those of the files.", () => {
    report(["new"], { warnings: ["s1/vnet: is small", "s1/nsg: is open"], ofFiles: 1 });

    expect(printed.err).toEqual(["warning s1/vnet: is small", "warning s1/nsg: is open"]);
    expect(printed.out.at(-1)).toContain(" 3 warnings,");
  });
});

describe("reportWarnings", () => {
  test("Each warning is one line.", () => {
    reportWarnings([problem({ severity: "warning" }), problem({ severity: "warning", message: "y" })]);

    expect(printed.err).toEqual(["warning platform.yaml:1:9 prefix: x", "warning platform.yaml:1:9 prefix: y"]);
  });
});

describe("reportFailure", () => {
  test("One problem of a file is one line, with a sum in the singular.", () => {
    reportFailure(new InvalidFiles([problem()]));

    expect(printed).toEqual({
      out: [],
      err: ["platform.yaml:1:9 prefix: x", "1 problem in 1 file; nothing was written"],
    });
  });

  test("Problems of several files are sorted and counted.", () => {
    reportFailure(new InvalidFiles([problem({ file: "tenants/a.yaml" }), problem({ line: 2 }), problem()]));

    expect(printed.err).toEqual([
      "platform.yaml:1:9 prefix: x",
      "platform.yaml:2:9 prefix: x",
      "tenants/a.yaml:1:9 prefix: x",
      "3 problems in 2 files; nothing was written",
    ]);
  });

  test("A warning beside problems is told as a warning and is not counted.", () => {
    reportFailure(new InvalidFiles([problem(), problem({ severity: "warning", file: "tenants/a.yaml" })]));

    expect(printed.err).toEqual([
      "warning tenants/a.yaml:1:9 prefix: x",
      "platform.yaml:1:9 prefix: x",
      "1 problem in 1 file; nothing was written",
    ]);
  });

  test("A mistake of usage is its message alone.", () => {
    reportFailure(new UsageError("TENANTS: there is no tenant x"));

    expect(printed.err).toEqual(["error TENANTS: there is no tenant x"]);
  });

  test("Findings of the check are one a line, with a sum and without how to see more.", () => {
    reportFailure(new CheckFailed(["tenant-acme is wrong", "tenant-globex is wrong"]));

    expect(printed.err).toEqual([
      "error tenant-acme is wrong",
      "error tenant-globex is wrong",
      "2 findings; nothing was written",
    ]);
  });

  test("Of more than twenty findings the rest is counted.", () => {
    reportFailure(new CheckFailed(Array.from({ length: 22 }, (_, index) => `finding ${index}`)));

    expect(printed.err.slice(19)).toEqual(["error finding 19", "… and 2 more", "22 findings; nothing was written"]);
  });

  test("Any other error is its message and how to see more.", () => {
    reportFailure(new Error("the disk is full"));

    expect(printed.err).toEqual([
      "error the disk is full",
      "nothing was written; CDKTF_STACKS=1 shows where in the code it happened",
    ]);
  });

  test("What is thrown and is no error is printed as text.", () => {
    reportFailure("out of order");

    expect(printed.err[0]).toBe("error out of order");
  });

  test("CDKTF_STACKS=1 adds the whole error.", () => {
    process.env.CDKTF_STACKS = "1";
    reportFailure(new Error("the disk is full"));

    expect(printed.err).toHaveLength(3);
  });

  test("The line of the progress is cleared on a terminal.", () => {
    const write = setTerminal(true);
    reportFailure(new UsageError("x"));

    expect(write.mock.calls).toEqual([["\r\u001b[K"]]);
  });
});

describe("showProgress", () => {
  test("A terminal shows the number and the name of each stack in one line, which the last one clears.", () => {
    const write = setTerminal(true);
    const show = showProgress(2);
    show("hub", 0);
    show("tenant-acme", 1);

    const lines = write.mock.calls.map(([text]) => stripVTControlCharacters(String(text)));
    expect(lines).toEqual(["\r1/2 hub", "\r2/2 tenant-acme\r"]);
  });

  test("A file or a pipe gets nothing.", () => {
    const write = setTerminal(false);
    showProgress(1)("hub", 0);

    expect(write).not.toHaveBeenCalled();
  });
});
