import { checkStack } from "../../../lib/rules/check-stack";
import type { StackJson } from "../../support/synth";
import { type EditedStatement, editPolicy, resourceOf, sampleStack } from "./policies/edits";

const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const EVERYTHING = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** Something that somebody changes in one place of a stack. */
type Change = (stack: StackJson) => void;
type Row = readonly [title: string, stack: string, change: Change, told: string];

/** Adds a resource. */
const adding =
  (type: string, content: (stack: StackJson) => Record<string, unknown>): Change =>
  (stack) => {
    stack.resource[type] = { ...stack.resource[type], other: content(stack) };
  };
/** Changes the arguments of a resource. */
const setting =
  (type: string, id: string, changes: Record<string, unknown>): Change =>
  (stack) => {
    Object.assign(resourceOf(stack, type, id), changes);
  };
/** Changes one statement of a policy. */
const stating =
  (
    [type, id, argument = "policy"]: readonly [type: string, id: string, argument?: string],
    isMeant: (statement: EditedStatement) => boolean,
    edit: (statement: EditedStatement) => void,
  ): Change =>
  (stack) => {
    editPolicy(
      resourceOf(stack, type, id),
      (statements) => {
        const statement = statements.find(isMeant);
        if (statement === undefined) throw new Error(`the policy of ${type} has no such statement`);
        edit(statement);
      },
      argument,
    );
  };
const named = (sid: string) => (statement: EditedStatement) => statement.Sid === sid;
const idOf = (stack: StackJson, type: string, id: string) =>
  Object.keys(stack.resource[type] ?? {}).find((name) => name.includes(id)) ?? "";
const execRole = (stack: StackJson) => `\${aws_iam_role.${idOf(stack, "aws_iam_role", "roles_exec")}.name}`;

const role = (id: string) => ["aws_iam_role", id, "assume_role_policy"] as const;
/** Gives a statement of a policy one more action. */
const allowing = (id: string, sid: string, action: string): Change =>
  stating(["aws_iam_policy", id], named(sid), (statement) => {
    statement.Action = [statement.Action, action].flat();
  });
const SUBJECT = "token.actions.githubusercontent.com:sub";
const SOMEBODY = "arn:aws:iam::123456789012:role/somebody";

const BOUNDARY = ["aws_iam_policy", "roles_boundary"] as const;
const DEPLOY_BOUNDARY = ["aws_iam_policy", "deploy-roles_boundary"] as const;

/** Resources by which something leaves, or somebody comes in. */
const OPEN: readonly (readonly [type: string, content: Record<string, unknown>, told: string])[] = [
  ["aws_kms_grant", {}, "aws-sharing"],
  ["aws_s3_bucket_replication_configuration", {}, "aws-sharing"],
  ["aws_s3_object", { acl: "public-read" }, "aws-sharing"],
  [
    "aws_cloudwatch_log_subscription_filter",
    { destination_arn: "arn:aws:logs:eu-central-1:999999999999:destination:other" },
    "aws-sharing",
  ],
  ["aws_security_group_rule", { type: "egress" }, "aws-network-connection"],
  ["aws_instance", {}, "aws-network-connection"],
  ["aws_lb", { internal: false }, "aws-network-connection"],
  ["aws_vpc_peering_connection", {}, "aws-network-connection"],
  ["aws_iam_saml_provider", {}, "aws-identity-source"],
];

