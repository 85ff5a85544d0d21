import { tenantBucketStatements, tenantKeyPolicy, tenantRoleArns } from "../../../lib/aws/iam/tenant-resource-policies";
import { policy } from "../../../lib/aws/iam/policy";
import { awsTenantOf, ENVIRONMENT } from "../../support/aws-stack";
import { statementOf } from "../../support/tenant-scope";

const EXEC = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec";
const USER = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--user";
const DEPLOYER = "arn:aws:iam::123456789012:role/terraform";
const withPeople = awsTenantOf({ aws: { principals: ["arn:aws:iam::111122223333:role/acme-sso"] } });
const KEY = { keyArn: "arn:aws:kms:eu-central-1:123456789012:key/1", s3EndpointId: ENVIRONMENT.s3EndpointId };

test("A tenant without people has no user role that anything could admit.", () => {
  expect(tenantRoleArns(awsTenantOf())).toEqual([EXEC]);
  expect(tenantRoleArns(withPeople)).toEqual([EXEC, USER]);
});

test("A tenant's key is used by its own roles only, and administered by nobody who uses it.", () => {
  const key = tenantKeyPolicy(withPeople);
  const use = key.Statement.filter(
    ({ Action = [], Principal }) =>
      [Action].flat().includes("kms:Decrypt") && JSON.stringify(Principal).includes("AWS"),
  );

  expect(use.map(({ Condition }) => Condition)).toEqual([{ ArnEquals: { "aws:PrincipalArn": [EXEC, USER] } }]);
});

test("Whoever runs terraform lets services of AWS use a tenant's key, and does not use it.", () => {
  const admitting = tenantKeyPolicy(withPeople).Statement.filter((statement) =>
    JSON.stringify(statement).includes(DEPLOYER),
  );

  expect(admitting.map(({ Sid }) => Sid)).toEqual(["Grants", "GrantsBack"]);
  expect(admitting[0]?.Condition).toMatchObject({ Bool: { "kms:GrantIsForAWSResource": "true" } });
});

test("For Studio the key encrypts a file system for whoever runs terraform, through the services that make it only.", () => {
  const key = tenantKeyPolicy(awsTenantOf({ aws: { studio: { users: ["ada"] } } }));

  expect(statementOf(key, "UseThroughServices").Condition).toEqual({
    ArnEquals: { "aws:PrincipalArn": [DEPLOYER] },
    StringEquals: {
      "kms:ViaService": ["elasticfilesystem.eu-central-1.amazonaws.com", "sagemaker.eu-central-1.amazonaws.com"],
    },
  });
});

test("A tenant's key encrypts logs of its own endpoints, and no other tenant's.", () => {
  expect(statementOf(tenantKeyPolicy(awsTenantOf()), "Logs").Condition).toEqual({
    ArnLike: {
      "kms:EncryptionContext:aws:logs:arn":
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/Endpoints/mlp-dev-acme--*",
    },
  });
});

test("A tenant's bucket admits its own roles and whoever runs terraform.", () => {
  const bucket = policy(...tenantBucketStatements(withPeople, KEY));

  expect(statementOf(bucket, "PrincipalsOnly")).toMatchObject({
    Effect: "Deny",
    Action: "s3:*",
    Condition: { ArnNotEquals: { "aws:PrincipalArn": [EXEC, USER, DEPLOYER] } },
  });
});

test("A bucket for the network only refuses the tenant's roles elsewhere, and locks nobody out who runs terraform.", () => {
  const tenant = awsTenantOf({ aws: { bucketFromVpcOnly: true } });
  const { Condition } = statementOf(policy(...tenantBucketStatements(tenant, KEY)), "FromVpcOnly");

  expect(Condition).toEqual({
    ArnEquals: { "aws:PrincipalArn": [EXEC] },
    Bool: { "aws:ViaAWSService": "false" },
    StringNotEquals: { "aws:SourceVpce": ENVIRONMENT.s3EndpointId },
  });
});

test("A bucket answers from everywhere unless the file says otherwise.", () => {
  expect(tenantBucketStatements(awsTenantOf(), KEY).map(({ Sid }) => Sid)).not.toContain("FromVpcOnly");
});
