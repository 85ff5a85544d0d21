import { all, type BrokenFile, inAcme, inGlobex, written } from "./broken-file";

const ACME = "tenants/acme.yaml";
const GLOBEX = "tenants/globex.yaml";
const keysOfTenant = "tenant, displayName, owner, costCenter, lifecycle, azure, aws, exceptions";
const notAName = "is not a name of lower-case letters, digits and single hyphens that begins with a letter";

const PIPELINE = "application: { pipeline: { issuer: https://gitlab.com, subject: 'project_path:models' } }";
/** A deployment in a list, and more of its fields. */
const blue = (name: string, more = "") => `{ name: ${name}, model: "fraud:7", instanceType: Standard_F4s_v2${more} }`;

/** Tenants whose files say what cannot be. */
export const TENANTS: readonly BrokenFile[] = [
  {
    name: "A text is a number.",
    breakIn: inAcme('"4711"', "0815"),
    expected: [`${ACME}:4:13 costCenter: expected text, got the number 0815; put it in quotes: "0815"`],
  },
  {
    name: "A text is a list.",
    breakIn: inAcme("Acme GmbH", "[Acme, GmbH]"),
    expected: [`${ACME}:2:14 displayName: expected text, got a list`],
  },
  {
    name: "A text is left out.",
    breakIn: inAcme("Acme GmbH", ""),
    expected: [`${ACME}:2:1 displayName: expected text, got no value`],
  },
  {
    name: "A list is a map.",
    breakIn: inGlobex("[{ name: fraud }]", "{ name: fraud }"),
    expected: [`${GLOBEX}:8:14 azure.endpoints: expected a list, got a map`],
  },
  {
    name: "A map is a text.",
    breakIn: inGlobex("{ addressSpace: 10.20.10.0/26 }", "10.20.10.0/26"),
    expected: [`${GLOBEX}:7:12 azure.network: expected a map, got the text "10.20.10.0/26"`],
  },
  {
    name: "An entry of a list is a text.",
    breakIn: inAcme("{ name: churn }", "churn"),
    expected: [`${ACME}:9:7 azure.endpoints[0]: expected a map, got the text "churn"`],
  },
  {
    name: "A switch is a word.",
    breakIn: inAcme("spark: true", "spark: yes"),
    expected: [
      `${ACME}:18:16 azure.outbound[2].privateEndpoint.spark: expected true or false, got the text "yes"; write true`,
    ],
  },
  {
    name: "A choice is not one of those there are.",
    breakIn: inGlobex("isolation: shared", "isolation: Shared"),
    expected: [`${GLOBEX}:6:14 azure.isolation: "Shared" is not one of dedicated, shared; did you mean "shared"?`],
  },
  {
    name: "A key is misspelt.",
    breakIn: inAcme("{ name: churn }", "{ name: churn, desription: Who leaves }"),
    expected: [`${ACME}:9:22 azure.endpoints[0].desription: unknown key "desription"; did you mean "description"?`],
  },
  {
    name: "A key is unknown.",
    breakIn: inAcme("owner:", "budget: 100\nowner:"),
    expected: [`${ACME}:3:1 budget: unknown key "budget"; known keys: ${keysOfTenant}`],
  },
  {
    name: "A key has a name that JavaScript gives a meaning to.",
    breakIn: inAcme("owner:", "constructor: 1\nowner:"),
    expected: [`${ACME}:3:1 constructor: unknown key "constructor"; known keys: ${keysOfTenant}`],
  },
  {
    name: "A key has a letter that only looks right.",
    breakIn: inAcme("  outbound:", "  оutbound:"),
    expected: [
      `${ACME}:11:3 azure["оutbound"]: unknown key "оutbound"; did you mean "outbound"? (has the character "о" U+043E, which is not ASCII)`,
    ],
  },
  {
    name: "A key is missing.",
    breakIn: inAcme("owner: ml@acme.example\n", ""),
    expected: [`${ACME}:1:1 owner: is required: Who answers for the tenant: an e-mail address.`],
  },
  {
    name: "A section is missing.",
    breakIn: written(ACME, 'tenant: acme\ndisplayName: Acme\nowner: ml@acme.example\ncostCenter: "4711"\n'),
    expected: [`${ACME}:1:1: needs azure, aws or both: what is on neither cloud has no stack`],
  },
  {
    name: "The name of an endpoint is missing.",
    breakIn: inAcme("{ name: churn }", "{}"),
    expected: [
      /^tenants\/acme\.yaml:9:7 azure\.endpoints\[0\]\.name: is required: The endpoint's name within the tenant\.$/,
    ],
  },
  {
    name: "An id is too long.",
    breakIn: inAcme("tenant: acme", "tenant: acme-corporation1"),
    expected: [`${ACME}:1:9 tenant: "acme-corporation1" has 17 characters; use 16 at most`],
  },
  {
    name: "An id has two hyphens in a row.",
    breakIn: inAcme("tenant: acme", "tenant: acme--eu"),
    expected: [`${ACME}:1:9 tenant: "acme--eu" ${notAName}; use "acme-eu"`],
  },
  {
    name: "An endpoint's name is too long.",
    breakIn: inAcme("{ name: churn }", "{ name: churn-of-all-customers }"),
    expected: [`${ACME}:9:15 azure.endpoints[0].name: "churn-of-all-customers" has 22 characters; use 20 at most`],
  },
  {
    name: "An endpoint's name has upper-case letters.",
    breakIn: inAcme("{ name: churn }", "{ name: Churn }"),
    expected: [`${ACME}:9:15 azure.endpoints[0].name: "Churn" has upper-case letters; use "churn"`],
  },
  {
    name: "Two endpoints have one name.",
    breakIn: inAcme("name: forecast", "name: churn"),
    expected: [`${ACME}:10:15 azure.endpoints[1].name: "churn" is already used by entry 1 of this list; use another`],
  },
  {
    name: "The owner is no e-mail address.",
    breakIn: inAcme("ml@acme.example", "bob"),
    expected: [`${ACME}:3:8 owner: "bob" is not an e-mail address; use one such as "ml@acme.example"`],
  },
  {
    name: "A name has two lines.",
    breakIn: inAcme("Acme GmbH", "|\n  Acme\n  GmbH"),
    expected: [`${ACME}:2:14 displayName: "Acme\\nGmbH\\n" is not one line of text; use "Acme GmbH"`],
  },
  {
    name: "A principal is named twice.",
    breakIn: inAcme(
      "[{ group: 50000000-0000-4000-8000-000000000005 }]",
      "[{ group: 50000000-0000-4000-8000-000000000005 }, { servicePrincipal: 50000000-0000-4000-8000-000000000005 }]",
    ),
    expected: [
      `${ACME}:7:72 azure.access.scorers[1]: "50000000-0000-4000-8000-000000000005" is already entry 1 of this list; remove one`,
    ],
  },
  {
    name: "A principal is neither a group nor a service principal.",
    breakIn: inAcme("{ group: 50000000-0000-4000-8000-000000000005 }", "{}"),
    expected: [`${ACME}:7:23 azure.access.scorers[0]: needs one of group, servicePrincipal`],
  },
  {
    name: "A principal is a name.",
    breakIn: inAcme("50000000-0000-4000-8000-000000000005", "data-science"),
    expected: [
      `${ACME}:7:32 azure.access.scorers[0].group: "data-science" is not a GUID; use one such as "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60"`,
    ],
  },
  {
    name: "A principal is the nil GUID.",
    breakIn: inAcme("50000000-0000-4000-8000-000000000005", "00000000-0000-0000-0000-000000000000"),
    expected: [
      `${ACME}:7:32 azure.access.scorers[0].group: "00000000-0000-0000-0000-000000000000" is the nil GUID; use the real one`,
    ],
  },
  {
    name: "A dedicated tenant has no network.",
    breakIn: inAcme("  network: { addressSpace: 10.20.8.0/24 }\n", ""),
    expected: [`${ACME}:5:1 azure.network: is required for a dedicated tenant: its private endpoints stand in it`],
  },
  {
    name: "A shared tenant has compute.",
    breakIn: inGlobex("  endpoints:", "  compute: {}\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:12 azure.compute: is for dedicated tenants only, for in a shared workspace everybody's jobs could run on it; remove it`,
    ],
  },
  {
    name: "A cluster has a size without its first part, and the name of the cluster that builds images.",
    breakIn: inAcme(
      "  endpoints:",
      "  compute:\n    clusters: [{ name: image-build, vmSize: DS3_v2, maxNodes: 4 }]\n  endpoints:",
    ),
    expected: [
      `${ACME}:9:24 azure.compute.clusters[0].name: "image-build" is the cluster that builds images in every workspace; use another name`,
      `${ACME}:9:45 azure.compute.clusters[0].vmSize: "DS3_v2" is not the name of a VM size; use "Standard_DS3_v2"`,
    ],
  },
  {
    name: "The version of a model is a number.",
    breakIn: inAcme(
      "  endpoints:",
      "  openai:\n    deployments: [{ name: chat, model: gpt-4o, version: 1 }]\n  endpoints:",
    ),
    expected: [
      `${ACME}:9:57 azure.openai.deployments[0].version: expected text, got the number 1; put it in quotes: "1"`,
    ],
  },
  {
    name: "A kind of model deployment is misspelt.",
    breakIn: inAcme(
      "  endpoints:",
      '  openai:\n    deployments: [{ name: chat, model: gpt-4o, version: "1", sku: Standart }]\n  endpoints:',
    ),
    expected: [
      /^tenants\/acme\.yaml:9:67 azure\.openai\.deployments\[0\]\.sku: "Standart" .*did you mean "Standard"\?$/,
    ],
  },
  {
    name: "A rule has the name of the one that openai adds.",
    breakIn: all(
      inAcme("name: pypi", "name: workspace-openai"),
      inAcme("  endpoints:", '  openai: { deployments: [{ name: chat, model: gpt-4o, version: "1" }] }\n  endpoints:'),
    ),
    expected: [
      `${ACME}:13:15 azure.outbound[0].name: "workspace-openai" is the rule that openai adds by itself; use another name`,
    ],
  },
  {
    name: "A shared tenant has rules of its own.",
    breakIn: inGlobex("  endpoints:", "  outbound: [{ name: pypi, fqdn: pypi.org }]\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:13 azure.outbound: is for dedicated tenants only, and the rules of the shared workspace stand in the platform's file; remove it`,
    ],
  },
  {
    name: "A shared tenant sets an isolation mode, though it is the default.",
    breakIn: inGlobex("  endpoints:", "  managedNetwork: { isolationMode: AllowOnlyApprovedOutbound }\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:19 azure.managedNetwork: is for dedicated tenants only, and that of the shared workspace is set in the platform's file; remove it`,
    ],
  },
  {
    name: "A shared tenant has data scientists.",
    breakIn: inGlobex("  endpoints:", "  access: { dataScientists: [] }\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:29 azure.access.dataScientists: is for dedicated tenants only, for in a shared workspace they would reach every tenant's endpoints; remove it`,
    ],
  },
  {
    name: "A shared tenant has deployers.",
    breakIn: inGlobex("  endpoints:", "  access: { deployers: [] }\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:24 azure.access.deployers: is for dedicated tenants only, for in a shared workspace they could deploy to every tenant's endpoints; remove it`,
    ],
  },
  {
    name: "A data scientist is a deployer too.",
    breakIn: inAcme(
      "access: { scorers:",
      "access: { dataScientists: [{ group: 60000000-0000-4000-8000-000000000006 }], deployers: [{ group: 60000000-0000-4000-8000-000000000006 }], scorers:",
    ),
    expected: [
      `${ACME}:7:92 azure.access.deployers[0]: "60000000-0000-4000-8000-000000000006" is already entry 1 of dataScientists, who may do all of this; remove one`,
    ],
  },
  {
    name: "A pipeline's issuer is no https URL, and its subject is a pattern.",
    breakIn: inAcme(
      "  endpoints:",
      '  application: { pipeline: { issuer: "http://gitlab.com", subject: "project_path:acme/*" } }\n  endpoints:',
    ),
    expected: [
      `${ACME}:8:38 azure.application.pipeline.issuer: "http://gitlab.com" is not the https URL of an issuer of tokens, without query or fragment; use "https://gitlab.com"`,
      `${ACME}:8:68 azure.application.pipeline.subject: "project_path:acme/*" is not one whole subject; use the whole "sub" claim of the pipeline's tokens, such as "repo:acme/models:environment:production": Entra compares every letter and knows no "*"`,
    ],
  },
  {
    name: "A pipeline is every pull request.",
    breakIn: inAcme(
      "  endpoints:",
      '  application: { pipeline: { issuer: "https://token.actions.githubusercontent.com", subject: "repo:acme/models:pull_request" } }\n  endpoints:',
    ),
    expected: [
      `${ACME}:8:94 azure.application.pipeline.subject: "repo:acme/models:pull_request" is every pull request of the repository, whoever opens it; use "repo:acme/models:environment:production", or another`,
    ],
  },
  {
    name: "Two tenants have one pipeline.",
    breakIn: all(
      inAcme("  endpoints:", `  ${PIPELINE}\n  endpoints:`),
      inGlobex("  endpoints:", `  ${PIPELINE}\n  endpoints:`),
    ),
    expected: [
      `${GLOBEX}:8:67 azure.application.pipeline.subject: "project_path:models" is already the pipeline of tenant acme, and would act for both; use an environment of this tenant's own`,
    ],
  },
  {
    name: "An endpoint has two deployments and no split of the traffic.",
    breakIn: inGlobex("[{ name: fraud }]", `[{ name: fraud, deployments: [${blue("blue")}, ${blue("green")}] }]`),
    expected: [
      `${GLOBEX}:8:15 azure.endpoints[0].traffic: is required with several deployments; write { blue: 100, green: 0 } or another split`,
    ],
  },
  {
    name: "The traffic of an endpoint is not all of it.",
    breakIn: inGlobex("[{ name: fraud }]", `[{ name: fraud, deployments: [${blue("blue")}], traffic: { blue: 90 } }]`),
    expected: [/^tenants\/globex\.yaml:8:\d+ azure\.endpoints\[0\]\.traffic: adds up to 90; the shares must be 100/],
  },
  {
    name: "A deployment has nothing to run.",
    breakIn: inGlobex(
      "[{ name: fraud }]",
      "[{ name: fraud, deployments: [{ name: blue, instanceType: Standard_F4s_v2 }] }]",
    ),
    expected: [
      `${GLOBEX}:8:44 azure.endpoints[0].deployments[0]: needs a model, an environment, or both: there is nothing to run`,
    ],
  },
  {
    name: "A deployment has a secret in its environment.",
    breakIn: inGlobex(
      "[{ name: fraud }]",
      `[{ name: fraud, deployments: [${blue("blue", ", environmentVariables: { API_KEY: hunter2 }")}] }]`,
    ),
    expected: [
      / azure\.endpoints\[0\]\.deployments\[0\]\.environmentVariables\.API_KEY: has the name of a key; files hold /,
    ],
  },
  {
    name: "A shared tenant collects data.",
    breakIn: inGlobex(
      "[{ name: fraud }]",
      `[{ name: fraud, deployments: [${blue("blue", ", dataCollection: { collect: [request] }")}] }]`,
    ),
    expected: [
      / azure\.endpoints\[0\]\.deployments\[0\]\.dataCollection: is for dedicated tenants only, for whoever may write to /,
    ],
  },
  {
    name: "A budget has no month, and is for nothing.",
    breakIn: inGlobex("  endpoints:", "  budget: { monthly: 0 }\n  endpoints:"),
    expected: [
      `${GLOBEX}:8:3 azure.budget.since: is required: The month from which the budget counts, as in "2026-01".`,
      `${GLOBEX}:8:22 azure.budget.monthly: 0 must be at least 1`,
    ],
  },
  {
    name: "A budget begins in the middle of a month.",
    breakIn: inGlobex("  endpoints:", '  budget: { monthly: 100, since: "2026-03-15" }\n  endpoints:'),
    expected: [`${GLOBEX}:8:34 azure.budget.since: "2026-03-15" is not a month; use "2026-03"`],
  },
];
