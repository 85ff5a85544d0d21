import type { Json } from "../../../../e2e/aws/shim/call";
import { GAPS } from "../../../../e2e/aws/shim/gaps";
import { ACCOUNT, fakeMoto, REGION } from "./fake-moto";

const arn = (resource: string) => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${resource}`;
const bodyOf = ({ body }: { body: Buffer } = { body: Buffer.from("{}") }) => JSON.parse(body.toString("utf8")) as Json;

test("No two gaps are about the same operation of a service.", () => {
  const operations = GAPS.flatMap(({ service, remedies }) =>
    Object.keys(remedies).map((operation) => `${service} ${operation}`),
  );

  expect(operations).toEqual([...new Set(operations)]);
});

describe("what is not in the table of gaps", () => {
  test("goes to moto and back as it is.", async () => {
    const moto = fakeMoto({ CreateRole: "<Role/>" });

    expect(await moto.query("iam", { Action: "CreateRole", RoleName: "x" })).toBe("<Role/>");
    expect(moto.asked[0]?.body.toString()).toBe("Action=CreateRole&RoleName=x");
  });

  test("is refused by name when moto breaks on it, for the provider would repeat a 500 for minutes.", async () => {
    const moto = fakeMoto({ CreateCluster: { status: 500 } });

    expect(await moto.json("sagemaker", "CreateCluster", {})).toMatchObject({
      __type: "UnknownToMoto",
      message: expect.stringContaining("sagemaker CreateCluster") as string,
    });
  });

  test.each([
    ["s3", /^<Error>/],
    ["ec2", /^<Response><Errors><Error>/],
    ["iam", /^<ErrorResponse><Error>/],
  ])("is refused in the form of %s.", async (service, form) => {
    expect(await fakeMoto({ Do: { status: 500 } }).query(service, { Action: "Do" })).toMatch(form);
  });
});

describe("the account of a request", () => {
  test("is the platform's.", async () => {
    const moto = fakeMoto({});
    await moto.query("iam", { Action: "ListRoles" });

    expect(moto.asked[0]?.headers).toMatchObject({ "x-moto-account-id": ACCOUNT });
  });

  test("is a tenant's, with the key of a role that was assumed there.", async () => {
    const moto = fakeMoto({ AssumeRole: "<AccessKeyId>e2e</AccessKeyId>" });
    await moto.query("sts", { Action: "AssumeRole", RoleArn: "arn:aws:iam::444455556666:role/deploy" });
    await moto.query("iam", { Action: "ListRoles" });

    expect(moto.asked[1]?.headers).toMatchObject({ "x-moto-account-id": "444455556666" });
  });
});

describe("Studio", () => {
  test("has an id for a new domain, which moto leaves out.", async () => {
    const moto = fakeMoto({ CreateDomain: { DomainArn: arn("domain/d-1") } });

    expect(await moto.json("sagemaker", "CreateDomain", { DomainName: "x" })).toMatchObject({ DomainId: "d-1" });
  });

  test("has a domain that is gone in the words that the provider understands.", async () => {
    const moto = fakeMoto({ DescribeDomain: { status: 400 } });

    expect(await moto.json("sagemaker", "DescribeDomain", { DomainId: "d-1" })).toMatchObject({
      __type: "ResourceNotFound",
    });
  });

  test.each([
    ["UserProfile", "UserProfileName"],
    ["Space", "SpaceName"],
  ])("has a %s from its creation to its deletion.", async (kind, name) => {
    const moto = fakeMoto({});
    const id = { DomainId: "d-1", [name]: "ada" };
    await moto.json("sagemaker", `Create${kind}`, id);
    await moto.json("sagemaker", `Update${kind}`, { ...id, Settings: 1 });

    expect(await moto.json("sagemaker", `Describe${kind}`, id)).toMatchObject({ Status: "InService", Settings: 1 });
    expect(await moto.json("sagemaker", `List${kind}s`, {})).toMatchObject({ [`${kind}s`]: [{ [name]: "ada" }] });

    await moto.json("sagemaker", `Delete${kind}`, id);

    expect(await moto.json("sagemaker", `Describe${kind}`, id)).toMatchObject({ __type: "ResourceNotFound" });
    expect(await moto.json("sagemaker", `List${kind}s`, {})).toEqual({ [`${kind}s`]: [] });
    expect(moto.asked).toEqual([]);
  });

  test("has the tags of its profiles, and asks moto about those of others.", async () => {
    const moto = fakeMoto({ ListTags: { Tags: [{ Key: "of", Value: "moto" }] } });
    const Tags = [{ Key: "tenant", Value: "acme" }];
    await moto.json("sagemaker", "CreateUserProfile", { DomainId: "d-1", UserProfileName: "ada", Tags });
    const profile = { ResourceArn: arn("user-profile/d-1/ada") };
    await moto.json("sagemaker", "AddTags", { ...profile, Tags: [{ Key: "tenant", Value: "new" }] });

    expect(await moto.json("sagemaker", "ListTags", profile)).toEqual({ Tags: [{ Key: "tenant", Value: "new" }] });
    expect(await moto.json("sagemaker", "ListTags", { ResourceArn: arn("model/x") })).toEqual({
      Tags: [{ Key: "of", Value: "moto" }],
    });

    await moto.json("sagemaker", "DeleteTags", { ...profile, TagKeys: ["tenant"] });

    expect(await moto.json("sagemaker", "ListTags", profile)).toEqual({ Tags: [] });
  });
});

describe("what moto forgets", () => {
  test.each([
    ["Model", "ModelName", { EnableNetworkIsolation: true }],
    ["NotebookInstance", "NotebookInstanceName", { PlatformIdentifier: "notebook-al2-v3" }],
    ["EndpointConfig", "EndpointConfigName", { DataCaptureConfig: { EnableCapture: true } }],
  ])("of a %s is told until it is deleted.", async (kind, name, fields) => {
    const moto = fakeMoto({ [`Describe${kind}`]: { Arn: "x" } });
    await moto.json("sagemaker", `Create${kind}`, { [name]: "n", ...fields });

    expect(await moto.json("sagemaker", `Describe${kind}`, { [name]: "n" })).toEqual({ Arn: "x", ...fields });
    expect(await moto.json("sagemaker", `Describe${kind}`, { [name]: "other" })).toEqual({ Arn: "x" });

    await moto.json("sagemaker", `Delete${kind}`, { [name]: "n" });

    expect(await moto.json("sagemaker", `Describe${kind}`, { [name]: "n" })).toEqual({ Arn: "x" });
  });

  test("of an endpoint is its deployment, and every update.", async () => {
    const moto = fakeMoto({ DescribeEndpoint: { EndpointConfigName: "first" } });
    const id = { EndpointName: "e" };
    await moto.json("sagemaker", "CreateEndpoint", { ...id, EndpointConfigName: "first", DeploymentConfig: { a: 1 } });

    expect(await moto.json("sagemaker", "DescribeEndpoint", id)).toMatchObject({ LastDeploymentConfig: { a: 1 } });

    await moto.json("sagemaker", "UpdateEndpoint", { ...id, EndpointConfigName: "second", DeploymentConfig: { a: 2 } });

    expect(await moto.json("sagemaker", "DescribeEndpoint", id)).toEqual({
      EndpointConfigName: "second",
      LastDeploymentConfig: { a: 2 },
    });
  });

  test("of a notebook is every update, also that of its lifecycle configuration.", async () => {
    const moto = fakeMoto({ DescribeNotebookInstance: { InstanceType: "ml.t3.medium" } });
    const id = { NotebookInstanceName: "n" };
    await moto.json("sagemaker", "UpdateNotebookInstance", {
      ...id,
      InstanceType: "ml.t3.large",
      LifecycleConfigName: "l",
    });

    expect(await moto.json("sagemaker", "DescribeNotebookInstance", id)).toMatchObject({
      InstanceType: "ml.t3.large",
      NotebookInstanceLifecycleConfigName: "l",
    });
  });

  test("is not a capture of data where none was asked for, which moto invents.", async () => {
    const moto = fakeMoto({ DescribeEndpointConfig: { DataCaptureConfig: { EnableCapture: false } } });
    await moto.json("sagemaker", "CreateEndpointConfig", { EndpointConfigName: "c" });

    expect(await moto.json("sagemaker", "DescribeEndpointConfig", { EndpointConfigName: "c" })).toEqual({});
  });

  test("of rules of security groups is the description, also of one to a list of prefixes.", async () => {
    const rule = "<securityGroupRuleId>sgr-1</securityGroupRuleId>";
    const moto = fakeMoto({ AuthorizeSecurityGroupEgress: rule, DescribeSecurityGroupRules: `${rule}<x/>` });
    await moto.query("ec2", {
      Action: "AuthorizeSecurityGroupEgress",
      "IpPermissions.1.PrefixListIds.1.Description": "To S3",
    });

    expect(await moto.query("ec2", { Action: "DescribeSecurityGroupRules" })).toBe(
      `${rule}<description>To S3</description><x/>`,
    );
  });

  test("of budgets is who is told, their tags and their updates.", async () => {
    const moto = fakeMoto({ DescribeBudget: { Budget: { BudgetName: "b", Limit: 1 } } });
    const notice = { NotificationType: "ACTUAL", ComparisonOperator: "GREATER_THAN", Threshold: 80 };
    await moto.json("budgets", "CreateBudget", {
      Budget: { BudgetName: "b" },
      NotificationsWithSubscribers: [{ Notification: notice, Subscribers: ["ada"] }],
      ResourceTags: ["tag"],
    });
    await moto.json("budgets", "UpdateBudget", { NewBudget: { BudgetName: "b", Limit: 2 } });
    const told = (Notification: Json) =>
      moto.json("budgets", "DescribeSubscribersForNotification", { BudgetName: "b", Notification });

    expect(await told(notice)).toEqual({ Subscribers: ["ada"] });
    expect(await told({ ...notice, Threshold: 100 })).toEqual({ Subscribers: [] });
    expect(await moto.json("budgets", "ListTagsForResource", { ResourceARN: "arn:aws:budgets::1:budget/b" })).toEqual({
      ResourceTags: ["tag"],
    });
    expect(await moto.json("budgets", "DescribeBudget", { BudgetName: "b" })).toMatchObject({ Budget: { Limit: 2 } });
  });

  test("of targets of autoscaling are the tags.", async () => {
    const target = { ServiceNamespace: "sagemaker", ResourceId: "endpoint/e/variant/v", ScalableDimension: "d" };
    const moto = fakeMoto({
      DescribeScalableTargets: { ScalableTargets: [{ ...target, ScalableTargetARN: "arn:t" }] },
    });
    const service = "application-autoscaling";
    await moto.json(service, "RegisterScalableTarget", { ...target, Tags: { tenant: "acme" } });
    await moto.json(service, "DescribeScalableTargets", {});

    expect(await moto.json(service, "ListTagsForResource", { ResourceARN: "arn:t" })).toEqual({
      Tags: { tenant: "acme" },
    });
  });
});

describe("what moto is told otherwise", () => {
  test("is the name of a trail, where the provider says its ARN.", async () => {
    const moto = fakeMoto({});
    await moto.json("cloudtrail", "StartLogging", { Name: "arn:aws:cloudtrail:eu-central-1:1:trail/audit" });

    expect(bodyOf(moto.asked[0])).toEqual({ Name: "audit" });
  });

  test("is everybody in the policy of a bucket, which is answered as it was put.", async () => {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Principal: "*", Effect: "Deny" }] });
    const moto = fakeMoto({ "GET /logs/?policy": { of: "moto" } });
    await moto.rest("PUT", "/logs?policy", policy);

    expect(bodyOf(moto.asked[0])).toMatchObject({ Statement: [{ Principal: { AWS: "*" }, Effect: "Deny" }] });
    expect(await moto.rest("GET", "/logs/?policy")).toBe(policy);
  });
});
