import { z } from "zod";
import { across, exactlyOneOf, uniqueBy, uniqueOn, valueAt } from "../../lib/config/cross-checks";
import { findings } from "./findings";

/** What a file may have in the place of anything. */
const anything: unknown[] = [null, true, 0, "", "name", [], [null], [[]], {}, { name: null }];

describe("valueAt", () => {
  test("The value of a key of a map is found.", () => {
    expect(valueAt({ a: 1 }, "a")).toBe(1);
  });

  test.each([undefined, null, "text", 5, true, ["a"]])("%j has no keys.", (value) => {
    expect(valueAt(value, "length")).toBeUndefined();
  });
});

describe("across", () => {
  const schema = across(z.strictObject({ low: z.int().default(1), high: z.int() }), ({ low, high }) =>
    Number(low) > Number(high) ? [{ path: ["high"], message: "is below low" }] : [],
  );

  test("Fields that fit together are accepted.", () => {
    expect(findings(schema, { low: 1, high: 2 })).toEqual([]);
  });

  test("Fields that do not fit together are told.", () => {
    expect(findings(schema, { low: 3, high: 2 })).toEqual(["high: is below low"]);
  });

  test("The check sees the defaults.", () => {
    expect(findings(schema, { high: 0 })).toEqual(["high: is below low"]);
  });

  test("The check runs beside problems of single fields and unknown keys.", () => {
    expect(findings(schema, { low: "3", high: 2, more: 1 })).toContain("high: is below low");
  });

  test.each([null, undefined, 1, "x", true, [1]])("The check does not run on %j.", (value) => {
    expect(findings(schema, value)).not.toContain("high: is below low");
  });
});

describe("exactlyOneOf", () => {
  const schema = exactlyOneOf(
    z.strictObject({ name: z.string().optional(), group: z.string().optional(), user: z.string().optional() }),
    ["group", "user"],
  );

  test("One of the keys is accepted.", () => {
    expect(findings(schema, { name: "x", user: "y" })).toEqual([]);
  });

  test("None of the keys is told with all of them.", () => {
    expect(findings(schema, { name: "x" })).toEqual(["needs one of group, user"]);
  });

  test("Two of the keys are told at the second.", () => {
    expect(findings(schema, { group: "x", user: "y" })).toEqual(["user: cannot stand beside group; keep one of them"]);
  });

  test("A misspelt key is told once, as an unknown key.", () => {
    expect(findings(schema, { gruop: "x" })).not.toContain("needs one of group, user");
  });

  test("An unknown key that is none of them misspelt is told beside the missing one.", () => {
    expect(findings(schema, { colour: "x" })).toContain("needs one of group, user");
  });

  test.each(anything)("%j does not make it throw.", (value) => {
    expect(findings(schema, value).length).toBeGreaterThan(0);
  });
});

describe("uniqueBy", () => {
  const schema = uniqueBy(z.array(z.strictObject({ name: z.string() })), "name");

  test("Entries that differ are accepted.", () => {
    expect(findings(schema, [{ name: "a" }, { name: "A" }])).toEqual([]);
  });

  test("Each later entry of the same text is told with the number of the first.", () => {
    expect(findings(schema, [{ name: "b" }, { name: "a" }, { name: "a" }, { name: "a" }])).toEqual([
      '[2].name: "a" is already used by entry 2 of this list; use another',
      '[3].name: "a" is already used by entry 2 of this list; use another',
    ]);
  });

  test("Names that JavaScript gives a meaning to are ordinary.", () => {
    expect(findings(schema, [{ name: "constructor" }, { name: "toString" }])).toEqual([]);
  });

  test("Entries that are alike but not right are not told as duplicates.", () => {
    expect(findings(schema, [{ name: 1 }, { name: 1 }]).join()).not.toContain("already");
  });

  test.each(anything)("Entries %j do not make it throw.", (entry) => {
    expect(findings(schema, [entry, entry]).length).toBeGreaterThan(0);
  });
});

describe("uniqueOn", () => {
  const schema = uniqueOn(
    z.array(z.string()),
    (entry) => (typeof entry === "string" ? entry.toLowerCase() : undefined),
    (text, { first, index }) => ({ path: [index], message: `${text} is entry ${first}` }),
  );

  test("Entries are compared by the text that the function gives.", () => {
    expect(findings(schema, ["a", "b", "A"])).toEqual(["[2]: a is entry 1"]);
  });

  test("Duplicates are told beside entries that are wrong.", () => {
    expect(findings(schema, [1, "a", "a"])).toContain("[2]: a is entry 2");
  });
});
