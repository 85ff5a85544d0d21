import type { Rule } from "../rule";
import { isSecretArgument, SECRETS_OF_TYPES } from "./secret-names";
import { SECRET_TYPES } from "./secret-types";
import { textsOf } from "./texts";

/** Whether any argument takes a secret. */
export const SECRET_ARGUMENT: Rule = {
  id: "stack-secret-argument",
  severity: "critical",
  title: "No argument and no environment variable takes a key, a password or a connection string.",
  reason: "It stands in the file, in plans and in the state, and nobody notices when somebody else has it.",
  source: "Terraform: Manage sensitive data in your configuration",
  controls: ["MCSB IM-8"],
  fix: "remove it, and use an identity with a role; what is no secret goes into an argument for that, as insecure_value",
  example: {
    wrong: { resource: { azurerm_machine_learning_datastore_blobstorage: { example: { account_key: "x" } } } },
    right: { resource: { azurerm_machine_learning_datastore_blobstorage: { example: { account_key: null } } } },
  },
  check: (stack) =>
    textsOf(stack)
      .filter(({ resource, name, value }) => value !== "" && isSecret(resource.type, name))
      // Types that are nothing but a secret are told as a whole.
      .filter(({ resource }) => !SECRET_TYPES.includes(resource.type))
      .map(({ resource, argument, value: found }) => ({ resource, argument, found, must: "must be left out" })),
};

function isSecret(type: string, name: string): boolean {
  return isSecretArgument(name) || SECRETS_OF_TYPES[type]?.includes(name) === true;
}
