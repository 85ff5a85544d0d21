import { ALARM } from "../../../../lib/rules/aws/settings/alarm";
import { BUDGET } from "../../../../lib/rules/aws/settings/budget";
import { INTERNET } from "../../../../lib/rules/aws/settings/internet";
import { LOG_DESTINATION } from "../../../../lib/rules/aws/settings/log-destination";
import { PARAMETER } from "../../../../lib/rules/aws/settings/parameter";
import { PROVIDER_AWS } from "../../../../lib/rules/aws/settings/provider";
import { STATE_BACKEND } from "../../../../lib/rules/aws/settings/state-backend";
import { found, foundIn } from "./found";

describe("The provider", () => {
  const rules = PROVIDER_AWS.filter(({ id }) => /-(account|role)$/.test(id));
  const provider = (content: object) => ({ provider: { aws: [content] } });
  const account = { allowed_account_ids: ["210987654321"] };
  const taking = (arn: unknown) => provider({ ...account, assume_role: [{ role_arn: arn }] });

  test.each(["aws", "aws-cn", "aws-us-gov"])("may take a role of its account in %s.", (partition) => {
    expect(foundIn(rules, taking(`arn:${partition}:iam::210987654321:role/deploy`))).toEqual([]);
  });

  test.each(["arn:aws:iam::111122223333:role/deploy", "${var.role}", null, "arn:aws:iam::210987654321:user/x"])(
    "may not take %s.",
    (arn) => {
      expect(foundIn(rules, taking(arn))).toEqual(["provider.aws assume_role.role_arn aws-provider-role"]);
    },
  );

  test.each([[[]], [undefined], [["210987654321", "111122223333"]], [["${var.account}"]]])(
    "may not work in the accounts %j.",
    (accounts) => {
      expect(foundIn(rules, provider({ allowed_account_ids: accounts }))).toEqual([
        "provider.aws allowed_account_ids aws-provider-account",
      ]);
    },
  );
});

describe("State in S3", () => {
  const key = STATE_BACKEND.filter(({ id }) => id === "aws-state-key");
  const backend = (content: object) => ({ terraform: { backend: { s3: content } } });

  test("has the name of its stack as a folder.", () => {
    expect(foundIn(key, backend({ key: "mlp/dev/tenant-acme/terraform.tfstate" }))).toEqual([]);
  });

  test.each(["mlp/dev/tenant-acme-eu/terraform.tfstate", "mlp/dev/terraform.tfstate", undefined])(
    "has not the key %j.",
    (value) => {
      expect(foundIn(key, backend({ key: value }))).toEqual(["backend.s3 key aws-state-key"]);
    },
  );
});

describe("Parameters", () => {
  const named = (name: string, content: object) => ({ aws_ssm_parameter: { example: { name, ...content } } });

  test("with names of things may be plain.", () => {
    expect(found(PARAMETER, named("/mlp/dev/tenant/acme/key-arn", { type: "String", insecure_value: "x" }))).toEqual(
      [],
    );
  });

  test.each(["db-password", "api-key", "github-token", "client_secret"])("with %s are encrypted.", (what) => {
    expect(found(PARAMETER, named(`/mlp/dev/tenant/acme/${what}`, { type: "String" }))).toEqual([
      "aws_ssm_parameter.example type aws-parameter-secret",
    ]);
  });

  test.each([
    ["vpc-id", "vpc-0a"],
    ["vpc-id", "${aws_subnet.a.id}"],
    ["subnet-id/eu-central-1a", "subnet-0a"],
    ["endpoint-security-group-id", "sg-0a"],
    ["s3-prefix-list-id", "pl-0a"],
  ])("by which the foundation publishes %s are not %s.", (what, value) => {
    expect(found(PARAMETER, named(`/mlp/dev/foundation/${what}`, { insecure_value: value }))).toHaveLength(1);
  });
});

test("A budget about another tenant, or about all of them, is told.", () => {
  const rule = BUDGET.filter(({ id }) => id === "aws-budget-tenant");
  const budget = (values: string[]) => ({ tags: { tenant: "acme" }, cost_filter: [{ name: "TagKeyValue", values }] });
  const stack = {
    aws_budgets_budget: {
      own: budget(["user:tenant$acme"]),
      other: budget(["user:tenant$acme-eu"]),
      both: budget(["user:tenant$acme", "user:tenant$acme-eu"]),
      all: { tags: { tenant: "acme" } },
    },
  };

  expect(found(rule, stack)).toEqual(
    ["all", "both", "other"].map((id) => `aws_budgets_budget.${id} cost_filter aws-budget-tenant`),
  );
});

test("An alarm about an endpoint of a tenant whose id begins alike is told.", () => {
  const rule = ALARM.filter(({ id }) => id === "aws-alarm-tenant");
  const alarm = (endpoint: string) => ({ alarm_name: "mlp-dev-acme--x", dimensions: { EndpointName: endpoint } });
  const stack = {
    aws_cloudwatch_metric_alarm: { own: alarm("mlp-dev-acme--churn"), other: alarm("mlp-dev-acme-eu--churn") },
  };

  expect(found(rule, stack)).toEqual(["aws_cloudwatch_metric_alarm.other dimensions.EndpointName aws-alarm-tenant"]);
});

test.each(["/aws/sagemaker/TrainingJobs", "/aws/cloudtrail/x"])("A flow log that goes to %s is told.", (group) => {
  const stack = {
    aws_cloudwatch_log_group: { example: { name: group } },
    aws_flow_log: { example: { log_destination: "${aws_cloudwatch_log_group.example.arn}" } },
  };

  expect(found([LOG_DESTINATION], stack)).toEqual(["aws_flow_log.example log_destination aws-log-destination"]);
});

test.each(["aws_internet_gateway", "aws_nat_gateway", "aws_egress_only_internet_gateway", "aws_eip", "aws_route"])(
  "An %s in a stack is told.",
  (type) => {
    expect(found([INTERNET], { [type]: { example: {} } })).toEqual([`${type}.example aws-network-internet`]);
  },
);
