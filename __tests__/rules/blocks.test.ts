import { labelled, maps, valuesAt } from "../../lib/rules/blocks";

describe("valuesAt", () => {
  test.each([
    ["a", { a: 1 }, [{ argument: "a", value: 1 }]],
    ["a", { a: [1, 2] }, [{ argument: "a", value: [1, 2] }]],
    ["a.b", { a: { b: false } }, [{ argument: "a.b", value: false }]],
    ["a.b", { a: [{ b: 1 }] }, [{ argument: "a.b", value: 1 }]],
    [
      "a.b",
      { a: [{ b: 1 }, {}] },
      [
        { argument: "a[0].b", value: 1 },
        { argument: "a[1].b", value: undefined },
      ],
    ],
    ["a.b", {}, [{ argument: "a", value: undefined, sought: "a.b" }]],
    ["a.b", { a: [] }, [{ argument: "a", value: undefined, sought: "a.b" }]],
    ["a.b?.c", { a: null }, [{ argument: "a", value: undefined, sought: "a.b.c" }]],
    ["a.b", { a: "text" }, [{ argument: "a.b", value: undefined }]],
    ["a?.b", {}, []],
    ["a?.b", { a: [] }, []],
    ["a?.b", { a: {} }, [{ argument: "a.b", value: undefined }]],
    ["constructor", {}, [{ argument: "constructor", value: undefined }]],
  ])("%s of %j", (argument, content, places) => {
    expect(valuesAt(content, argument)).toEqual(places);
  });
});

test("The maps of a block are found in lists within lists.", () => {
  expect(maps([[{ a: 1 }], { b: 2 }, "x", null])).toEqual([{ a: 1 }, { b: 2 }]);
});

test("The entries of several maps come one after another.", () => {
  expect(labelled([{ a: 1 }, { b: 2 }])).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
});

test("Lists that stand deeper than any of Terraform's are read to an end.", () => {
  let nested: unknown = {};
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];

  expect(maps(nested)).toEqual([]);
});
