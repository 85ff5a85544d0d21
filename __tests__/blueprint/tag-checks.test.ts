import { awsPlatform, awsTenant, platform, problemsOf, tenant } from "../support/files";

const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, "value"]));
const both = (tags: Record<string, string>) => platform({ tags, aws: awsPlatform().aws });

test("A platform on AWS takes as many tags as AWS does beside those of the project.", () => {
  expect(problemsOf(awsPlatform({ tags: numbered(44) }))).toEqual([]);
});

test("From one more on, tags on AWS are refused.", () => {
  expect(problemsOf(awsPlatform({ tags: numbered(45) }))).toEqual([
    "tags: has 45 tags; a resource of AWS takes 50, of which this project sets 6, so keep 44 at most",
  ]);
});

test("A platform on both clouds takes as many tags as the tighter of them.", () => {
  expect(problemsOf(both(numbered(9)))).toEqual([]);
  expect(problemsOf(both(numbered(10)))).toEqual([expect.stringContaining("a private DNS zone takes 15")]);
});

test.each(["acme:team", "Cost center", "1st", "büro", "a".repeat(128)])("On AWS a tag may be called %j.", (name) => {
  expect(problemsOf(awsPlatform({ tags: { [name]: "value" } }))).toEqual([]);
});

test.each(["aws:team", "AWS:team", "a&b", "a(b)", "a".repeat(129)])("On AWS a tag called %j is refused.", (name) => {
  expect(problemsOf(awsPlatform({ tags: { [name]: "value" } }))).toEqual([
    expect.stringContaining("is not a name that AWS takes for a tag; use up to 128 letters, digits, spaces"),
  ]);
});

test.each(["aws:team", "acme:team", "1st"])("On both clouds a tag called %j is refused once.", (name) => {
  expect(problemsOf(both({ [name]: "value" }))).toHaveLength(1);
});

test.each([
  [{ Tenant: "acme" }, "tenant, which this project sets"],
  [{ team: "a", Team: "b" }, "team"],
])("The tags %j are one tag to IAM, whose policies rest on them.", (tags, rival) => {
  expect(problemsOf(awsPlatform({ tags }))).toEqual([
    expect.stringMatching(new RegExp(`is the same tag to IAM as ${rival}; rename it$`)),
  ]);
});

test.each(["research", "R_D.:/=+-@ 1", "Forschung für alle"])("On AWS a tag may have the value %j.", (value) => {
  expect(problemsOf(awsPlatform({ tags: { unit: value } }))).toEqual([]);
});

test("On AWS a tag's value has nothing but what AWS takes.", () => {
  expect(problemsOf(awsPlatform({ tags: { unit: "R&D" } }))).toEqual([
    'tags.unit: "R&D" has "&", and becomes a tag on AWS; use letters, digits, spaces and any of _ . : / = + - @',
  ]);
  expect(problemsOf(awsPlatform({ tags: { unit: "aws:x" } }))).toEqual([
    expect.stringContaining('"aws:x" begins with "aws:", which AWS keeps for itself, and becomes a tag on AWS'),
  ]);
});

test("So have the fields of a tenant on AWS that become tags.", () => {
  expect(problemsOf(awsPlatform(), [awsTenant("acme", { owner: "o'hara@acme.example", costCenter: "R&D" })])).toEqual([
    expect.stringContaining(`owner: "o'hara@acme.example" has "'", and becomes a tag on AWS`),
    expect.stringContaining('costCenter: "R&D" has "&", and becomes a tag on AWS'),
  ]);
});

test("Azure takes any value.", () => {
  const acme = tenant("acme", { owner: "o'hara@acme.example", costCenter: "R&D" });

  expect(problemsOf(platform({ tags: { unit: "R&D" } }), [acme])).toEqual([]);
  expect(problemsOf(both({}), [acme])).toEqual([]);
});
