import fc from "fast-check";
import { awsName, bucketName, iamPath, repositoryName } from "../../lib/blueprint/aws-names";
import { ownerOfName, ownerOfRepository, ownerOfRole, parseRoleArn } from "../../lib/blueprint/aws-owners";
import { awsPrefixes, instances, tenantIds } from "./arbitraries";

const PLATFORM = { prefix: "mlp", instance: "dev" };
const ACCOUNT = { accountId: "123456789012", region: "eu-central-1" };
const role = (path: string, name: string) => ({ partition: "aws", accountId: ACCOUNT.accountId, path, name });

/** A platform, with a tenant of it or without one. */
const owners = fc
  .tuple(awsPrefixes, instances, fc.option(tenantIds, { nil: undefined }))
  .map(([prefix, instance, tenant]) => ({ prefix, instance, ...(tenant === undefined ? {} : { tenant }) }));

test.each([
  ["arn:aws:iam::123456789012:role/acme", role("/", "acme")],
  ["arn:aws:iam::123456789012:role/a/b/acme", role("/a/b/", "acme")],
  ["arn:aws-us-gov:iam::123456789012:role/acme", { ...role("/", "acme"), partition: "aws-us-gov" }],
])("The ARN %s is read.", (arn, parts) => {
  expect(parseRoleArn(arn)).toEqual(parts);
});

test("What is not the ARN of a role is never read as one.", () => {
  expect(() => parseRoleArn("arn:aws:iam::123456789012:user/ada")).toThrow("is not the ARN of a role");
});

test("Whose a role, a bucket or a repository is, its name tells, whatever the ids are.", () => {
  fc.assert(
    fc.property(owners, (owner) => {
      const { prefix, instance, tenant } = owner;
      const expected = tenant === undefined ? {} : { tenant };
      const name = awsName("iamRole", owner, "exec");
      expect(ownerOfName({ prefix, instance }, name)).toEqual(expected);
      expect(ownerOfName({ prefix, instance }, bucketName(owner, ACCOUNT, "data"))).toEqual(expected);
      expect(ownerOfRole({ prefix, instance }, role(iamPath(owner), "anything"))).toEqual(expected);
      expect(ownerOfRole({ prefix, instance }, role("/", name))).toEqual(expected);
      expect(ownerOfRole({ prefix, instance }, role("/", name.toUpperCase()))).toEqual(expected);
      expect(ownerOfRepository({ prefix, instance }, repositoryName(owner, "images"))).toEqual(
        // No tenant on AWS may be called so.
        tenant === "platform" ? {} : expected,
      );
    }),
  );
});

test.each(["mlp-dev-acme", "mlp-dev", "mlp-dev-", "mlp-prod--deploy", "acme--exec", "mlp-device--a", "amlp-dev--a"])(
  "The name %s is nobody's here.",
  (name) => {
    expect(ownerOfName(PLATFORM, name)).toBeUndefined();
    expect(ownerOfRole(PLATFORM, role("/", name))).toBeUndefined();
  },
);

test.each(["/mlp-develop/tenant/acme/", "/other/mlp-dev/tenant/acme/"])("The path %s is nobody's here.", (path) => {
  expect(ownerOfRole(PLATFORM, role(path, "anything"))).toBeUndefined();
});

test.each(["mlp-dev", "mlp-develop/acme/images", "other/mlp-dev/acme/images", "mlp-dev-acme/images"])(
  "The repository %s is nobody's here.",
  (name) => {
    expect(ownerOfRepository(PLATFORM, name)).toBeUndefined();
  },
);
