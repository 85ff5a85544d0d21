import type { Rule } from "../rule";
import { AWS_POLICIES } from "./policies/aws-policies";
import { AWS_SETTINGS } from "./settings/aws-settings";

/** The rules about what is on AWS. */
export const AWS_RULES: readonly Rule[] = [...AWS_SETTINGS, ...AWS_POLICIES];
