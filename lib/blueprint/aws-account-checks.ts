import type { Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import { type Problem, quote } from "../config/problem";
import type { AwsTenant } from "../config/tenant";
import type { AwsFiles } from "./aws";

/** The accounts that the platform and its tenants are in. */
export function accountsOf(platform: AwsPlatform, tenants: readonly Source<AwsTenant>[]): ReadonlySet<string> {
  const own = tenants.map(({ config }) => config.aws.accountId).filter((id) => id !== undefined);
  return new Set([platform.aws.accountId, ...own]);
}

/** Accounts of tenants' own that are not theirs alone: another tenant's, or the platform's. */
export function accountProblems({ platform, tenants }: AwsFiles): Problem[] {
  const path = ["aws", "accountId"];
  const owners = new Map<string, string>();
  if (platform !== undefined) {
    owners.set(platform.config.aws.accountId, `the platform's (${position(platform, path)})`);
  }
  return tenants.flatMap((source) => {
    const { tenant, aws } = source.config;
    if (aws.accountId === undefined) return [];
    const owner = owners.get(aws.accountId);
    if (owner !== undefined) {
      const message = `${quote(aws.accountId)} is ${owner}, and isolation: account is for an account of the tenant's own; use another account, or isolation: shared-account`;
      return [source.file.problem(path, message)];
    }
    owners.set(aws.accountId, `that of tenant ${tenant} (${position(source, path)})`);
    return [];
  });
}

function position({ file }: Source<unknown>, path: readonly string[]): string {
  const { file: name, line = 1, column = 1 } = file.problem(path, "");
  return `${name}:${line}:${column}`;
}
