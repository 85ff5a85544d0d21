import { CONTROLS, type ControlId } from "../../lib/rules/controls";
import { RULES } from "../../lib/rules/rules";

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

test("Some rule names each control.", () => {
  const named = new Set<string>(RULES.flatMap(({ controls }) => controls));

  expect(Object.keys(CONTROLS).filter((id) => !named.has(id))).toEqual([]);
});

test.each([
  ["Security Hub", /, ([A-Z][A-Za-z0-9]*\.\d+)(?:;|$)/, ["FSBP", "Security Hub"]],
  ["CIS", /Benchmark [\d.]+: ([\d.]+)/, ["CIS Azure 3.0.0", "CIS Azure 5.0.0"]],
])("A rule whose source is a control of %s satisfies that control.", (_, inSource, benchmarks) => {
  const cited = RULES.flatMap((rule) => {
    const number = inSource.exec(rule.source)?.[1];
    return number === undefined ? [] : [{ rule, ids: benchmarks.map((name) => `${name} ${number}`) }];
  });

  expect(cited.length).toBeGreaterThan(0);
  expect(
    cited.filter(({ rule, ids }) => !rule.controls.some((id) => ids.includes(id))).map(({ rule }) => rule.id),
  ).toEqual([]);
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
