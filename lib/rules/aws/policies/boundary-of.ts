import { isEveryAction } from "../iam/rules/actions";
import { namesAction } from "./condition-need";
import type { PolicyView } from "./policy-view";

/** Whose roles a boundary is for, by what it lets them do. "*" alone counts for nothing: that is told as such. */
export type BoundaryOf = "deployer" | "service" | "tenant";

/** Deployers make roles, and not in a tenant's stack; services of AWS write logs and do nothing else, and whoever is left is a tenant's. */
export function boundaryOf({ statements, owner }: PolicyView): BoundaryOf {
  const allowed = statements.filter(({ allows }) => allows);
  if (owner.tenant === undefined && allowed.some((statement) => namesAction(statement, "iam:CreateRole")))
    return "deployer";
  const actions = allowed.flatMap((statement) => statement.actions).filter((action) => !isEveryAction(action));
  return actions.every((action) => /^logs:/i.test(action)) ? "service" : "tenant";
}
