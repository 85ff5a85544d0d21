import type { Owner } from "./owner";

/** Types of which every tenant shares the ids, for they are the network's. */
const SHARED = /:(network-interface|subnet)\/\*$/;
/** Types of which AWS gives the ids: the tenant's own are known by a reference only. */
const BY_ID = /:(key|security-group|domain|space|user-profile|app)\/[^$]/;

/** Whether a text is a reference to a resource of the stack, or names what is the tenant's by its name or its path. */
export function isOfTenant(text: string, { tenant = "", platform = "" }: Owner): boolean {
  if (text.startsWith("${")) return true;
  const head = headOf(text);
  const own = [`${platform}-${tenant}--`, `/tenant/${tenant}/`, `:repository/${platform}/${tenant}/`];
  return (
    own.some((name) => head.includes(name)) ||
    text.endsWith(`/tenant/${tenant}`) ||
    head.includes(`/${platform}-${tenant}-trail`)
  );
}

/** Whether a text names something of another tenant's, or may: by a pattern, or by an id that is no reference. */
export function isForeign(text: string, owner: Owner): boolean {
  const { platform } = owner;
  if (platform === undefined) return text === "*";
  if (isOfTenant(text, owner)) return false;
  const head = headOf(text);
  const ofTenants = `[:/](${platform}-[a-z0-9-]+--|tenant/[a-z0-9-]+)|:repository/${platform}/[a-z0-9-]+/`;
  if (new RegExp(ofTenants).test(head) || BY_ID.test(text)) return true;
  // A literal, or one that goes on with a reference, is no other tenant's; a pattern may be.
  if (!/[*?]/.test(text) || text.includes("${") || SHARED.test(text) || /^arn:[^:]+:s3:::[^*?/]+\//.test(text))
    return false;
  const name = head.split(/[:/]/).at(-1) ?? "";
  return `${platform}-`.startsWith(name) || name.startsWith(`${platform}-`);
}

/** What stands before the first wildcard and the first reference. */
function headOf(text: string): string {
  return text.split(/\$\{|[*?]/)[0] ?? "";
}
