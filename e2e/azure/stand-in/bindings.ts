import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attribute, Block, NestedBlock, ValueType } from "./schema";

/**
 * The schemas of a provider, read out of its pinned bindings. CDKTF's generator writes what the provider's own schema says
 * about each argument as a comment into the TypeScript that it generates, and that TypeScript is in the source maps of
 * the package:
 *
 *     // subnet_id - computed: false, optional: false, required: true
 */
export class Bindings {
  private readonly lib: string;
  private readonly derived = new Map<string, Block | undefined>();

  /** @param name the provider's short name, as in `azurerm` */
  constructor(private readonly name: string) {
    this.lib = join(require.resolve(`@cdktf/provider-${name}/package.json`), "../lib");
  }

  /** The schema of the provider's own settings. */
  provider(): Block {
    const { attributes, blocks } = blockOf(this.source("provider"), "TerraformProvider");
    // The alias is Terraform's, not the provider's.
    return { attributes: attributes.filter(({ name }) => name !== "alias"), blocks };
  }

  /** The schema of a type of resource; undefined when the bindings do not have it. */
  resource(type: string): Block | undefined {
    if (!this.derived.has(type)) this.derived.set(type, this.derive(type));
    return this.derived.get(type);
  }

  private derive(type: string): Block | undefined {
    const base = type.slice(this.name.length + 1).replaceAll("_", "-");
    // A name that JavaScript or the generator needs itself gets an ending or the provider's name.
    const folder = [base, `${base}-resource`, `${this.name}-${base}`].find((each) =>
      existsSync(join(this.lib, each, "index.js")),
    );
    const source = folder === undefined ? "" : this.source(folder);
    return source.includes(`tfResourceType = "${type}"`) ? blockOf(source, "TerraformResource") : undefined;
  }

  /** The TypeScript that a folder of the package was generated as. */
  private source(folder: string): string {
    const path = join(this.lib, folder);
    const scripts = readdirSync(path).filter((file) => file.endsWith(".js"));
    return scripts.flatMap((file) => sourcesOf(readFileSync(join(path, file), "utf8"))).join("\n");
  }
}

function sourcesOf(script: string): string[] {
  const [, map] = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(script) ?? [];
  if (map === undefined) return [];
  return (JSON.parse(Buffer.from(map, "base64").toString("utf8")) as { sourcesContent: string[] }).sourcesContent;
}

/** The block of the one class of a generated file that extends a class of CDKTF. */
export function blockOf(source: string, base: "TerraformProvider" | "TerraformResource"): Block {
  const start = source.search(new RegExp(`export class \\w+ extends cdktf\\.${base} `));
  if (start < 0) throw new Error(`no class extends ${base}`);
  return new Generated(source).block(
    source.slice(start),
    /synthesizeHclAttributes\(\)[^]*?const attrs = \{\n([^]*?)\n {4}\};/,
  );
}

type Flags = Pick<Attribute, "required" | "optional" | "computed">;

/** How an argument is written: what `synthesizeHclAttributes` says about it. */
interface Written {
  readonly name: string;
  /** The function that writes its block, without `ToHclTerraform`; undefined for a plain value. */
  readonly struct?: string;
  /** `simple`, `list`, `set`, `map` or `struct`. */
  readonly kind: string;
  /** The type of its values, as in `stringList`. */
  readonly storage: string;
}

/** A generated file. */
class Generated {
  constructor(private readonly source: string) {}

  /**
   * The block of a class.
   *
   * @param code the class, from its beginning
   * @param entries finds how its arguments are written
   * @param interfaceName the interface of its values, for what the class itself says nothing about
   */
  block(code: string, entries: RegExp, interfaceName = ""): Block {
    const written = writtenIn(entries.exec(code)?.[1] ?? "");
    const said = membersOf(code);
    const attributes: Attribute[] = [];
    const blocks: NestedBlock[] = [];
    for (const { name, struct, kind, storage } of written) {
      const flags = said.get(name)?.flags ?? this.flagsOfProperty(interfaceName, name);
      if (struct === undefined) {
        attributes.push({ name, type: plainType(kind, storage), ...flags });
        continue;
      }
      const block = this.struct(struct);
      // Only attributes can be computed: a block that is, is an attribute that is written like a block.
      if (flags.computed) {
        attributes.push({ name, type: objectsType(kind, block), ...flags });
        continue;
      }
      const nesting = kind === "struct" ? "SINGLE" : kind === "set" ? "SET" : "LIST";
      const single = nesting === "SINGLE";
      const one = said.get(name)?.type.endsWith("OutputReference") === true;
      blocks.push({ name, nesting, min: !single && flags.required ? 1 : 0, max: !single && one ? 1 : 0, block });
    }
    const given = new Set(written.map(({ name }) => name));
    for (const [name, { flags, type }] of said) {
      if (!given.has(name)) attributes.push({ name, type: this.readType(type), ...flags });
    }
    return { attributes, blocks };
  }

