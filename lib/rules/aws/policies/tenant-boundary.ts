import { stackWithPolicy } from "../iam/example";
import { ACCOUNT, MODELS } from "../iam/rules/example-arns";
import { boundaryOf } from "./boundary-of";
import type { ContentRule, PolicyView } from "./policy-view";
import {
  anyValues,
  exactly,
  missingDenies,
  policyWith,
  referencesTo,
  type RequiredDeny,
  type Values,
} from "./required-deny";

/** A parameter of requests of SageMaker that must not be another tenant's. */
interface Parameter {
  readonly what: string;
  readonly key: string;
  /** The operator that is true of what is not the tenant's. */
  readonly operator: string;
  readonly values: Values;
}

/** A parameter that no request may have. */
const NOT_AT_ALL = { operator: "Null", values: exactly("false") } as const;
const OF_ACCOUNT: Values = {
  sample: `arn:aws:sagemaker:*:${ACCOUNT}:*`,
  holds: (values, { owner: { account } }) =>
    values.length === 1 &&
    values.every((value) => new RegExp(`^arn:[^:]+:sagemaker:\\*:${account ?? "\\d{12}"}:\\*$`).test(value)),
};

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker". */
const PARAMETERS: readonly Parameter[] = [
  { what: "models", key: "sagemaker:ModelArn", operator: "ArnNotLike", values: anyValues(MODELS) },
  {
    what: "subnets",
    key: "sagemaker:VpcSubnets",
    operator: "ForAnyValue:StringNotEquals",
    values: referencesTo("aws_subnet", "data.aws_ssm_parameter"),
  },
  {
    what: "security groups",
    key: "sagemaker:VpcSecurityGroupIds",
    operator: "ForAnyValue:StringNotEquals",
    values: referencesTo("aws_security_group"),
  },
  {
    what: "keys of volumes",
    key: "sagemaker:VolumeKmsKeyArn",
    operator: "ArnNotEquals",
    values: referencesTo("aws_kms_key"),
  },
  {
    what: "keys of outputs",
    key: "sagemaker:OutputKmsKeyArn",
    operator: "ArnNotEquals",
    values: referencesTo("aws_kms_key"),
  },
  { what: "file systems", key: "sagemaker:FileSystemId", ...NOT_AT_ALL },
  { what: "tags of tenants", key: "aws:RequestTag/tenant", operator: "StringNotEquals", values: anyValues("acme") },
];

/** Parameters of the apps of Studio, which a stack with a domain must deny as well. */
const OF_STUDIO: readonly Parameter[] = [
  { what: "images", key: "sagemaker:ImageArns", operator: "ForAnyValue:ArnLike", values: OF_ACCOUNT },
  {
    what: "versions of images",
    key: "sagemaker:ImageVersionArns",
    operator: "ForAnyValue:ArnLike",
    values: OF_ACCOUNT,
  },
  { what: "lifecycle configurations", key: "sagemaker:StudioLifecycleConfigArns", ...NOT_AT_ALL },
];

const hasStudio = ({ stack }: PolicyView) => stack.resources("aws_sagemaker_domain").length > 0;

const DENIES: readonly RequiredDeny[] = [
  {
    what: "everything outside of what is the tenant's own, with NotResource",
    actions: { allBut: ["cloudwatch:PutMetricData", "ec2:Describe*", "ecr:GetAuthorizationToken"] },
    on: { sample: { NotResource: [MODELS] }, holds: ({ notResources }) => notResources.length > 0 },
  },
  ...PARAMETERS.map((parameter) => foreign(parameter)),
  ...OF_STUDIO.map((parameter) => ({ ...foreign(parameter), needed: hasStudio })),
];

/** What keeps tenants apart, whatever is attached to their roles. */
export const tenantBoundary: ContentRule = {
  id: "aws-tenant-boundary-denies",
  severity: "critical",
  title: "The boundary of a tenant's roles denies what is another tenant's.",
  reason:
    "What keeps tenants apart is the Deny in the boundary: without it, a policy that is attached later, or that a resource " +
    "has, or a parameter of a request reaches another tenant.",
  fix: "write a Deny of these actions, on every resource where none is said, with this condition and no other",
  source: "IAM User Guide: Permissions boundaries for IAM entities",
  controls: ["MCSB PA-7", "MCSB IM-7"],
  kinds: ["boundary"],
  example: {
    wrong: stackWithPolicy("boundary", policyWith(DENIES.slice(1), {}, ceiling())),
    right: stackWithPolicy("boundary", policyWith(DENIES, {}, ceiling())),
  },
  check: tenantDenies,
};

/** What the boundary of a tenant's roles does not deny, and must; nothing of other boundaries. */
export function tenantDenies(policy: PolicyView) {
  return boundaryOf(policy) === "tenant" ? missingDenies(DENIES, policy) : [];
}

/** A negated operator is true of a missing key, so `Null` keeps the Deny to requests that have it. */
function foreign({ what, key, operator, values }: Parameter): RequiredDeny {
  const when = { [`${operator} ${key}`]: values };
  if (/^(String|Arn)Not/.test(operator)) when[`Null ${key}`] = exactly("false");
  return {
    what: `${what} in requests of SageMaker that are not the tenant's own, by ${operator} of ${key}`,
    actions: ["sagemaker:*"],
    when,
  };
}

function ceiling() {
  return { Effect: "Allow", Action: ["sagemaker:CreateModel"], Resource: "*" };
}
