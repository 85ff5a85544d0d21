import type { Stack } from "./stack";

const TENANT_STACK = /^tenant-(.+)$/;

/** The tenant whose stack it is; undefined for a stack of the platform. */
export function tenantOf({ name }: Stack): string | undefined {
  return TENANT_STACK.exec(name)?.[1];
}
