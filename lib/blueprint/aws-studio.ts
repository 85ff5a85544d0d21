import type { AwsTenant } from "../config/tenant";
import { awsName } from "./aws-names";
import type { Owner } from "./names";

/** Somebody who works in Studio: a profile, and a space that nobody else can open. */
export interface StudioUserBlueprint {
  /** The name in the tenant's file. */
  readonly key: string;
  /** The name of the profile. */
  readonly profile: string;
  /** The name of the private space. */
  readonly space: string;
}

/** A Studio domain and who works in it. */
export interface StudioBlueprint {
  /** The domain's name. Its id, which ARNs have instead, is made by AWS. */
  readonly domain: string;
  /** The users, in the order of the file. */
  readonly users: readonly StudioUserBlueprint[];
}

/** The Studio domain of a tenant; undefined when its file has none. */
export function studioBlueprint(
  owner: Owner,
  { studio }: Pick<AwsTenant["aws"], "studio">,
): StudioBlueprint | undefined {
  if (studio === undefined) return undefined;
  return {
    domain: awsName("sagemaker", owner, "studio"),
    users: studio.users.map((key) => {
      const name = awsName("sagemaker", owner, key);
      return { key, profile: name, space: name };
    }),
  };
}
