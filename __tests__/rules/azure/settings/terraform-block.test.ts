import { checkStack } from "../../../../lib/rules/check-stack";
import { TERRAFORM_BLOCK } from "../../../../lib/rules/azure/settings/terraform-block";

const of = (terraform: object) =>
  checkStack("example", { terraform }, TERRAFORM_BLOCK).map(({ rule, address }) => `${rule.id} ${address}`);
const source = (source: unknown) => of({ required_providers: { x: { source, version: "1" } } });

test.each(["http", "pg", "consul", "gcs"])("A state in %s is told.", (name) => {
  expect(of({ backend: { [name]: {} } })).toEqual([`stack-state-backend backend.${name}`]);
});

test.each([{ backend: { azurerm: {} } }, { backend: { s3: {} } }, { cloud: { organization: "acme" } }, {}])(
  "A state in %j is right.",
  (terraform) => {
    expect(of(terraform)).toEqual([]);
  },
);

test.each(["evil/azapi", "hashicorp/../evil", "registry.example.com/hashicorp/aws", "${var.source}"])(
  "A provider of %s is told.",
  (name) => {
    expect(source(name)).toEqual(["stack-provider-source required_provider.x"]);
  },
);

test.each(["hashicorp/aws", "Azure/azapi", "azure/azapi", "registry.terraform.io/hashicorp/time", undefined])(
  "A provider of %s is right.",
  (name) => {
    expect(source(name)).toEqual([]);
  },
);

test("A provider without a version is told.", () => {
  expect(of({ required_providers: { aws: { source: "hashicorp/aws" } } })).toEqual([
    "stack-provider-version required_provider.aws",
  ]);
});
