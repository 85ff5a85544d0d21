import type { Rule } from "../../rule";
import { IAM_RULES, policyRule } from "../iam/iam-rules";
import { CONTENT_RULES } from "./content-rules";

/** Rules about what policies say, and about roles. */
export const AWS_POLICIES: readonly Rule[] = [...IAM_RULES, ...CONTENT_RULES.map(policyRule)];
