import { may, OF_TERRAFORM, tagsAs, TENANT_RESOURCES } from "../../support/iam/deploy-roles";
import { NEEDS } from "../../support/iam/terraform-needs";

describe("the plan role", () => {
  test.each(Object.keys(NEEDS))("reads %s of a tenant, and neither makes nor changes it", (type) => {
    const { arn, make, change, read } = NEEDS[type] ?? { arn: () => "", make: [], change: [], read: [] };
    const known = { ...tagsAs("aws:ResourceTag"), ...tagsAs("aws:RequestTag"), ...OF_TERRAFORM };
    const resources = TENANT_RESOURCES.filter(([of]) => of === type).map(([, resource]) => arn(resource));
    const lookOnly = new Set(["s3:ListBucketVersions"]);

    for (const resource of resources) {
      expect(read.filter((action) => may("plan", action, resource, { known }) !== true)).toEqual([]);
      expect(
        [...make, ...change].filter(
          (action) => !lookOnly.has(action) && may("plan", action, resource, { known }) !== false,
        ),
      ).toEqual([]);
    }
  });
});
