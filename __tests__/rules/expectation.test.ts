import { absent, atLeast, atMost, is, matching, noneOf, oneOf, present, refersTo } from "../../lib/rules/expectation";

const EXPECTATIONS = {
  "is(false)": is(false),
  "is(2)": is(2),
  'is("2")': is("2"),
  oneOf: oneOf(["TLS1_2", "TLS1_3"]),
  noneOf: noneOf(["*"], "a"),
  atLeast: atLeast(90),
  atMost: atMost(90),
  present: present("a"),
  absent: absent("a"),
  matching: matching(/^PT\d+S$/, "must be a duration", { right: "PT5S", wrong: "5s" }),
  refersTo: refersTo(["aws_kms_key"], "arn"),
};

test.each(Object.entries(EXPECTATIONS))(
  "%s holds for its own right value and not for its wrong one.",
  (_, expected) => {
    expect([expected.holds(expected.right), expected.holds(expected.wrong)]).toEqual([true, false]);
  },
);

test.each([
  ["is(false)", "false", true],
  ["is(false)", "${var.x}", false],
  ["is(false)", null, false],
  ["is(2)", "2", true],
  ['is("2")', 2, false],
  ["oneOf", "tls1_2", false],
  ["atLeast", "365", true],
  ["atLeast", "${var.days}", false],
  ["atLeast", "", false],
  ["present", [], false],
  ["present", false, true],
  ["absent", {}, true],
  ["refersTo", "${aws_kms_key.a.arn}", true],
  ["refersTo", "${aws_kms_key_policy.a.arn}", false],
  ["refersTo", "arn:aws:kms:eu-central-1:1:key/a", false],
] as const)("%s of %j: %s", (name, value, holds) => {
  expect(EXPECTATIONS[name].holds(value)).toBe(holds);
});
