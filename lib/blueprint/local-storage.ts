/**
 * Families of instance types of SageMaker that have disks of their own, which the instance encrypts itself: SageMaker
 * refuses a key for what runs on them (API reference, "CreateEndpointConfig", KmsKeyId; for the families EC2 User Guide,
 * "Instance store volume limits for EC2 instances").
 */
export const LOCAL_STORAGE_FAMILIES: readonly string[] = [
  "c5d",
  "c6gd",
  "c6id",
  "dl1",
  "g4dn",
  "g5",
  "g6",
  "g6e",
  "g7e",
  "gr6",
  "i3en",
  "m5d",
  "m6gd",
  "m6id",
  "p3dn",
  "p4d",
  "p4de",
  "p5",
  "p5e",
  "p5en",
  "p6-b200",
  "p6-b300",
  "p6e-gb200",
  "r5d",
  "r6gd",
  "r6id",
  "r7gd",
  "trn1",
  "trn1n",
  "trn2",
];

/** In a family's name, a "d" after the generation means disks (EC2 User Guide, "Amazon EC2 instance type naming conventions"). */
const DISKS = /^[a-z]+\d+[a-z]*d/;

/**
 * Whether an instance type has disks of its own. Families that SageMaker may get later are known by their names.
 *
 * @param instanceType as SageMaker writes it, such as ml.g5.xlarge
 */
export function hasLocalStorage(instanceType: string): boolean {
  const [, family = ""] = instanceType.split(".");
  return LOCAL_STORAGE_FAMILIES.includes(family) || DISKS.test(family);
}
