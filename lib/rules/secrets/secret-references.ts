import type { Rule } from "../rule";
import { isSecretAttribute, TYPES_WITH_SECRETS } from "./secret-names";
import { textsOf } from "./texts";

/** A reference: whether it is to data, the type, and whatever stands behind the resource's name. */
const REFERENCE = /(?:(?:data|ephemeral)\.)?\b([a-z][a-z0-9]*_[a-z0-9_]+)\.[A-Za-z_][\w-]*((?:\.[\w-]+|\[[^\]]*\])*)/g;
const INDEX = /^(\d+|\*|.*\..*)$/;

/** Whether anything in the stack is given a secret of a resource. */
export const SECRET_REFERENCE: Rule = {
  id: "stack-secret-reference",
  severity: "critical",
  title: "No output and no argument is a key, a password or a connection string of a resource.",
  reason: "It would stand in the state and in whatever gets it, and whoever has it needs no role.",
  source: "Terraform: Manage sensitive data in your configuration",
  controls: ["MCSB IM-8"],
  fix: "use the resource's id or endpoint, and a role for whoever calls it",
  example: { wrong: output("primary_access_key"), right: output("primary_blob_endpoint") },
  check: (stack) =>
    textsOf(stack)
      .filter(({ value }) => readsSecret(value))
      .map(({ resource, argument, value: found }) => ({ resource, argument, found, must: "must not read a secret" })),
};

function readsSecret(text: string): boolean {
  const start = text.includes("{") ? text.search(/[$%]\{/) : -1;
  if (start < 0) return false;
  return [...text.slice(start).matchAll(REFERENCE)].some(([, type = "", rest = ""]) => {
    const attributes = rest.split(/[.[\]"]+/).filter((part) => part !== "" && !INDEX.test(part));
    if (attributes.length === 0) return TYPES_WITH_SECRETS.includes(type);
    return attributes.some((attribute) => isSecretAttribute(type, attribute));
  });
}

function output(attribute: string) {
  return { output: { example: { value: `\${azurerm_storage_account.example.${attribute}}` } } };
}
