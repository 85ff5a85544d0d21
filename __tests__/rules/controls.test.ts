import { CONTROLS, type ControlId } from "../../lib/rules/controls";

/** Every control: "CIS AWS 5.0.0 2.1.4" is number "2.1.4" of "CIS AWS 5.0.0". */
const ALL = Object.entries(CONTROLS).map(([id, title]) => {
  const cut = id.lastIndexOf(" ");
  return { benchmark: id.slice(0, cut), number: id.slice(cut + 1), title };
});
const BENCHMARKS = [...new Set(ALL.map(({ benchmark }) => benchmark))];

function of(...benchmarks: string[]): typeof ALL {
  return ALL.filter(({ benchmark }) => benchmarks.includes(benchmark));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

test("Rules may name controls of MCSB, Security Hub and CIS, each in the versions that were read.", () => {
  expect(BENCHMARKS).toEqual(["MCSB", "FSBP", "Security Hub", "CIS AWS 5.0.0", "CIS Azure 3.0.0", "CIS Azure 5.0.0"]);
});

test("A control that is in FSBP has no second id under Security Hub.", () => {
  expect(repeated(of("FSBP", "Security Hub").map(({ number }) => number))).toEqual([]);
});

test("A misspelt id is no control, and does not compile.", () => {
  // @ts-expect-error: network security ends at NS-10.
  const misspelt: ControlId = "MCSB NS-99";

  expect(CONTROLS).not.toHaveProperty([misspelt]);
});

describe.each(BENCHMARKS)("The controls of %s", (benchmark) => {
  test("stand in the order of their numbers.", () => {
    const numbers = of(benchmark).map(({ number }) => number);

    expect(numbers).toEqual(numbers.toSorted(new Intl.Collator("en", { numeric: true }).compare));
  });

  test("have each a title of their own.", () => {
    expect(repeated(of(benchmark).map(({ title }) => title))).toEqual([]);
  });
});
