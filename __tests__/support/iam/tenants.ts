import { blueprintOf, type Content, temporaryFolder } from "../files";
import { type StackJson, stackText, synthesizeTo } from "../synth";
import { type TenantOfStack, tenantOfStack } from "./tenant-of-stack";
import { wholeAwsPlatform, wholeAwsTenant } from "./whole-files";

/** Tenants of one account as their stacks make them, by id. */
export function tenantsOfStacks(contents: readonly Content[]): (id: string) => TenantOfStack {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(wholeAwsPlatform(), [...contents]));
  const tenants = new Map(
    contents.map((content): [string, TenantOfStack] => {
      const id = String(content.tenant);
      return [id, tenantOfStack(id, JSON.parse(stackText(outdir, `tenant-${id}`)) as StackJson)];
    }),
  );
  return (id) => {
    const tenant = tenants.get(id);
    if (tenant === undefined) throw new Error(`there is no tenant ${id}`);
    return tenant;
  };
}

/** Tenants with everything that they can have on AWS, in one account. */
export function wholeTenants(...ids: string[]): (id: string) => TenantOfStack {
  return tenantsOfStacks(ids.map((id) => wholeAwsTenant(id)));
}
