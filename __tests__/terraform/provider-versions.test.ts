import { PROVIDERS, type ProviderRequirement, TERRAFORM_VERSION } from "../../lib/terraform/provider-versions";

const providers = Object.entries<ProviderRequirement>(PROVIDERS);

test.each(providers)("%s is named by its address in the registry", (_, { source }) => {
  expect(source).toMatch(/^[A-Za-z]+\/[a-z]+$/);
});

test.each(providers)("%s may be any release of a range that ends before the next major one", (_, { version }) => {
  expect(version).toMatch(/^(>= \d+\.\d+(\.\d+)?, < \d+(\.0)?|~> \d+\.\d+)$/);
});

test("Terraform is one that knows the lock file of a state in S3, and not the next major release", () => {
  expect(TERRAFORM_VERSION).toBe(">= 1.10.0, < 2.0.0");
});
