import { type BrokenFile, inAcme, inGlobex, inPlatform, written } from "./broken-file";

const ACME = "tenants/acme.yaml";
const literal = "would be evaluated by Terraform; files hold literal values only";
const tooDeep = "is nested deeper than 32 levels";

/** Files that are no YAML, or use parts of it that hide what a file says. */
export const SYNTAX: readonly BrokenFile[] = [
  {
    name: "A quote is not closed.",
    breakIn: inAcme('"4711"', '"4711'),
    expected: [`${ACME}:4:13: a text in quotes is not closed; add a closing "`],
  },
  {
    name: "A bracket closes nothing.",
    breakIn: inGlobex("[{ name: fraud }]", "]"),
    expected: ['tenants/globex.yaml:8:14: this "]" closes nothing; remove it, or put the value in quotes'],
  },
  {
    name: "A line is indented with a tab.",
    breakIn: inAcme("  endpoints:", "\tendpoints:"),
    expected: [`${ACME}:8:1: a tab is used for indentation; use spaces`],
  },
  {
    name: "A line is indented otherwise than those above.",
    breakIn: inAcme("  endpoints:", " endpoints:"),
    expected: [
      `${ACME}:8:1: the indentation does not match the lines above`,
      `${ACME}:11:1: the indentation does not match the lines above`,
      `${ACME}:19:1: the indentation does not match the lines above`,
    ],
  },
  {
    name: "Text with a colon has no quotes.",
    breakIn: inAcme("Acme GmbH", "Acme: GmbH"),
    expected: [`${ACME}:2:14: a second ": " on one line; put the value in quotes, or correct the indentation below it`],
  },
  {
    name: "A key has no colon.",
    breakIn: inAcme("owner: ml", "owner ml"),
    expected: [`${ACME}:3:1: this is not a "key: value" pair; a key needs a colon and a space, on one line`],
  },
  { name: "The file is empty.", breakIn: written(ACME, ""), expected: [`${ACME}:1:1: the file is empty`] },
  {
    name: "The file has comments only.",
    breakIn: written(ACME, "# acme comes next week\n"),
    expected: [`${ACME}:1:1: the file is empty`],
  },
  {
    name: "The file has two documents.",
    breakIn: inAcme("azure:\n", "---\nazure:\n"),
    expected: [`${ACME}:5:1: a second document starts here; write one file for each`],
  },
  {
    name: "The file is a list.",
    breakIn: written(ACME, "- tenant: acme\n"),
    expected: [`${ACME}:1:1: the file must be a map of keys, got a list`],
  },
  {
    name: "The file is text.",
    breakIn: written(ACME, "acme\n"),
    expected: [`${ACME}:1:1: the file must be a map of keys, got "acme"`],
  },
  {
    name: "A value is an alias of an anchor.",
    breakIn: inAcme("displayName: Acme GmbH\nowner: ml@acme.example", "displayName: &name Acme\nowner: *name"),
    expected: [
      `${ACME}:2:14: "&name" is an anchor: anchors are not supported; remove it, or put it in quotes if it is text`,
      `${ACME}:3:8: "*name" is an alias: aliases are not supported; write the value out, or put it in quotes if it is text`,
    ],
  },
  {
    name: "A value has a tag.",
    breakIn: inAcme('"4711"', "!!str 4711"),
    expected: [`${ACME}:4:13: "!!str" is a tag: tags are not supported; remove it, or put it in quotes if it is text`],
  },
  {
    name: "A directive asks for another YAML.",
    breakIn: inAcme("tenant: acme\n", "%YAML 1.1\n---\ntenant: acme\n"),
    expected: [`${ACME}:1:1: "%YAML 1.1" is a directive: directives are not supported; remove the line`],
  },
  {
    name: "A merge key takes over other keys.",
    breakIn: inAcme("{ name: churn }", "{ <<: { name: churn } }"),
    expected: [`${ACME}:9:9 azure.endpoints[0]: merge keys (<<) are not supported; write the keys out`],
  },
  {
    name: "A key comes twice.",
    breakIn: inAcme("owner:", "displayName: Acme\nowner:"),
    expected: [`${ACME}:3:1: the key "displayName" is already set on line 2`],
  },
  {
    name: "A key comes twice deep inside.",
    breakIn: inAcme("{ name: churn }", '{ name: churn, "name": sales }'),
    expected: [`${ACME}:9:22 azure.endpoints[0]: the key "name" is already set on line 9`],
  },
  {
    name: "A key is a number.",
    breakIn: inPlatform("businessUnit:", "4711:"),
    expected: ['platform.yaml:3:9 tags: the key 4711 is not text; put it in quotes: "4711"'],
  },
  {
    name: "A key is a list.",
    breakIn: inPlatform("businessUnit:", "[a]:"),
    expected: ["platform.yaml:3:9 tags: a key must be text, not a list or a map"],
  },
  {
    name: "The file has the key __proto__.",
    breakIn: inAcme("owner:", "__proto__: { admin: true }\nowner:"),
    expected: [`${ACME}:3:1: unknown key "__proto__"`],
  },
  {
    name: "A section has the key __proto__.",
    breakIn: inAcme("  endpoints:", "  __proto__: { isolation: shared }\n  endpoints:"),
    expected: [`${ACME}:8:3 azure: unknown key "__proto__"`],
  },
  {
    name: "An entry of a list has the key __proto__.",
    breakIn: inAcme("{ name: churn }", '{ name: churn, "__proto__": { name: x } }'),
    expected: [`${ACME}:9:22 azure.endpoints[0]: unknown key "__proto__"`],
  },
  {
    name: "A tag is called __proto__.",
    breakIn: inPlatform("businessUnit:", "__proto__:"),
    expected: ['platform.yaml:3:9 tags: unknown key "__proto__"'],
  },
  {
    name: "Lists are nested 20,000 deep.",
    breakIn: inAcme("owner: ml@acme.example", `owner: ${"[".repeat(20_000)}${"]".repeat(20_000)}`),
    expected: [`${ACME}:3:39: ${tooDeep}`],
  },
  {
    name: "Maps are nested 20,000 deep.",
    breakIn: inAcme("owner: ml@acme.example", `owner: ${"{".repeat(20_000)}${"}".repeat(20_000)}`),
    expected: [`${ACME}:3:39: ${tooDeep}`],
  },
  {
    name: "Block lists are nested 20,000 deep.",
    breakIn: written(ACME, "- ".repeat(20_000)),
    expected: [`${ACME}:1:65: ${tooDeep}`],
  },
  {
    name: "The file has 10 MB.",
    breakIn: written(ACME, `tenant: acme\n${"# ten million characters\n".repeat(400_000)}`),
    expected: [`${ACME}: has 10000013 bytes; the limit is 65536 (64 KiB)`],
  },
  {
    name: "The file is not UTF-8.",
    breakIn: written(ACME, Buffer.from("displayName: Caf\xe9\n", "latin1")),
    expected: [`${ACME}: is not valid UTF-8; save it as UTF-8`],
  },
  {
    name: "The file is UTF-16.",
    breakIn: written(ACME, Buffer.from("\ufefftenant: acme\n", "utf16le")),
    expected: [`${ACME}: is UTF-16; save it as UTF-8`],
  },
  {
    name: "The file holds a NUL.",
    breakIn: inAcme("Acme GmbH", "Acme\0GmbH"),
    expected: [`${ACME}:2:18: the character U+0000 is not allowed in text`],
  },
  {
    name: "A text holds an escape sequence of terminals.",
    breakIn: inAcme("Acme GmbH", '"\\e[31mAcme"'),
    expected: [`${ACME}:2:14 displayName: the character U+001B is not allowed in text`],
  },
  {
    name: "A name holds an interpolation of Terraform.",
    breakIn: inAcme("Acme GmbH", "${file('/etc/passwd')}"),
    expected: [`${ACME}:2:14 displayName: "\${file('/etc/passwd')}" ${literal}`],
  },
  {
    name: "A host holds an escaped interpolation of Terraform.",
    breakIn: inAcme("pypi.org", '"$${var.host}"'),
    expected: [`${ACME}:12:27 azure.outbound[0].fqdn: "\${var.host}" ${literal}`],
  },
  {
    name: "A tag holds a directive of Terraform.",
    breakIn: inPlatform("research", '"%{ if true }x%{ endif }"'),
    expected: [`platform.yaml:3:23 tags.businessUnit: "%{ if true }" ${literal}`],
  },
  {
    name: "The name of a tag holds an interpolation of Terraform.",
    breakIn: inPlatform("businessUnit:", '"${x}":'),
    expected: [`platform.yaml:3:9 tags: "\${x}" ${literal}`],
  },
];
