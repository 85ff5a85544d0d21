import type { Rule } from "../../rule";
import { IAM_RULES } from "../iam/iam-rules";

/** Rules about what policies say, and about roles. */
export const AWS_POLICIES: readonly Rule[] = [...IAM_RULES];
