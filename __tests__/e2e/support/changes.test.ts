import { isMap } from "yaml";
import { changeFirst, type Changes, mostChangeable, withChanges } from "../../../e2e/support/changes";
import type { UserFiles } from "../../../e2e/support/files";

const files = (tenants: Record<string, string>): UserFiles => ({
  platform: "",
  tenants: new Map(Object.entries(tenants)),
});

const CHANGES: Changes = {
  section: "aws",
  list: [
    {
      what: "the first notebook",
      make: (aws) =>
        changeFirst(aws, "notebooks", (notebook) => {
          notebook.set("size", 2);
        }),
    },
    {
      what: "the budget",
      make(aws) {
        aws.set("budget", 1);
        return isMap(aws);
      },
    },
  ],
};

describe("a tenant", () => {
  test("is changed in every way that its file allows, and no other tenant is.", () => {
    const before = files({ a: "aws: { notebooks: [{ size: 1 }] }\n", b: "aws: {}\n" });
    const { files: after, what } = withChanges(before, "a", CHANGES);

    expect(what).toEqual(["the first notebook", "the budget"]);
    expect(after.tenants.get("a")).toBe("aws: { notebooks: [ { size: 2 } ], budget: 1 }\n");
    expect(after.tenants.get("b")).toBe(before.tenants.get("b"));
  });

  test("is not changed in what its file does not have.", () => {
    expect(withChanges(files({ a: "aws: {}\n" }), "a", CHANGES).what).toEqual(["the budget"]);
  });
});

test("The tenant that is changed is the one whose file allows the most.", () => {
  const some = files({ a: "aws: {}\n", b: "aws: { notebooks: [{}] }\n", c: "aws: { notebooks: [{}] }\n" });

  expect(mostChangeable(some, CHANGES)).toBe("b");
  expect(mostChangeable(files({}), CHANGES)).toBeUndefined();
});
