import type { Rule } from "../../rule";
import { CUSTOM_ROLE_RULES } from "./custom-roles";
import { ENDPOINT_IDENTITY } from "./endpoint-identity";
import { ENDPOINT_WORKSPACE } from "./endpoint-workspace";
import { NEEDED_RIGHTS } from "./needed-rights";
import { RIGHT_IS_KNOWN } from "./rights";

/** Rules about who may do what. */
export const ACCESS: readonly Rule[] = [
  RIGHT_IS_KNOWN,
  ...NEEDED_RIGHTS,
  ...CUSTOM_ROLE_RULES,
  ENDPOINT_IDENTITY,
  ENDPOINT_WORKSPACE,
];
