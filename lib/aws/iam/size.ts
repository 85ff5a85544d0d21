import type { PolicyDocument } from "./policy";

/** Ids and ARNs that AWS gives, each as long as it can be: what a policy will hold in the place of a reference. */
export const LONGEST = {
  keyId: "00000000-0000-0000-0000-000000000000",
  subnetId: "subnet-0123456789abcdef0",
  securityGroupId: "sg-0123456789abcdef0",
  // API reference, "CreateDomain": `d-(-*[a-z0-9]){1,61}`; those that AWS gives have twelve characters after the "d-".
  domainId: "d-0123456789ab",
} as const;

/** How many characters a policy has, as IAM counts them. */
export function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).replaceAll(/\s/g, "").length;
}
