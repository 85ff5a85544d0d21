import { AWS_RULES } from "./aws/aws-rules";
import { AZURE_RULES } from "./azure/azure-rules";
import type { Rule } from "./rule";
import { SECRET_RULES } from "./secrets/secret-rules";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [...AZURE_RULES, ...AWS_RULES, ...SECRET_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
