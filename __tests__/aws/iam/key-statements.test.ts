import {
  keyAdministration,
  keyGrants,
  keyUse,
  keyUseByLogs,
  keyUseByService,
} from "../../../lib/aws/iam/key-statements";
import { policy, type Statement } from "../../../lib/aws/iam/policy";
import { verdict } from "../../support/iam/evaluator";
import type { Asker, ContextValue } from "../../support/iam/request";

const ACCOUNT = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";
const ROLE = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec";
const OTHER = "arn:aws:iam::123456789012:role/mlp-dev/tenant/globex/mlp-dev-globex--exec";

const everything = policy({ Sid: "All", Effect: "Allow", Action: "kms:*", Resource: "*" });

interface Asked {
  readonly asker?: Asker;
  readonly known?: Record<string, ContextValue>;
}

/** Whether a key with a statement lets somebody do something whom IAM policies allow everything. */
function lets(statement: Statement, action: string, { asker = { roleArn: ROLE }, known = {} }: Asked = {}) {
  const who: Record<string, ContextValue> = "roleArn" in asker ? { "aws:principalarn": [asker.roleArn] } : {};
  return verdict(
    { identity: [everything], resource: policy(statement) },
    { asker, action, resource: KEY, context: { known: { ...who, ...known }, others: "absent" } },
  );
}

const USE = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom"];

describe("whoever administers a key", () => {
  test.each(["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:EnableKeyRotation", "kms:DescribeKey"])(
    "may do %s",
    (action) => {
      expect(lets(keyAdministration(ACCOUNT), action)).toBe(true);
    },
  );

  test.each([...USE, "kms:CreateGrant", "kms:ReplicateKey"])("may not do %s", (action) => {
    expect(lets(keyAdministration(ACCOUNT), action)).toBe(false);
  });
});

describe("a key for certain roles", () => {
  test.each(USE)("lets them do %s, and no other role of the account", (action) => {
    expect(lets(keyUse(ACCOUNT, [ROLE]), action)).toBe(true);
    expect(lets(keyUse(ACCOUNT, [ROLE]), action, { asker: { roleArn: OTHER } })).toBe(false);
  });

  test("is granted to services of AWS only, and by those roles only", () => {
    const forAws = { known: { "kms:grantisforawsresource": ["true"] } };

    expect(lets(keyGrants(ACCOUNT, [ROLE]), "kms:CreateGrant", forAws)).toBe(true);
    expect(lets(keyGrants(ACCOUNT, [ROLE]), "kms:CreateGrant")).toBe(false);
    expect(lets(keyGrants(ACCOUNT, [ROLE]), "kms:CreateGrant", { ...forAws, asker: { roleArn: OTHER } })).toBe(false);
  });
});

describe("a key for logs", () => {
  const group = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/studio";
  const logs = (arn: string, service = "logs.eu-central-1.amazonaws.com") =>
    lets(keyUseByLogs(ACCOUNT, [group]), "kms:GenerateDataKey", {
      asker: { service },
      known: { "kms:encryptioncontext:aws:logs:arn": [arn] },
    });

  test("is used for its log groups, and for no others", () => {
    expect(logs(group)).toBe(true);
    expect(logs(group.replace("studio", "studio2"))).toBe(false);
    expect(logs(group.replace("123456789012", "210987654321"))).toBe(false);
  });

  test("is not used by CloudWatch Logs of another region", () => {
    expect(logs(group, "logs.eu-west-1.amazonaws.com")).toBe(false);
  });

  test("names the service as it is called in China", () => {
    const china = { partition: "aws-cn", accountId: "123456789012", region: "cn-north-1" };

    expect(keyUseByLogs(china, "x").Principal).toEqual({ Service: "logs.cn-north-1.amazonaws.com.cn" });
  });
});

describe("a key for a service of AWS", () => {
  const SERVICE = "cloudwatch.amazonaws.com";
  const ALARM = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:mlp-dev-acme--churn-errors";
  const alarms = (account: string, sourceArn: string) =>
    lets(
      keyUseByService(ACCOUNT, {
        sid: "Alarms",
        service: SERVICE,
        actions: ["kms:Decrypt"],
        sourceArns: ALARM.replace("churn-errors", "*"),
      }),
      "kms:Decrypt",
      { asker: { service: SERVICE }, known: { "aws:sourceaccount": [account], "aws:sourcearn": [sourceArn] } },
    );

  test("is used for what the key is for", () => {
    expect(alarms("123456789012", ALARM)).toBe(true);
  });

  test("is not used for another account, or for another tenant", () => {
    expect(alarms("210987654321", ALARM)).toBe(false);
    expect(alarms("123456789012", ALARM.replace("acme", "globex"))).toBe(false);
  });
});