/** What is wrong, once, although several resources or rules have to do with it. */
const TOLD: readonly Row[] = [
  [
    "A policy of AWS's in the place of the stack's own",
    "tenant-acme",
    setting("aws_iam_role_policy_attachment", "exec_data", { policy_arn: ADMINISTRATOR }),
    "aws-iam-managed-by-aws",
  ],
  [
    "One more attachment, of a policy of AWS's",
    "tenant-acme",
    adding("aws_iam_role_policy_attachment", (stack) => ({ role: execRole(stack), policy_arn: ADMINISTRATOR })),
    "aws-iam-managed-by-aws",
  ],
  [
    "A policy of a user that allows everything",
    "tenant-acme",
    adding("aws_iam_user_policy", () => ({ user: "somebody", policy: EVERYTHING })),
    "aws-iam-user",
  ],
  [
    "A right to pass every role to every service",
    "tenant-acme",
    stating(["aws_iam_policy", "roles_use"], named("PassOwnRole"), (statement) => {
      Object.assign(statement, { Resource: "*", Condition: {} });
    }),
    "aws-iam-inexact-pass-role",
  ],
  [
    "A repository with keys of S3's",
    "tenant-acme",
    setting("aws_ecr_repository", "", { encryption_configuration: [{ encryption_type: "AES256" }] }),
    "aws-repository-encryption",
  ],
  [
    "A boundary of several roles that is gone",
    "tenant-acme",
    ({ resource }) => {
      resource.aws_iam_policy = Object.fromEntries(
        Object.entries(resource.aws_iam_policy ?? {}).filter(([id]) => !id.includes("boundary")),
      );
    },
    "aws-iam-role-boundary",
  ],
  ...(["Action", "NotAction"] as const).map((field): Row => [
    `A Deny of a tenant's boundary without ${field}`,
    "tenant-acme",
    stating(
      BOUNDARY,
      (statement) => statement.Effect === "Deny" && field in statement,
      (statement) => Reflect.deleteProperty(statement, field),
    ),
    "aws-iam-malformed-policy",
  ]),
  ...(["Action", "NotAction", "NotResource"] as const).map((field): Row => [
    `A Deny of the deploy roles' boundary without ${field}`,
    "aws-foundation",
    stating(
      DEPLOY_BOUNDARY,
      (statement) => statement.Effect === "Deny" && field in statement,
      (statement) => Reflect.deleteProperty(statement, field),
    ),
    "aws-iam-malformed-policy",
  ]),
  [
    "A trust of every service",
    "tenant-acme",
    stating(["aws_iam_role", "roles_exec", "assume_role_policy"], named("SageMaker"), (statement) => {
      statement.Principal = { Service: "*" };
    }),
    "aws-iam-wildcard-principal",
  ],
  [
    "A key for every service",
    "tenant-acme",
    stating(["aws_kms_key", ""], named("Alarms"), (statement) => {
      statement.Principal = { Service: "*" };
    }),
    "aws-iam-wildcard-principal",
  ],
  [
    "A trust of every provider of identities",
    "aws-foundation",
    stating(["aws_iam_role", "deploy_role", "assume_role_policy"], named("GitHub"), (statement) => {
      statement.Principal = { Federated: "*" };
    }),
    "aws-iam-open-federation",
  ],
  ...["oidc-provider/issuer.example", "saml-provider/people"].map((provider): Row => [
    `A trust of ${provider}`,
    "aws-foundation",
    stating(["aws_iam_role", "deploy_role", "assume_role_policy"], named("GitHub"), (statement) => {
      statement.Principal = { Federated: `arn:aws:iam::123456789012:${provider}` };
    }),
    "aws-iam-open-federation",
  ]),
  [
    "A user among the people of a role",
    "tenant-acme",
    stating(["aws_iam_role", "roles_user", "assume_role_policy"], named("People"), (statement) => {
      statement.Principal = { AWS: "arn:aws:iam::123456789012:user/somebody" };
    }),
    "aws-iam-wildcard-principal",
  ],
  ...["tenant-acme", "tenant-initech", "aws-foundation"].map((stack): Row => [
    "A provider that is held to another account",
    stack,
    ({ provider }) => {
      provider.aws = [{ ...provider.aws?.[0], allowed_account_ids: ["999999999999"] }];
    },
    "aws-provider-own-account",
  ]),
  [
    "One more provider, for another account",
    "tenant-acme",
    ({ provider }) => {
      const other = { alias: "other", region: "eu-central-1", allowed_account_ids: ["999999999999"] };
      provider.aws = [...(provider.aws ?? []), other];
    },
    "aws-provider-own-account",
  ],
  [
    "A provider that is gone",
    "tenant-acme",
    ({ provider }) => {
      Reflect.deleteProperty(provider, "aws");
    },
    "aws-provider-missing",
  ],
  [
    "One more policy within a role, which allows everything",
    "tenant-acme",
    adding("aws_iam_role_policy", (stack) => ({ role: execRole(stack), name: "other", policy: EVERYTHING })),
    "aws-iam-every-action",
  ],
  [
    "One more policy of a bucket",
    "tenant-acme",
    adding("aws_s3_bucket_policy", (stack) => ({
      bucket: `\${aws_s3_bucket.${idOf(stack, "aws_s3_bucket", "")}.id}`,
      policy: EVERYTHING,
    })),
    "aws-bucket-one-policy",
  ],
  [
    "A bucket with the name of another tenant's",
    "tenant-acme",
    setting("aws_s3_bucket", "", { bucket: "mlp-dev-globex--data-aaaaa" }),
    "aws-policy-own-resource",
  ],
  [
    "A bucket with an access control list",
    "tenant-acme",
    setting("aws_s3_bucket", "", { grant: [{ type: "Group", permissions: ["READ"] }] }),
    "aws-bucket-sharing",
  ],
  [
    "A trust of a service that the platform does not use",
    "tenant-acme",
    stating(role("roles_exec"), named("SageMaker"), (statement) => {
      statement.Principal = { Service: "lambda.amazonaws.com" };
    }),
    "aws-iam-assuming-service",
  ],
  [
    "A trust of another service of the platform",
    "aws-foundation",
    stating(role("trail_role"), named("Trail"), (statement) => {
      const source = "arn:aws:ec2:eu-central-1:123456789012:vpc-flow-log/*";
      statement.Principal = { Service: "vpc-flow-logs.amazonaws.com" };
      statement.Condition = { ...statement.Condition, ArnLike: { "aws:SourceArn": source } };
    }),
    "aws-role-trust",
  ],
  ...["repo:acme/ml-platform:pull_request", "repo:acme/ml-platform:ref:refs/heads/main", "other"].map(
    (subject): Row => [
      `A role that applies, for ${subject},`,
      "aws-foundation",
      stating(role("deploy_role"), named("GitHub"), (statement) => {
        statement.Condition.StringEquals = { ...statement.Condition.StringEquals, [SUBJECT]: subject };
      }),
      "aws-github-subject",
    ],
  ),
  ...["aws_s3_bucket_policy", "aws_ecr_repository_policy"].map((type): Row => [
    `A role that nothing else names in an ${type}`,
    "tenant-acme",
    stating([type, ""], named("PrincipalsOnly"), (statement) => {
      const roles = statement.Condition.ArnNotEquals?.["aws:PrincipalArn"];
      statement.Condition = { ArnNotEquals: { "aws:PrincipalArn": [roles, SOMEBODY].flat() } };
    }),
    "aws-policy-known-roles",
  ]),
  ...(
    [
      ["roles_data", "Objects", "s3:*"],
      ["roles_data", "Key", "kms:PutKeyPolicy"],
      ["roles_data", "Images", "ecr:SetRepositoryPolicy"],
      ["roles_use", "Use", "sagemaker:UpdateNotebookInstance"],
    ] as const
  ).map(([policy, sid, action]): Row => [
    `A tenant's right to ${action}`,
    "tenant-acme",
    allowing(policy, sid, action),
    "aws-tenant-rights",
  ]),
  [
    "A right to take boundaries away",
    "aws-foundation",
    allowing("identity-policy", "ChangeRoles", "iam:DeleteRolePermissionsBoundary"),
    "aws-deploy-rights",
  ],
  [
    "A boundary that lets deployers make users",
    "aws-foundation",
    allowing("deploy-roles_boundary", "Ceiling", "iam:*"),
    "aws-deploy-rights",
  ],
  [
    "A right to change the platform's own policies",
    "aws-foundation",
    stating(["aws_iam_policy", "identity-policy"], named("ChangePolicies"), (statement) => {
      statement.Resource = "arn:aws:iam::123456789012:policy/mlp-dev/*";
    }),
    "aws-policy-platform-names",
  ],
  ...OPEN.map(([type, content, told]): Row => [`An ${type}`, "tenant-acme", adding(type, () => content), told]),
];