  /** The block that a struct of a name is the value of. */
  private struct(name: string): Block {
    const written = new RegExp(`export function ${name}ToHclTerraform\\([^]*?\\n\\}\\n`).exec(this.source)?.[0] ?? "";
    const className = name.charAt(0).toUpperCase() + name.slice(1);
    // The class follows the functions; what a provider's own settings are nested in has none.
    const code = this.classCode(`${className}OutputReference`);
    return this.block(`${written}\n${code}`, /const attrs[^]*?= \{\n([^]*?)\n {2}\};/, className);
  }

  private classCode(name: string): string {
    return new RegExp(`export class ${name} extends [^]*?\\n\\}\\n`).exec(this.source)?.[0] ?? "";
  }

  /** The type of what can only be read, by how it is read. */
  private readType(read: string): ValueType {
    const [, className, wrapped, collection] = /^(\w+?)(List|Map)?:(.*)$/.exec(read) ?? [];
    if (className === undefined) return READ[read] ?? "dynamic";
    const members = membersOf(this.classCode(`${className}OutputReference`));
    const type: ValueType = [
      "object",
      Object.fromEntries([...members].map(([name, member]) => [name, this.readType(member.type)])),
    ];
    if (wrapped === "Map") return ["map", type];
    return [collection === "true" ? "set" : "list", type];
  }

  /** Whether a property of an interface may be left out. */
  private flagsOfProperty(interfaceName: string, name: string): Flags {
    const body = new RegExp(`export interface ${interfaceName} [^]*?\\n\\}\\n`).exec(this.source)?.[0] ?? "";
    const required = new RegExp(`readonly ${camelCase(name)}: `).test(body);
    return { required, optional: !required, computed: false };
  }
}

/** How values are read that are not objects, by the method that reads them. */
const READ: Readonly<Record<string, ValueType>> = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  "cdktf.StringMap": ["map", "string"],
  "cdktf.NumberMap": ["map", "number"],
  "cdktf.BooleanMap": ["map", "bool"],
  "cdktf.Fn.tolist(this.getListAttribute": ["set", "string"],
  "cdktf.Fn.tolist(this.getNumberListAttribute": ["set", "number"],
};

const SIMPLE: Readonly<Record<string, ValueType>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  any: "dynamic",
};

function plainType(kind: string, storage: string): ValueType {
  const type = SIMPLE[storage.replace(/(List|Map)$/, "")] ?? "dynamic";
  if (kind !== "list" && kind !== "set" && kind !== "map") return type;
  return [kind, type];
}

/** The type of an attribute that is written like blocks. */
function objectsType(kind: string, block: Block): ValueType {
  const own = block.attributes.map(({ name, type }) => [name, type as ValueType] as const);
  const nested = block.blocks.map((each) => [each.name, objectsType(each.nesting.toLowerCase(), each.block)] as const);
  return [kind === "set" ? "set" : "list", ["object", Object.fromEntries([...own, ...nested])]];
}

function writtenIn(entries: string): Written[] {
  return [...entries.matchAll(/^ *'?(\w+)'?: \{\n([^]*?)\n *\},?$/gm)].map(([, name = "", body = ""]) => {
    const [, struct] = /(?<![.\w])(\w+)ToHclTerraform\b/.exec(body) ?? [];
    const [, kind = ""] = /\btype: "(\w+)"/.exec(body) ?? [];
    const [, storage = ""] = /storageClassType: "(\w+)"/.exec(body) ?? [];
    return { name, kind, storage, ...(struct === undefined ? {} : { struct }) };
  });
}

/** What a class says about its members, in the order in which it does, and how they are read. */
function membersOf(code: string): Map<string, { flags: Flags; type: string }> {
  const said = /^ *\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n([^]*?)\n {2}\}/gm;
  return new Map(
    [...code.matchAll(said)].map(([, name = "", computed, optional, required, body = ""]) => {
      const [, nested, set] = /= new ([\w.]+)\(this, "\w+"(?:, (\w+))?\)/.exec(body) ?? [];
      const [, read] = /return (?:this\.)?([\w.]+(?:\(this\.\w+)?)\(/.exec(body) ?? [];
      const flags = { computed: computed === "true", optional: optional === "true", required: required === "true" };
      const list = nested !== undefined && /^\w+(List|Map)$/.test(nested);
      return [name, { flags, type: list ? `${nested}:${set ?? ""}` : (nested ?? read ?? "") }];
    }),
  );
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
