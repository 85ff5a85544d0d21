import { policy, type Statement } from "../../../lib/aws/iam/policy";
import { cellsOf } from "./catalogue";
import { type Attacker, openCells, openReferences } from "./matrix";
import type { TenantOfStack } from "./tenant-of-stack";
import { wholeTenants } from "./tenants";

let acme: TenantOfStack;
let acmeEu: TenantOfStack;
beforeAll(() => {
  const tenant = wholeTenants("acme", "acme-eu");
  [acme, acmeEu] = [tenant("acme"), tenant("acme-eu")];
});

type Fields = Readonly<Record<string, unknown>>;

/** Somebody of acme with the given policy, and no boundary unless there is one. */
const somebody = (statements: Fields[], boundary?: Fields[]): Attacker => ({
  arn: acme.roles.exec?.arn ?? "",
  identity: [policyOf(statements)],
  boundary: boundary === undefined ? undefined : policyOf(boundary),
});
const policyOf = (statements: Fields[]) =>
  policy(
    ...statements.map((fields) => {
      const about = "NotResource" in fields ? {} : { Resource: "*" };
      return { Sid: "S", Effect: "Allow", ...about, ...fields } as unknown as Statement;
    }),
  );
const arn = (resource: string) => `arn:aws:sagemaker:eu-central-1:123456789012:${resource}`;
const open = (attacker: Attacker) => openCells(attacker, acmeEu);
const TYPES = ["endpoint", "endpoint-config", "model", "notebook-instance", "training-job"];

describe("the catalogue", () => {
  test("has every action of each service that is asked about, and actions without a resource as IAM asks for them", () => {
    const cells = cellsOf(acmeEu);

    expect(new Set(cells.map(({ action: { id } }) => id)).size).toBeGreaterThan(900);
    expect(cells.filter(({ type }) => type === "").every(({ resource }) => resource === "*")).toBe(true);
  });

  test("names resources as their owner does, and nobody else", () => {
    const resources = new Set(cellsOf(acmeEu).map(({ resource }) => resource));
    const own = new Set(cellsOf(acme).map(({ resource }) => resource));

    for (const resource of [
      arn("model/mlp-dev-acme-eu--churn"),
      arn("model/mlp-dev-acme-eu--*"),
      arn(`app/${acmeEu.domainId ?? ""}/ada/JupyterLab/default`),
      `${acmeEu.bucketArn}/models/churn.tar.gz`,
      acmeEu.keyArn,
      acmeEu.repositoryArn,
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TrainingJobs",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:mlp-dev-acme-eu--churn/algo-1",
    ]) {
      expect(resources).toContain(resource);
    }
    const shared = [...resources].filter((resource) => own.has(resource));
    // "*", log groups that all tenants write to, and what an account has once.
    const common = /^\*$|log-group:\/aws\/sagemaker\/\w+(:log-stream:)?$|:(root|self|access-grants\/default)$/;
    expect(shared.filter((resource) => !common.test(resource))).toEqual([]);
  });
});

describe("ids that AWS gives", () => {
  test("differ between tenants, but for the network that they share", () => {
    const ids = ({ keyArn, securityGroupId, domainId }: TenantOfStack) => [keyArn, securityGroupId, domainId];

    expect(ids(acme).filter((id) => ids(acmeEu).includes(id))).toEqual([]);
    expect(acme.subnetIds).toEqual(acmeEu.subnetIds);
    expect(acme.subnetIds).toHaveLength(2);
  });
});