test.each(TOLD)("%s in %s is told once.", (_, name, change, told) => {
  const stack = sampleStack(name);
  change(stack);

  expect(checkStack(name, stack).map(({ rule }) => rule.id)).toEqual([told]);
});

/** Resources that do nothing of what others of their type do. */
const CLOSED: readonly (readonly [type: string, content: Record<string, unknown>])[] = [
  ["aws_instance", { associate_public_ip_address: false }],
  ["aws_lb", { internal: true }],
  ["aws_s3_object", { acl: "private" }],
  [
    "aws_cloudwatch_log_subscription_filter",
    { destination_arn: "arn:aws:logs:eu-central-1:123456789012:destination:own" },
  ],
];

test.each(CLOSED)("An %s with %j is no way out.", (type, content) => {
  const stack = sampleStack("tenant-acme");
  adding(type, () => content)(stack);

  expect(checkStack("tenant-acme", stack).map(({ rule }) => rule.id)).toEqual([]);
});

const lowerCase = (texts: unknown) => [texts].flat().map((text) => String(text).toLowerCase());

test("A stack that retires is emptied as well: one that is only not protected any more is told.", () => {
  const stack = sampleStack("aws-foundation");
  for (const content of Object.values(stack.resource).flatMap((all) => Object.values(all)))
    Reflect.deleteProperty(content.lifecycle ?? {}, "prevent_destroy");

  const told = checkStack("aws-foundation", stack).map(
    ({ rule, address }) => `${rule.id} ${address.split(".")[0] ?? ""}`,
  );

  expect([...new Set(told)]).toEqual(["aws-protection-destroy aws_kms_key", "aws-protection-destroy aws_s3_bucket"]);
});

