import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { jsonSchemas, schemaText } from "../../lib/config/json-schema";
import { platform, SAMPLE, sharedTenant, tenant } from "../support/files";
import { isValid, type JsonSchema } from "./json-schema-validator";

const folder = join(__dirname, "../../schema");
const { "platform.schema.json": platformSchema = {}, "tenant.schema.json": tenantSchema = {} } = jsonSchemas();

/** All maps of a schema, by where they stand. */
function maps(schema: JsonSchema, at: string): [where: string, map: JsonSchema][] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => maps(value, `${at}.${key}`));
  const others = [schema.items, schema.additionalProperties].filter((other) => typeof other === "object");
  const rest = others.flatMap((other) => maps(other, `${at}[]`));
  return [...(schema.type === "object" ? [[at, schema] as [string, JsonSchema]] : []), ...inner, ...rest];
}

const allMaps = [...maps(platformSchema, "platform"), ...maps(tenantSchema, "tenant")];

test("The committed schemas are those of the code; if they are not, run `npm run schema`.", () => {
  const committed = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const generated = Object.fromEntries(
    Object.entries(jsonSchemas()).map(([name, schema]) => [name, schemaText(schema)]),
  );

  expect(committed).toEqual(generated);
});

test("A schema ends in one line break.", () => {
  expect(schemaText({})).toBe("{}\n");
});

test.each(allMaps)("Every property of %s has a description of one sentence or more.", (_, { properties = {} }) => {
  const described = Object.entries(properties).filter(([, { description }]) => /^\S.*\.$/.test(description ?? ""));

  expect(described.map(([key]) => key)).toEqual(Object.keys(properties));
});

test.each(allMaps.filter(([, { properties }]) => properties !== undefined))("%s takes no unknown keys.", (_, map) => {
  expect(map.additionalProperties).toBe(false);
});

describe("A file is valid in an editor:", () => {
  test("the sample platform.", () => {
    expect(isValid(parse(readFileSync(SAMPLE.platform, "utf8")), platformSchema)).toBe(true);
  });

  test.each(readdirSync(SAMPLE.tenants))("the sample tenant %s.", (name) => {
    expect(isValid(parse(readFileSync(join(SAMPLE.tenants, name), "utf8")), tenantSchema)).toBe(true);
  });
});

describe("A file is marked in an editor:", () => {
  test.each<[title: string, content: object]>([
    ["an unknown key", platform({ color: "red" })],
    ["a missing key", platform({ prefix: undefined })],
    ["two backends", platform({ backend: { local: {}, cloud: { organization: "acme" } } })],
    ["no deployers", platform({ azure: { deployers: [] } })],
    ["a tag that is no text", platform({ tags: { unit: 5 } })],
    ["a limit of 0", platform({ azure: { limits: { peeringsPerNetwork: 0 } } })],
  ])("a platform with %s.", (_, content) => {
    expect(isValid(JSON.parse(JSON.stringify(content)), platformSchema)).toBe(false);
  });

  test.each<[title: string, content: object]>([
    ["a name in upper case", tenant("Acme")],
    ["a name that is too long", tenant("acme-corporation1")],
    ["a rule without a kind", tenant("acme", { azure: { outbound: [{ name: "pypi" }] } })],
    ["the host *", tenant("acme", { azure: { outbound: [{ name: "pypi", fqdn: "*" }] } })],
    ["the service tag Internet", tenant("acme", { azure: { outbound: [{ name: "any", serviceTag: "Internet" }] } })],
    ["ports in words", tenant("acme", { azure: { outbound: [{ name: "sql", serviceTag: "Sql", ports: "https" }] } })],
    ["a principal that is a name", tenant("acme", { azure: { access: { scorers: ["ada"] } } })],
  ])("a tenant with %s.", (_, content) => {
    expect(isValid(JSON.parse(JSON.stringify(content)), tenantSchema)).toBe(false);
  });

  test("nothing of a tenant as small as it can be.", () => {
    expect(isValid(JSON.parse(JSON.stringify(tenant("acme"))), tenantSchema)).toBe(true);
    expect(isValid(JSON.parse(JSON.stringify(sharedTenant("globex"))), tenantSchema)).toBe(true);
  });
});
