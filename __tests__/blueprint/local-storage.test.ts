import { hasLocalStorage, LOCAL_STORAGE_FAMILIES } from "../../lib/blueprint/local-storage";

test.each(["ml.g5.xlarge", "ml.g4dn.2xlarge", "ml.m5d.large", "ml.p4de.24xlarge", "ml.trn1.32xlarge"])(
  "%s has disks of its own.",
  (instanceType) => {
    expect(hasLocalStorage(instanceType)).toBe(true);
  },
);

test.each(["ml.m5.large", "ml.c6gn.xlarge", "ml.inf2.xlarge", "ml.t3.medium", "ml.p3.2xlarge", "ml.m6i.large"])(
  "%s has none.",
  (instanceType) => {
    expect(hasLocalStorage(instanceType)).toBe(false);
  },
);

test.each(["ml.m8gd.large", "ml.c7gd.xlarge", "ml.r5dn.large", "ml.m6idn.large"])(
  "%s is not in the table, but its name says that it has disks.",
  (instanceType) => {
    expect(LOCAL_STORAGE_FAMILIES).not.toContain(instanceType.split(".")[1]);
    expect(hasLocalStorage(instanceType)).toBe(true);
  },
);

test("The table has no family twice, and none with the ml. of SageMaker before it.", () => {
  expect(new Set(LOCAL_STORAGE_FAMILIES).size).toBe(LOCAL_STORAGE_FAMILIES.length);
  expect(LOCAL_STORAGE_FAMILIES.filter((family) => family.includes("."))).toEqual([]);
});
