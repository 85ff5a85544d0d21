import { deployOperationsPolicy } from "../../../lib/aws/iam/deploy-operations-policy";
import { deployBlueprint } from "../../support/deploy-blueprint";
import { statementOf } from "../../support/tenant-scope";

test("Scaling makes alarms with names of its own.", () => {
  expect(statementOf(deployOperationsPolicy(deployBlueprint()), "ScalingAlarms").Resource).toEqual([
    "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:TargetTracking-*",
  ]);
});
