import fc from "fast-check";
import { scaling } from "../../lib/config/scaling";
import { findings } from "./findings";

test("A file need only say the most instances.", () => {
  expect(scaling.parse({ max: 5 })).toEqual({ min: 2, max: 5, cpu: { outAbove: 70, inBelow: 30 } });
});

test.each([
  { min: 1, max: 50 },
  { min: 3, max: 3 },
  { max: 2, cpu: { outAbove: 60, inBelow: 20 } },
])("%j is accepted.", (value) => {
  expect(findings(scaling, value)).toEqual([]);
});

test("Less than the fewest instances is refused as the most, also when the fewest are the default.", () => {
  expect(findings(scaling, { max: 1 })).toEqual(["max: 1 is less than min, which is 2; use 2 or more"]);
});

test.each([0, 51, 2.5])("%d instances are refused.", (count) => {
  expect(findings(scaling, { min: count, max: 50 })).toContainEqual(expect.stringMatching(/^min: /));
});

test("Bounds between which the number of instances would swing are refused with what would happen.", () => {
  expect(findings(scaling, { max: 5, cpu: { outAbove: 70, inBelow: 60 } })).toEqual([
    "cpu.inBelow: 60 is too near to outAbove, which is 70: when 3 instances become 2, the load of each rises from 60 to 90 percent; use 46 or less, or a higher outAbove",
  ]);
});

test("Bounds that leave nothing below them are refused without a number to use.", () => {
  expect(findings(scaling, { min: 1, max: 5, cpu: { outAbove: 2, inBelow: 1 } })).toEqual([
    expect.stringMatching(/; use a higher outAbove$/),
  ]);
});

test("Whatever bounds are accepted, removing an instance never calls for another at once.", () => {
  const percent = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 49 }), percent, percent, (min, outAbove, inBelow) => {
      const accepted = findings(scaling, { min, max: 50, cpu: { outAbove, inBelow } }).length === 0;
      const loadAfterwards = (inBelow * (min + 1)) / min;
      expect(accepted).toBe(loadAfterwards < outAbove);
    }),
  );
});

test.each([null, "x", 5, [], {}, { max: "5" }, { min: null, max: 5, cpu: [] }, { max: 5, cpu: { outAbove: "x" } }])(
  "%j is refused without throwing.",
  (value) => {
    expect(findings(scaling, value).length).toBeGreaterThan(0);
  },
);
