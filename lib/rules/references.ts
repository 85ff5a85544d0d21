import { isMap } from "../terraform/tree";

/** What a text refers to first. */
export interface Reference {
  /** The address, as in azurerm_subnet.network_subnet_0123ABCD, or with "data." before it. */
  readonly address: string;
  /** The attribute, as in "id"; empty when it names the resource as a whole. */
  readonly attribute: string;
  /** What stands behind the expression, as in "/blobServices/default". */
  readonly rest: string;
}

const NAME = "[A-Za-z_][\\w-]*";
const ADDRESS = `(?:data\\.)?${NAME}\\.${NAME}`;
const WHOLE = new RegExp(`^\\$\\{(${ADDRESS})(?:\\.([\\w-]+))?[^{}]*\\}(.*)$`, "s");
const EXPRESSION = /[$%]\{[^}]*\}/g;
const ADDRESSES = new RegExp(ADDRESS, "g");

/** The reference with which a text begins. */
export function referenceOf(value: unknown): Reference | undefined {
  const match = typeof value === "string" ? WHOLE.exec(value) : null;
  return match === null ? undefined : { address: match[1] ?? "", attribute: match[2] ?? "", rest: match[3] ?? "" };
}

/** Whether a value is known only to Terraform. */
export function isExpression(value: unknown): boolean {
  return typeof value === "string" && value.includes("${");
}

/** Whatever looks like an address of a resource within a value: in its expressions, and as a whole text of a list. */
export function addressesIn(value: unknown): string[] {
  if (typeof value === "string") {
    if (!value.includes("{")) return [];
    const expressions = value.match(EXPRESSION) ?? [];
    return expressions.flatMap((expression) => expression.match(ADDRESSES) ?? []);
  }
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  return isMap(value) ? Object.values(value).flatMap(addressesIn) : [];
}
