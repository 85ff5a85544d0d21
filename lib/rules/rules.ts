import { AWS_RULES } from "./aws/aws-rules";
import { AZURE_RULES } from "./azure/azure-rules";
import type { Rule } from "./rule";
import { TERRAFORM_RULES } from "./terraform/terraform-rules";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [...AZURE_RULES, ...AWS_RULES, ...TERRAFORM_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
