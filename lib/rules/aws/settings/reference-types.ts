import { each } from "../../list-expectation";
import { type Expectation, refersTo } from "../../expectation";

/** A key of the same stack. Whether it is the right one is told by the rule aws-key-purpose. */
export const OWN_KEY: Expectation = refersTo(["aws_kms_key"], "arn");

/** A role of the same stack. Whether it is the right one is told by the rule aws-role-service. */
export const OWN_ROLE: Expectation = refersTo(["aws_iam_role"], "arn");

/** Security groups of the same stack. */
export const OWN_SECURITY_GROUPS: Expectation = each(refersTo(["aws_security_group"]));

/** A network: of the same stack, or the one that the foundation has published. */
export const OWN_NETWORK: Expectation = refersTo(["aws_vpc", "data.aws_ssm_parameter"]);

/** A subnet: of the same stack, or one that the foundation has published. */
export const OWN_SUBNET: Expectation = refersTo(["aws_subnet", "data.aws_ssm_parameter"]);

/** Two of them or more, in as many zones. */
export const OWN_SUBNETS: Expectation = several(OWN_SUBNET);

/** Two values or more, all of them right and none of them twice. */
export function several({ must, holds, right, wrong }: Expectation): Expectation {
  return {
    must: `${must.replace(/^must/, "must each")}, and be two different ones or more`,
    holds: (values) => Array.isArray(values) && new Set(values).size > 1 && isSet(values) && values.every(holds),
    right: [right, String(right).replace("example", "other")],
    wrong: [right, wrong],
  };
}

function isSet(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
