import { creationPolicy } from "../../../lib/aws/iam/identity/creation";
import { dataPolicy } from "../../../lib/aws/iam/identity/data";
import { executionPolicy } from "../../../lib/aws/iam/identity/execution";
import { usePolicy } from "../../../lib/aws/iam/identity/use";
import type { Statement } from "../../../lib/aws/iam/policy";
import { scopeOf } from "../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");
const statements = [creationPolicy, usePolicy, dataPolicy, executionPolicy].flatMap((of) => of(SCOPE).Statement);
const actionsOf = ({ Action = [] }: Statement) => [Action].flat();

test("No policy allows actions by a pattern, so that an action that AWS adds is not allowed by itself.", () => {
  expect(statements.flatMap(actionsOf).filter((action) => action.includes("*"))).toEqual([]);
});

test("Every resource is the tenant's, but for what cannot be scoped.", () => {
  const wide = statements.filter(({ Resource }) => Resource === "*").map(({ Sid }) => Sid);

  expect(wide).toEqual(["SeeNetwork", "RegistryToken", "Metrics"]);
});

test("Logs of groups that tenants share are read and written by the tenant's own streams only.", () => {
  const shared = statements.filter(({ Resource }) => JSON.stringify(Resource).includes("TrainingJobs"));

  expect(shared.map(({ Sid }) => Sid)).toEqual(["ReadOwnStreams", "WriteOwnStreams"]);
  for (const { Resource } of shared) {
    for (const arn of [Resource ?? []].flat()) {
      expect(arn).toMatch(/:log-stream:(mlp-dev-acme--\*|d-000000000001\/\*)$/);
    }
  }
  expect(shared.flatMap(actionsOf)).not.toContain("logs:FilterLogEvents");
});
