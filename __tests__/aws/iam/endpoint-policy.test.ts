import { interfaceEndpointPolicy, s3EndpointPolicy } from "../../../lib/aws/iam/endpoint-policy";
import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { verdict } from "../../support/iam/evaluator";
import type { ContextValue } from "../../support/iam/request";

const OWN = "123456789012";
const FOREIGN = "666666666666";
const ACCOUNT = { partition: "aws", accountId: OWN, region: "eu-central-1" };
const ROLE = `arn:aws:iam::${OWN}:role/x`;

interface Asked {
  /** Whose credentials sign the request; undefined for a request without any. */
  readonly principal?: string;
  /** Whose the resource is; undefined where the action has none. */
  readonly owner?: string;
  readonly resource?: string;
}

/** Whether an endpoint carries a request. */
function carries(document: PolicyDocument, action: string, { principal, owner, resource = "*" }: Asked) {
  const known: Record<string, ContextValue> = {
    ...(principal === undefined ? {} : { "aws:principalaccount": [principal] }),
    ...(owner === undefined ? {} : { "aws:resourceaccount": [owner] }),
  };
  const request = { asker: { roleArn: ROLE }, action, resource, context: { known, others: "absent" as const } };
  return verdict({ identity: [], resource: document }, request);
}

describe.each([
  ["sagemaker.api", "sagemaker:DescribeModel"],
  ["sagemaker.runtime", "sagemaker:InvokeEndpoint"],
  ["ecr.api", "ecr:PutImage"],
  ["ecr.dkr", "ecr:PutImage"],
  ["logs", "logs:PutLogEvents"],
  ["monitoring", "cloudwatch:PutMetricData"],
  ["sts", "sts:AssumeRole"],
  ["kms", "kms:Decrypt"],
  ["elasticfilesystem", "elasticfilesystem:ClientMount"],
] as const)("the endpoint of %s", (key, action) => {
  const endpoint = interfaceEndpointPolicy(ACCOUNT, key);

  test(`carries ${action} of own principals to own resources`, () => {
    expect(carries(endpoint, action, { principal: OWN, owner: OWN })).toBe(true);
  });

  test("carries what has no resource", () => {
    expect(carries(endpoint, action, { principal: OWN })).toBe(true);
  });

  test("carries nothing to resources of another account", () => {
    expect(carries(endpoint, action, { principal: OWN, owner: FOREIGN })).toBe(false);
  });

  test("carries nothing with credentials of another account, or without any", () => {
    expect(carries(endpoint, action, { principal: FOREIGN, owner: OWN })).toBe(false);
    expect(carries(endpoint, action, { principal: FOREIGN, owner: FOREIGN })).toBe(false);
    expect(carries(endpoint, action, { owner: FOREIGN })).toBe(false);
  });

  test("carries nothing of another service", () => {
    expect(carries(endpoint, "secretsmanager:GetSecretValue", { principal: OWN, owner: OWN })).toBe(false);
  });
});

describe.each(["ecr.api", "ecr.dkr"] as const)("the endpoint of %s", (key) => {
  const endpoint = interfaceEndpointPolicy(ACCOUNT, key);

  test.each(["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"])(
    "carries %s to AWS's own images",
    (action) => {
      expect(carries(endpoint, action, { principal: OWN, owner: "763104351884" })).toBe(true);
      expect(carries(endpoint, action, { principal: FOREIGN, owner: "763104351884" })).toBe(false);
    },
  );
});

describe.each([
  ["studio", "sagemaker:CreatePresignedDomainUrl", "user-profile/d-1/ada"],
  ["studio", "sagemaker:CreateApp", "app/d-1/ada/JupyterLab/default"],
  ["notebook", "sagemaker:CreatePresignedNotebookInstanceUrl", "notebook-instance/mlp-dev-acme--research"],
] as const)("a browser at the endpoint of %s", (key, action, resource) => {
  const endpoint = interfaceEndpointPolicy(ACCOUNT, key);
  const at = (account: string) => `arn:aws:sagemaker:eu-central-1:${account}:${resource}`;

  test(`comes to what is the account's, by ${action}`, () => {
    expect(carries(endpoint, action, { resource: at(OWN) })).toBe(true);
    expect(carries(endpoint, action, { principal: OWN, resource: at(OWN) })).toBe(true);
  });

  test("comes to nothing with credentials of another account", () => {
    expect(carries(endpoint, action, { principal: FOREIGN, resource: at(OWN) })).toBe(false);
  });

  test("comes to nothing of another account", () => {
    expect(carries(endpoint, action, { resource: at(FOREIGN) })).toBe(false);
    expect(carries(endpoint, action, { principal: FOREIGN, resource: at(FOREIGN) })).toBe(false);
  });
});

describe("the endpoint of S3", () => {
  const endpoint = s3EndpointPolicy(ACCOUNT);
  const object = (bucket: string) => `arn:aws:s3:::${bucket}/x`;

  test("carries data to own buckets only", () => {
    expect(carries(endpoint, "s3:PutObject", { principal: OWN, owner: OWN, resource: object("own") })).toBe(true);
    expect(carries(endpoint, "s3:PutObject", { principal: OWN, owner: FOREIGN, resource: object("other") })).toBe(
      false,
    );
  });

  test("carries models in from buckets of others, for own principals", () => {
    const asked = { owner: FOREIGN, resource: object("models-of-others") };

    expect(carries(endpoint, "s3:GetObject", { principal: OWN, ...asked })).toBe(true);
    expect(carries(endpoint, "s3:GetObject", { principal: FOREIGN, ...asked })).toBe(false);
    expect(carries(endpoint, "s3:GetObject", asked)).toBe(false);
  });

  test.each(["prod-eu-central-1-starport-layer-bucket", "al2023-repos-eu-central-1-de612dc2"])(
    "carries objects of AWS's bucket %s in, which requests come for that the account does not sign",
    (bucket) => {
      expect(carries(endpoint, "s3:GetObject", { resource: object(bucket) })).toBe(true);
      expect(carries(endpoint, "s3:PutObject", { principal: FOREIGN, resource: object(bucket) })).toBe(false);
      expect(carries(endpoint, "s3:GetObject", { resource: object(`${bucket}-of-somebody`) })).toBe(false);
    },
  );
});
