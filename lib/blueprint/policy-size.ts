/**
 * The most characters that IAM takes of a policy, white space not counted ("IAM and AWS STS quotas"). The provider does not
 * check it before it applies (hashicorp/terraform-provider-aws#45533).
 */
export const MOST_CHARACTERS = { managedPolicy: 6144, trustPolicy: 2048 } as const;