/** What is no weaker than before. */
const HARMLESS: readonly (readonly [title: string, stack: string, change: Change])[] = [
  [
    "One verb less in the boundary of the deploy roles",
    "aws-foundation",
    stating(DEPLOY_BOUNDARY, named("Ceiling"), (statement) => {
      statement.Action = statement.Action.filter((action) => action !== "iam:*Role*");
    }),
  ],
  [
    "A right to pass roles without a Sid",
    "aws-foundation",
    stating(["aws_iam_policy", "identity-policy"], named("PassTenantRoles"), (statement) =>
      Reflect.deleteProperty(statement, "Sid"),
    ),
  ],
  [
    "A Deny with another Sid",
    "tenant-acme",
    stating(["aws_s3_bucket_policy", ""], named("NotAwsKey"), (statement) => {
      statement.Sid = "Third";
    }),
  ],
  [
    "Actions in lower case",
    "aws-foundation",
    ({ resource }) => {
      for (const endpoint of Object.values(resource.aws_vpc_endpoint ?? {}))
        editPolicy(endpoint, (statements) => {
          for (const statement of statements) statement.Action = lowerCase(statement.Action);
        });
    },
  ],
  [
    "One more bucket with everything that belongs to it",
    "tenant-acme",
    ({ resource }) => {
      for (const [type, all] of Object.entries(resource).filter(([type]) => type.startsWith("aws_s3_bucket")))
        for (const [id, content] of Object.entries(all)) {
          const text = JSON.stringify(content).replaceAll(/(aws_s3_bucket\w*)\.([\w-]+)/g, "$1.$2-two");
          const other = text.replaceAll(/--data-[a-z0-9]{5}/g, "--data-other");
          resource[type] = { ...resource[type], [`${id}-two`]: JSON.parse(other) as Record<string, unknown> };
        }
    },
  ],
];

test.each(HARMLESS)("%s in %s is no mistake.", (_, name, change) => {
  const stack = sampleStack(name);
  change(stack);

  expect(checkStack(name, stack).map(({ rule }) => rule.id)).toEqual([]);
});
