import { addressRange, email, guid, identifier, line, location, resourceGroup } from "../../lib/config/fields";
import { findings } from "./findings";

describe("identifier", () => {
  const schema = identifier({ min: 3, max: 16 });

  test.each(["acme", "acme-eu", "a1-b2-c3", "a".repeat(16)])("%s is accepted.", (value) => {
    expect(findings(schema, value)).toEqual([]);
  });

  const notAName = "is not a name of lower-case letters, digits and single hyphens that begins with a letter";
  test.each<[value: string, finding: string]>([
    ["Churn", '"Churn" has upper-case letters; use "churn"'],
    ["acme--eu", `"acme--eu" ${notAName}; use "acme-eu"`],
    ["acme-", `"acme-" ${notAName}; use "acme"`],
    ["Acme Corp.", `"Acme Corp." ${notAName}; use "acme-corp"`],
    ["1acme", `"1acme" ${notAName}; use one such as "churn" or "acme-eu"`],
    ["ab", '"ab" has 2 characters; use 3 at least'],
    ["a".repeat(17), `"${"a".repeat(17)}" has 17 characters; use 16 at most`],
    ["аcme", '"аcme" has the character "а" U+0430, which is not ASCII; use one such as "churn" or "acme-eu"'],
  ])("%j is refused with the fix.", (value, finding) => {
    expect(findings(schema, value)).toEqual([finding]);
  });
});

describe("line", () => {
  test.each(["A", "Acme GmbH & Co. KG", "株式会社", "x".repeat(256)])("%s is accepted.", (value) => {
    expect(findings(line(), value)).toEqual([]);
  });

  const wanted = "text on one line that neither begins nor ends with a space";
  test.each<[value: string, finding: string]>([
    ["", `"" is empty; use ${wanted}`],
    [" ", `" " is not one line of text; use ${wanted}`],
    [" Acme", '" Acme" has spaces around it; use "Acme"'],
    ["Acme\nGmbH\n", '"Acme\\nGmbH\\n" is not one line of text; use "Acme GmbH"'],
    ["x".repeat(257), `"${"x".repeat(60)}…" has 257 characters; use 256 at most`],
  ])("%j is refused with the fix.", (value, finding) => {
    expect(findings(line(), value)).toEqual([finding]);
  });
});

describe("guid", () => {
  test("A GUID in lower case is accepted.", () => {
    expect(findings(guid(), "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60")).toEqual([]);
  });

  const lower = "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60";
  test.each<[value: string, finding: string]>([
    [lower.toUpperCase(), `"${lower.toUpperCase()}" has upper-case letters; use "${lower}"`],
    [`{${lower}}`, `"{${lower}}" is not a GUID; use "${lower}"`],
    ["acme", `"acme" is not a GUID; use one such as "${lower}"`],
    [
      "3f0c5a1e8f5e4a639a570d4c2b1e7f60",
      `"3f0c5a1e8f5e4a639a570d4c2b1e7f60" is not a GUID; use one such as "${lower}"`,
    ],
    [
      "00000000-0000-0000-0000-000000000000",
      '"00000000-0000-0000-0000-000000000000" is the nil GUID; use the real one',
    ],
  ])("%j is refused with the fix.", (value, finding) => {
    expect(findings(guid(), value)).toEqual([finding]);
  });
});

describe("email", () => {
  test.each(["ml@acme.example", "first.last+ml@sub.acme.example", "jürgen@müller.example"])(
    "%s is accepted.",
    (value) => {
      expect(findings(email(), value)).toEqual([]);
    },
  );

  test.each<[value: string, finding: string]>([
    ["bob", '"bob" is not an e-mail address; use one such as "ml@acme.example"'],
    ["jürgen", '"jürgen" is not an e-mail address; use one such as "ml@acme.example"'],
    ["bob@acme", '"bob@acme" is not an e-mail address; use one such as "ml@acme.example"'],
    ["a@b@acme.example", '"a@b@acme.example" is not an e-mail address; use one such as "ml@acme.example"'],
    ["Bob <bob@acme.example>", '"Bob <bob@acme.example>" is not an e-mail address; use "bob@acme.example"'],
    ["bob@acme.example ", '"bob@acme.example " has spaces around it; use "bob@acme.example"'],
  ])("%j is refused with the fix.", (value, finding) => {
    expect(findings(email(), value)).toEqual([finding]);
  });

  test("An address over 254 characters is refused.", () => {
    expect(findings(email(), `${"a".repeat(250)}@b.example`)).toEqual([
      `"${"a".repeat(60)}…" has 260 characters; use 254 at most`,
    ]);
  });
});

describe("location", () => {
  test.each(["westeurope", "eastus2"])("%s is accepted.", (value) => {
    expect(findings(location(), value)).toEqual([]);
  });

  test.each<[value: string, finding: string]>([
    ["West Europe", '"West Europe" is not the short name of an Azure region; use "westeurope"'],
    ["eu-central-1", '"eu-central-1" is not the short name of an Azure region; use one such as "westeurope"'],
    ["2", '"2" is not the short name of an Azure region; use one such as "westeurope"'],
  ])("%j is refused with the fix.", (value, finding) => {
    expect(findings(location(), value)).toEqual([finding]);
  });
});

describe("resourceGroup", () => {
  test.each(["rg", "My_Group-1.(x)", "x".repeat(90)])("%s is accepted.", (value) => {
    expect(findings(resourceGroup(), value)).toEqual([]);
  });

  test.each(["rg.", "a b", "a/b", "x".repeat(91)])("%j is refused.", (value) => {
    expect(findings(resourceGroup(), value)).toHaveLength(1);
  });
});

describe("addressRange", () => {
  const schema = addressRange({ shortest: 16, longest: 27 });

  test.each(["10.20.0.0/16", "10.20.8.0/27"])("%s is accepted.", (value) => {
    expect(findings(schema, value)).toEqual([]);
  });

  test.each<[value: string, finding: string]>([
    ["10.0.0.0/15", '"10.0.0.0/15" is too large; use a range from /16 to /27'],
    ["10.20.8.0/28", '"10.20.8.0/28" is too small; use a range from /16 to /27'],
    ["10.20.8.1/24", '"10.20.8.1/24" has host bits set; use "10.20.8.0/24", the range that holds this address'],
  ])("%s is refused with the fix.", (value, finding) => {
    expect(findings(schema, value)).toEqual([finding]);
  });
});
