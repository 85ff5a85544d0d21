import { stackPlans } from "../../lib/app";
import { SAMPLE_ON_AWS, sampleBlueprint } from "../support/files";
import { allBefore } from "../support/references";
import { type Arguments, type StackJson, synthPlan } from "../support/synth";

const stacks = new Map<string, StackJson>();
beforeAll(() => {
  for (const plan of stackPlans(sampleBlueprint(SAMPLE_ON_AWS))) stacks.set(plan.name, synthPlan(plan));
});

function stackOf(name: string): StackJson {
  const stack = stacks.get(name);
  if (stack === undefined) throw new Error(`the sample files have no stack ${name}`);
  return stack;
}

/** The addresses of a type whose construct path below the stack has a form. */
function at(stack: StackJson, type: string, path: RegExp): string[] {
  return Object.entries(stack.resource[type] ?? {})
    .filter(([, content]) => path.test(pathOf(content)))
    .map(([id]) => `${type}.${id}`);
}

function pathOf(content: Arguments): string {
  const { metadata } = content["//"] as { metadata: { path: string } };
  return metadata.path.split("/").slice(1).join("/");
}

const ATTACHMENT = "aws_iam_role_policy_attachment";
const POLICY = "aws_s3_bucket_policy";
const PLATFORM = ["aws-foundation", /^foundation/] as const;
const ACCOUNT = ["tenant-initech", /^aws\/foundation/] as const;

/** How many of a type, at a path, come after how many of another, at another path. */
interface Order {
  readonly stack: string;
  readonly after: readonly [string, RegExp, number];
  readonly before: readonly [string, RegExp, number];
}

const ORDERS: readonly Order[] = [
  ...(
    [
      ["tenant-acme", "aws_sagemaker_notebook_instance", 1],
      ["tenant-acme", "aws_sagemaker_model", 2],
      ["tenant-acme", "aws_sagemaker_user_profile", 2],
      ["tenant-acme", "aws_sagemaker_space", 2],
      ["tenant-acme", "aws_sagemaker_endpoint", 2],
      ["tenant-acme-eu", "aws_sagemaker_notebook_instance", 1],
      ["tenant-initech", "aws_sagemaker_notebook_instance", 1],
    ] as const
  ).flatMap(([stack, type, count]): Order[] => [
    { stack, after: [type, /./, count], before: [ATTACHMENT, /^aws\/roles\/exec\//, 4] },
    { stack, after: [type, /./, count], before: [POLICY, /^aws\/bucket\//, 1] },
    { stack, after: [type, /./, count], before: ["aws_s3_bucket_public_access_block", /^aws\/bucket\//, 1] },
  ]),
  {
    stack: "tenant-acme",
    after: ["aws_sagemaker_endpoint", /serving-churn/, 1],
    before: ["aws_cloudwatch_log_group", /serving-churn/, 1],
  },
  {
    stack: "tenant-acme",
    after: ["aws_appautoscaling_target", /./, 1],
    before: ["aws_sagemaker_endpoint", /serving-churn/, 1],
  },
  // The tenant's boundary names the domain's id.
  {
    stack: "tenant-acme",
    after: [ATTACHMENT, /^aws\/roles\/exec\//, 4],
    before: ["aws_sagemaker_domain", /./, 1],
  },
  ...[PLATFORM, ACCOUNT].flatMap(([stack, path]): Order[] => [
    { stack, after: ["aws_cloudtrail", /./, 1], before: [POLICY, new RegExp(`${path.source}/trail/`), 1] },
    { stack, after: ["aws_cloudtrail", /./, 1], before: ["aws_iam_role_policy", /trail/, 1] },
    { stack, after: ["aws_flow_log", /./, 1], before: ["aws_iam_role_policy", /flow-log/, 1] },
    {
      stack,
      after: ["aws_s3_bucket_logging", /trail/, 1],
      before: [POLICY, new RegExp(`${path.source}/access-logs/`), 1],
    },
  ]),
  { stack: "tenant-initech", after: ["aws_s3_bucket_logging", /./, 2], before: [POLICY, /access-logs/, 1] },
];

function where({ source }: RegExp): string {
  return source === "." ? "" : ` at ${source}`;
}

test.each(
  ORDERS.map((order) => ({
    ...order,
    later: order.after[0],
    earlier: order.before[0],
    at: where(order.after[1]),
    of: where(order.before[1]),
  })),
)("In $stack each $later$at waits for each $earlier$of.", ({ stack, after, before }) => {
  const json = stackOf(stack);
  const later = at(json, after[0], after[1]);
  const earlier = at(json, before[0], before[1]);

  expect([later.length, earlier.length]).toEqual([after[2], before[2]]);
  expect(later.map((address) => earlier.filter((other) => !allBefore(json, address).has(other)))).toEqual(
    later.map(() => []),
  );
});

const COMPANIONS = [
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_s3_bucket_lifecycle_configuration",
];

test.each(["aws-foundation", "tenant-acme", "tenant-acme-eu", "tenant-initech"])(
  "In %s the policy of each bucket waits for everything else of the bucket.",
  (stack) => {
    const json = stackOf(stack);
    const policies = at(json, POLICY, /./);
    const unordered = policies.flatMap((policy) => {
      const before = allBefore(json, policy);
      const folder = pathOf(json.resource[POLICY]?.[policy.split(".")[1] ?? ""] ?? {}).replace(/[^/]+$/, "");
      return COMPANIONS.filter(
        (type) => !at(json, type, new RegExp(`^${folder}[^/]+$`)).some((one) => before.has(one)),
      );
    });

    expect(policies).not.toEqual([]);
    expect(unordered).toEqual([]);
  },
);

test.each(["aws-foundation", "tenant-acme", "tenant-acme-eu", "tenant-initech"])(
  "In %s each list of a role's policies waits for what it lists.",
  (stack) => {
    const json = stackOf(stack);
    const lists = Object.entries(json.resource.aws_iam_role_policy_attachments_exclusive ?? {});
    const unordered = lists.flatMap(([id, { role_name: role }]) => {
      const before = allBefore(json, `aws_iam_role_policy_attachments_exclusive.${id}`);
      return Object.entries(json.resource[ATTACHMENT] ?? {})
        .filter(([attachment, content]) => content.role === role && !before.has(`${ATTACHMENT}.${attachment}`))
        .map(([attachment]) => attachment);
    });

    expect(lists).not.toEqual([]);
    expect(unordered).toEqual([]);
  },
);
