import fc from "fast-check";
import {
  longestScope,
  ownLogGroups,
  ownNamed,
  ownNetwork,
  ownSharedStreams,
  ownStudio,
  type TenantScope,
} from "../../../lib/aws/iam/tenant-scope";
import { awsTenantOf } from "../../support/aws-stack";
import { scopeOf } from "../../support/tenant-scope";

const everything = (scope: TenantScope) => [
  ...ownNamed(scope),
  ...ownStudio(scope),
  ...ownSharedStreams(scope),
  ownLogGroups(scope),
  scope.tenant.bucket.arn,
  `${scope.tenant.bucket.arn}/*`,
  scope.tenant.repository.pattern,
  scope.tenant.parameters.pattern,
  scope.tenant.execRole.arn,
];
const matches = (pattern: string, arn: string) =>
  new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(arn);

/** Ids that are easily mistaken for each other: one begins or ends with another. */
const ids = fc.uniqueArray(fc.stringMatching(/^[ab]{1,2}(-[ab]{1,2}){0,2}$/), { minLength: 2, maxLength: 2 });

test("No pattern of one tenant matches anything of another, however alike their ids are.", () => {
  fc.assert(
    fc.property(ids, (pair) => {
      const [one, other] = pair.map((id, index) => scopeOf(awsTenantOf({}, {}, id), `d-00000000000${index}`));
      if (one === undefined || other === undefined) throw new Error("there are two ids");
      const victims = everything(other).map((arn) => arn.replaceAll("*", "x"));

      expect(victims.filter((arn) => everything(one).some((pattern) => matches(pattern, arn)))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("A tenant without Studio has nothing in a domain, and no logs of one.", () => {
  expect(ownStudio(scopeOf())).toEqual([]);
  expect(ownSharedStreams(scopeOf()).filter((arn) => arn.includes("studio"))).toEqual([]);
});

test("The network that interfaces are made in is the tenant's subnets and its own security group, exactly.", () => {
  expect(ownNetwork(scopeOf()).filter((arn) => arn.includes("*"))).toEqual([]);
});

test("The longest scope is as long as ids of AWS can be, in the place of references of any length.", () => {
  const reference = "${data.aws_ssm_parameter.a-very-long-name-of-a-parameter.insecure_value}";
  const scope = {
    ...scopeOf(undefined, reference),
    keyArn: reference,
    subnetIds: [reference],
    securityGroupId: reference,
  };

  expect(JSON.stringify(longestScope(scope))).not.toContain("${");
  expect(longestScope(scope).keyArn).toMatch(/^arn:aws:kms:eu-central-1:123456789012:key\/.{36}$/);
});
