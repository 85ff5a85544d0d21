import type { Rule } from "../rule";
import { SECRET_ACTION } from "./secret-actions";
import { SECRET_ARGUMENT } from "./secret-arguments";
import { SECRET_REFERENCE } from "./secret-references";
import { SECRET_TYPE } from "./secret-types";

/** Rules against secrets in files and states, on both clouds. */
export const SECRET_RULES: readonly Rule[] = [SECRET_REFERENCE, SECRET_ARGUMENT, ...SECRET_TYPE, ...SECRET_ACTION];
