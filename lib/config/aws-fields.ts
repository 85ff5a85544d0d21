import { text } from "./text-form";

/** The partitions of AWS. */
export const PARTITIONS = ["aws", "aws-cn", "aws-us-gov"] as const;

/** The partition of a region, by the beginning of its name. */
export function partitionOf(region: string): (typeof PARTITIONS)[number] {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** An AWS account id: twelve digits, in quotes. */
export function accountId() {
  return text({
    what: "an AWS account id",
    use: 'twelve digits in quotes, such as "123456789012"',
    pattern: /^\d{12}$/,
  });
}

/** An AWS region, such as eu-central-1. */
export function region() {
  return text({
    what: "an AWS region",
    use: 'one such as "eu-central-1"',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    max: 30,
    mend: (value) => value.toLowerCase().replace(/^([a-z]{2}(-[a-z]+)+-\d)[a-z]$/, "$1"),
  });
}

/**
 * The ARN of an IAM role, with its path. Neither a user nor a whole account: who may act for a tenant is named exactly,
 * and has no long-lived key.
 */
export function roleArn() {
  return text({
    what: "the ARN of an IAM role",
    use: 'one such as "arn:aws:iam::111122223333:role/acme-sso"; users, groups and whole accounts are not accepted',
    pattern: /^arn:aws(-cn|-us-gov)?:iam::\d{12}:role\/([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    max: 700,
  });
}

/** An instance type of SageMaker, such as ml.m5.large. */
export function instanceType() {
  return text({
    what: "an instance type of SageMaker",
    use: 'one such as "ml.m5.large"',
    pattern: /^ml\.[a-z0-9-]+\.[a-z0-9-]+$/,
    max: 40,
    mend: (value) => (value.startsWith("ml.") ? value.toLowerCase() : `ml.${value.toLowerCase()}`),
  });
}
