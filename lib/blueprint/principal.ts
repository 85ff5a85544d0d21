import type { PrincipalConfig } from "../config/principals";

/** Somebody in Microsoft Entra who gets a role. */
export interface Principal {
  /** The object id, not the client id. */
  readonly objectId: string;
  /** Told to Azure, so that it does not look up a principal that is not replicated yet. */
  readonly type: "Group" | "ServicePrincipal";
}

/** The principals of a list in a file. */
export function principalsOf(list: readonly PrincipalConfig[]): Principal[] {
  return list.map(({ group, servicePrincipal }) =>
    group === undefined
      ? { objectId: servicePrincipal ?? "", type: "ServicePrincipal" }
      : { objectId: group, type: "Group" },
  );
}
