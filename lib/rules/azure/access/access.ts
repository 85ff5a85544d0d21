import type { Rule } from "../../rule";
import { CUSTOM_ROLE_RULES } from "./custom-roles";
import { ENDPOINT_IDENTITY } from "./endpoint-identity";
import { ENDPOINT_WORKSPACE } from "./endpoint-workspace";
import { IDENTITY_KIND } from "./identity-kind";
import { NEEDED_RIGHTS } from "./needed-rights";
import { PROVIDER_SUBSCRIPTION } from "./provider-subscription";
import { RIGHT_IS_KNOWN } from "./rights";

/** Rules about who may do what. */
export const ACCESS: readonly Rule[] = [
  RIGHT_IS_KNOWN,
  ...NEEDED_RIGHTS,
  ...CUSTOM_ROLE_RULES,
  ENDPOINT_IDENTITY,
  IDENTITY_KIND,
  ENDPOINT_WORKSPACE,
  PROVIDER_SUBSCRIPTION,
];
