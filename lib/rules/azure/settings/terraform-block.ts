import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

/** Where states may be kept. A `cloud` block is no backend, and rules leave it alone. */
const BACKENDS = ["azurerm", "s3", "local", "remote"];
const SOURCE = /^(registry\.terraform\.io\/)?(hashicorp\/[\w-]+|azure\/azapi)$/i;

/** Whether rules know where the state is kept. */
const KNOWN_BACKEND: Rule = {
  id: "stack-state-backend",
  severity: "critical",
  title: "States are kept in Azure, in S3, in Terraform's cloud, or in a local file.",
  reason: "A state has everything that Terraform knows, and of other places no rule knows who reads them.",
  source: "Terraform: Backend configuration: credentials and sensitive data",
  controls: ["MCSB DS-3"],
  fix: "use the backend azurerm or s3",
  example: { wrong: backend("http"), right: backend("local") },
  check: (stack) =>
    stack.all
      .filter(({ type }) => type.startsWith("backend.") && !BACKENDS.includes(labelOf(type)))
      .map((resource) => ({
        resource,
        argument: "",
        found: undefined,
        must: `must not be there: states are kept in ${BACKENDS.join(" or ")}`,
      })),
};

/** Whether providers are those that rules are about. */
const PROVIDER_SOURCE: Rule = {
  id: "stack-provider-source",
  severity: "critical",
  title: "Providers are those of HashiCorp, and azapi is that of Microsoft.",
  reason: "A provider is a program that runs with all rights of the pipeline.",
  source: "Terraform: Provider Requirements",
  controls: ["MCSB DS-2"],
  fix: "set source to hashicorp and the provider's name, or to Azure/azapi",
  example: {
    wrong: required({ source: "someone/azapi", version: "~> 2.12" }),
    right: required({ source: "Azure/azapi", version: "~> 2.12" }),
  },
  check: (stack) =>
    requirements(stack.all)
      .filter(({ content: { source } }) => typeof source === "string" && !SOURCE.test(source))
      .map((resource) => ({
        resource,
        argument: "source",
        found: resource.content.source,
        must: "must be of hashicorp, or Azure/azapi",
      })),
};

/** Whether a plan of tomorrow has the providers of today. */
const PROVIDER_VERSION: Rule = {
  id: "stack-provider-version",
  severity: "medium",
  title: "Every provider has a range of versions.",
  reason: "A new major release changes defaults, and resources with them, in the first plan after it.",
  source: "Terraform: Provider Requirements",
  controls: ["MCSB DS-2"],
  fix: 'set version to a range that ends before the next major release, as in ">= 2.12, < 3"',
  example: {
    wrong: required({ source: "Azure/azapi" }),
    right: required({ source: "Azure/azapi", version: "~> 2.12" }),
  },
  check: (stack) =>
    requirements(stack.all)
      .filter(({ content: { version } }) => typeof version !== "string" || version === "")
      .map((resource) => ({
        resource,
        argument: "version",
        found: resource.content.version,
        must: "must be a range of versions",
      })),
};

function requirements(all: readonly Resource[]): Resource[] {
  return all.filter(({ type }) => type.startsWith("required_provider."));
}

function labelOf(type: string): string {
  return type.slice(type.indexOf(".") + 1);
}

function backend(name: string) {
  return { terraform: { backend: { [name]: {} } } };
}

function required(azapi: object) {
  return { terraform: { required_providers: { azapi } } };
}

/** What a stack asks of Terraform itself. */
export const TERRAFORM_BLOCK: readonly Rule[] = [KNOWN_BACKEND, PROVIDER_SOURCE, PROVIDER_VERSION];
