import { principals } from "../../lib/config/principals";
import { findings } from "./findings";

const ada = "5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65";
const grace = "6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76";

test("Groups and service principals are accepted.", () => {
  expect(findings(principals, [{ group: ada }, { servicePrincipal: grace }])).toEqual([]);
});

test("An entry that is neither is refused.", () => {
  expect(findings(principals, [{}])).toEqual(["[0]: needs one of group, servicePrincipal"]);
});

test("An entry that is both is refused.", () => {
  expect(findings(principals, [{ group: ada, servicePrincipal: grace }])).toEqual([
    "[0].servicePrincipal: cannot stand beside group; keep one of them",
  ]);
});

test("An id that is no GUID is refused.", () => {
  expect(findings(principals, [{ group: "data-scientists" }])).toEqual([
    '[0].group: "data-scientists" is not a GUID; use one such as "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60"',
  ]);
});

test("The same id twice is refused.", () => {
  expect(findings(principals, [{ group: grace }, { group: ada }, { group: ada }])).toEqual([
    `[2]: "${ada}" is already entry 2 of this list; remove one`,
  ]);
});

test("The same id as a group and as a service principal is refused.", () => {
  expect(findings(principals, [{ group: ada }, { servicePrincipal: ada }])).toEqual([
    `[1]: "${ada}" is already entry 1 of this list; remove one`,
  ]);
});

test.each([null, "x", 5, [], { group: null }, { group: 5 }, { group: [ada] }])(
  "%j twice is refused without throwing.",
  (entry) => {
    expect(findings(principals, [entry, entry])).toHaveLength(2);
  },
);
