import type { Expectation } from "./expectation";

/** A right text and a wrong one, for examples. */
interface Texts {
  readonly right: string;
  readonly wrong: string;
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const SAMPLE_GUID = "00000000-1111-2222-3333-444444444444";

/** A text in which a check of users' files finds nothing wrong. It is known before Terraform runs. */
export function passing(problem: (text: string) => string | undefined, must: string, texts: Texts): Expectation {
  return { must, holds: (value) => typeof value === "string" && problem(value) === undefined, ...texts };
}

/** A GUID, or a reference to an attribute of a resource of some types. */
export function guid(types: readonly string[] = []): Expectation {
  return {
    must: types.length === 0 ? "must be a GUID" : `must be a GUID, or refer to ${types.join(" or ")}`,
    holds: (value) => typeof value === "string" && (GUID.test(value) || isReferenceTo(types, value)),
    right: SAMPLE_GUID,
    wrong: "abc",
  };
}

/**
 * The ARM id of a resource of a type, as in Microsoft.Network/virtualNetworks/subnets: a literal, or a reference to a
 * resource of one of Terraform's types.
 */
export function armId(armType: string, types: readonly [string, ...string[]]): Expectation {
  const [provider = "", ...names] = armType.split("/");
  const segments = names.map((name) => `/${name}/[^/]+`).join("");
  const literal = new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${provider}${segments}$`, "i");
  return {
    must: `must be the id of a ${armType}`,
    holds: (value) =>
      typeof value === "string" && (isReferenceTo(types, value) || (!value.includes("${") && literal.test(value))),
    right: `\${${types[0]}.example.id}`,
    wrong: "/subscriptions/x",
  };
}

function isReferenceTo(types: readonly string[], value: string): boolean {
  return types.some((type) => value.startsWith(`\${${type}.`));
}
