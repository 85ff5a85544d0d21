import { StudioDomainRole } from "../../../lib/aws/tenant/studio-domain-role";
import { awsTenantOf, synthAws } from "../../support/aws-stack";
import { onlyResource } from "../../support/synth";

test("Whom a Studio domain gives no other role can do nothing, in whatever partition.", () => {
  const stack = synthAws((scope) => new StudioDomainRole(scope, "role", awsTenantOf()));
  const { permissions_boundary } = onlyResource(stack, "aws_iam_role");

  expect(permissions_boundary).toBe("arn:aws:iam::aws:policy/AWSDenyAll");
  expect(Object.keys(stack.resource)).toEqual(["aws_iam_role"]);
});
