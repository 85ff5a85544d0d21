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

/** Several of them. */
export const OWN_SUBNETS: Expectation = each(OWN_SUBNET);