/** What public examples and tutorials write. The matrix must see that they leak, or it proves nothing. */
describe("a policy that leaks is seen", () => {
  test("when it allows a tutorial's actions on everything", () => {
    const Action = ["sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:StartNotebookInstance"];

    expect(open(somebody([{ Action }]))).toContain(
      `sagemaker:CreatePresignedNotebookInstanceUrl ${arn("notebook-instance/mlp-dev-acme-eu--churn")}`,
    );
  });

  test("when it looks at tags if there are any", () => {
    const tagged = { StringEqualsIfExists: { "aws:ResourceTag/tenant": "acme" } };
    const leaks = open(somebody([{ Action: "sagemaker:*", Condition: tagged }]));

    expect(leaks).toContain("sagemaker:ListModels *");
    expect(leaks).toContain(`sagemaker:CreateModel ${arn("model/mlp-dev-acme-eu--churn")}`);
    expect(leaks.length).toBeGreaterThan(176);
  });

  test("when a name ends in a single hyphen, and not when it ends in two", () => {
    const named = (delimiter: string) =>
      open(
        somebody([{ Action: "sagemaker:*", Resource: TYPES.map((type) => arn(`${type}/mlp-dev-acme${delimiter}*`)) }]),
      );

    expect(named("-")).toContain(`sagemaker:InvokeEndpoint ${arn("endpoint/mlp-dev-acme-eu--churn")}`);
    expect(named("--")).toEqual([]);
  });

  test("when a wildcard stands in the place of the type", () => {
    const leaks = open(somebody([{ Action: "sagemaker:*", Resource: arn("*/mlp-dev-acme--*") }]));

    // A user profile of that name in the other tenant's domain.
    expect(leaks).toContain(`sagemaker:DeleteApp ${arn(`app/${acmeEu.domainId ?? ""}/*`)}`);
  });

  test("when it lists, describes and searches everything", () => {
    const leaks = open(somebody([{ Action: ["sagemaker:List*", "sagemaker:Describe*", "sagemaker:Search"] }]));

    expect(leaks).toEqual(expect.arrayContaining(["sagemaker:Search *", "sagemaker:ListEndpoints *"]));
    expect(leaks).toContain(`sagemaker:DescribeTrainingJob ${arn("training-job/mlp-dev-acme-eu--churn")}`);
  });

  test("when it passes any role", () => {
    expect(open(somebody([{ Action: "iam:PassRole" }]))).toContain(`iam:PassRole ${acmeEu.roles.exec?.arn ?? ""}`);
  });

  test("when it filters the logs of groups that tenants share", () => {
    const group = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TrainingJobs";

    expect(open(somebody([{ Action: "logs:FilterLogEvents", Resource: `${group}*` }]))).toContain(
      `logs:FilterLogEvents ${group}:log-stream:`,
    );
  });

  test("when a Deny is about actions that somebody has listed", () => {
    const foreign = TYPES.map((type) => arn(`${type}/mlp-dev-acme--*`));
    const listed = {
      Effect: "Deny",
      Action: ["sagemaker:Update*", "sagemaker:Delete*", "sagemaker:Describe*"],
    } as const;
    const boundary = [{ Action: "*" }, { ...listed, NotResource: foreign }];

    expect(open(somebody([{ Action: "sagemaker:*" }], boundary))).toContain(
      `sagemaker:InvokeEndpointAsync ${arn("endpoint/mlp-dev-acme-eu--churn")}`,
    );
  });
});

describe("a parameter that leaks is seen", () => {
  const create = { Action: "sagemaker:CreateTrainingJob", Resource: arn("training-job/mlp-dev-acme--*") };
  const leaks = (...denies: Fields[]) =>
    openReferences(
      somebody([create, ...denies.map((deny) => ({ Effect: "Deny", Action: "sagemaker:*", ...deny }))]),
      acme,
      acmeEu,
    );
  const foreign = (operator: string, key: string, value: string | readonly string[]): Fields => ({
    Condition: { [operator]: { [`sagemaker:${key}`]: value } },
  });

  test("when nothing looks at parameters", () => {
    const keys = new Set(leaks().map((line) => line.split(" ")[1]));

    expect([...keys].sort()).toEqual([
      "aws:RequestTag/tenant",
      "sagemaker:FileSystemId",
      "sagemaker:OutputKmsKeyArn",
      "sagemaker:VolumeKmsKeyArn",
      "sagemaker:VpcSecurityGroupIds",
      "sagemaker:VpcSubnets",
    ]);
  });

  test("when a Deny needs two keys to be missing, as public examples do", () => {
    const both = { Condition: { Null: { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" } } };

    expect(leaks(both)).toEqual(leaks());
  });

  test("when a foreign security group stands beside one's own", () => {
    const own = () => acme.securityGroupId;
    const groups = (lines: string[]) => lines.filter((line) => line.includes("VpcSecurityGroupIds"));

    expect(groups(leaks(foreign("ForAllValues:StringNotEquals", "VpcSecurityGroupIds", own())))).toHaveLength(1);
    expect(groups(leaks(foreign("ForAnyValue:StringNotEquals", "VpcSecurityGroupIds", own())))).toEqual([]);
  });

  test("when a Deny looks at the key that another one has replaced", () => {
    expect(leaks(foreign("ArnNotEquals", "VolumeKmsKey", acme.keyArn))).toEqual(leaks());
    expect(leaks(foreign("ArnNotEquals", "VolumeKmsKeyArn", acme.keyArn)).length).toBe(leaks().length - 1);
  });

  test("when another tenant's model is deployed", () => {
    const config = { Action: "sagemaker:CreateEndpointConfig", Resource: arn("endpoint-config/mlp-dev-acme--*") };

    expect(openReferences(somebody([config]), acme, acmeEu)).toContain(
      `sagemaker:CreateEndpointConfig sagemaker:ModelArn ${arn("model/mlp-dev-acme-eu--churn")}`,
    );
  });
});
