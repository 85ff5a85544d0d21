import { isEveryAction } from "../iam/rules/actions";
import type { PolicyView } from "./policy-view";

/** Whose roles a boundary is for, by what it lets them do. "*" alone counts for nothing: that is told as such. */
export type BoundaryOf = "deployer" | "service" | "tenant";

/**
 * Deployers change roles and policies, and not in a tenant's stack, in which a role passes roles at most; services of AWS write
 * logs and do nothing else, and whoever is left is a tenant's.
 */
export function boundaryOf({ statements, owner }: PolicyView): BoundaryOf {
  const allowed = statements.filter(({ allows }) => allows);
  if (owner.tenant === undefined && allowed.some(({ actions }) => actions.some(changesIdentities))) return "deployer";
  const actions = allowed.flatMap((statement) => statement.actions).filter((action) => !isEveryAction(action));
  return actions.every((action) => /^logs:/i.test(action)) ? "service" : "tenant";
}

function changesIdentities(action: string): boolean {
  return /^iam:(?!PassRole$)/i.test(action);
}
