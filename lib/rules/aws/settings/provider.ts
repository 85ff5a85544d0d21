import { list, maps } from "../../blocks";
import { absent, type Expectation, is, matching, present } from "../../expectation";
import type { Rule } from "../../rule";
import { type Setting, settings } from "../../setting";
import { accountOf, heldTo, isDefault } from "../policies/account";

const PROVIDER = "Terraform AWS provider: Provider Configuration";

const ONE_ACCOUNT: Expectation = {
  must: "must be one account of twelve digits",
  holds: (accounts) => list(accounts).length === 1 && list(accounts).every((one) => /^\d{12}$/.test(String(one))),
  right: ["123456789012"],
  wrong: ["123456789012", "210987654321"],
};

function noCredential(argument: string): Setting {
  return {
    id: `aws-provider-${argument.replaceAll("_", "-")}`,
    severity: "critical",
    title: `No file holds credentials of AWS (${argument} of the provider).`,
    argument,
    must: absent("EXAMPLE"),
    reason: "Whoever reads the file has the rights of whoever runs Terraform.",
    source: `${PROVIDER}; CKV_AWS_41`,
    controls: ["MCSB IM-8"],
  };
}

function noSkip(argument: string): Setting {
  return {
    id: `aws-provider-${argument.replaceAll("_", "-")}`,
    severity: "high",
    title: `The provider checks what it works with (${argument}).`,
    argument,
    must: is(false),
    mayBeAbsent: true,
    reason:
      "It could then not tell that the credentials are of another account, or that somebody else than AWS answers.",
    source: PROVIDER,
    controls: ["MCSB AM-4"],
  };
}

const SETTINGS = settings("provider.aws", [
  {
    id: "aws-provider-account",
    fix: "set allowed_account_ids to the id of the one account that the stack is in",
    severity: "critical",
    title: "The provider works in one account only.",
    argument: "allowed_account_ids",
    must: ONE_ACCOUNT,
    reason: "With credentials of another account a tenant's stack would be applied there.",
    source: PROVIDER,
    controls: ["MCSB AM-4"],
  },
  ...["access_key", "secret_key", "token"].map(noCredential),
  ...["skip_requesting_account_id", "skip_credentials_validation", "insecure"].map(noSkip),
  {
    id: "aws-provider-region",
    fix: "set region to the region of the platform",
    severity: "medium",
    title: "The provider works in the region that the files say.",
    argument: "region",
    must: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region", { right: "eu-central-1", wrong: "${var.region}" }),
    reason: "Whoever runs Terraform would decide in which region a tenant's data is.",
    source: PROVIDER,
    controls: ["MCSB AM-4"],
  },
  {
    id: "aws-provider-endpoints",
    severity: "critical",
    title: "The provider talks to AWS.",
    argument: "endpoints",
    must: absent({ sts: "https://sts.example" }),
    reason: "Whoever answers there gets requests signed with the platform's credentials, and decides what is in state.",
    source: "Terraform AWS provider: Custom Service Endpoint Configuration",
    controls: ["MCSB DP-3"],
  },
  {
    id: "aws-provider-session",
    fix: "set assume_role.session_name to the name of the stack",
    severity: "low",
    title: "The audit trail says which stack took the tenant's deploy role.",
    argument: "assume_role?.session_name",
    must: present("tenant-acme"),
    reason: "All that Terraform did in the account would be one nameless session's.",
    source: PROVIDER,
    controls: ["MCSB LT-3"],
  },
]);

const taking = (roleArn: string) => ({
  provider: { aws: [{ allowed_account_ids: ["210987654321"], assume_role: [{ role_arn: roleArn }] }] },
});

/** A role of another account would be refused when it is too late to see why. */
const ROLE: Rule = {
  id: "aws-provider-role",
  severity: "critical",
  title: "The role that Terraform takes is of the account that it may work in.",
  reason: "The stack of one tenant would be applied with the rights of another one's account.",
  fix: "set role_arn to a role of the account in allowed_account_ids",
  source: PROVIDER,
  controls: ["MCSB AM-4"],
  example: {
    wrong: taking("arn:aws:iam::111122223333:role/deploy"),
    right: taking("arn:aws:iam::210987654321:role/deploy"),
  },
  *check(stack) {
    for (const resource of stack.resources("provider.aws")) {
      const held = heldTo(resource);
      // A provider that is held to the wrong account is told as such.
      if (held === undefined || held !== (accountOf(stack) ?? held)) continue;
      for (const { role_arn: found } of maps(resource.content.assume_role)) {
        const [, account] = /^arn:[^:]+:iam::(\d{12}):role\/./.exec(String(found)) ?? [];
        if (account === held) continue;
        const must = `must be the ARN of a role in account ${held}`;
        yield { resource, argument: "assume_role.role_arn", found, must };
      }
    }
  },
};

const inAccounts = (...accounts: readonly string[]) => ({
  provider: {
    aws: accounts.map((account, index) => ({
      allowed_account_ids: [account],
      ...(index === 0 ? {} : { alias: `other${index}` }),
    })),
  },
});

/** A tenant with an account of its own has a stack for it, whose provider has no alias. */
const OWN_ACCOUNT: Rule = {
  id: "aws-provider-own-account",
  severity: "critical",
  title: "All of a stack is in one account, of which its policies are.",
  reason: "Policies that name another account let nobody in, or the wrong one; and what is elsewhere is nobody's.",
  fix: "set allowed_account_ids to the account of the stack, or move what is in another account to a stack of its own",
  source: PROVIDER,
  controls: ["MCSB AM-4"],
  example: { wrong: inAccounts("210987654321", "111122223333"), right: inAccounts("210987654321", "210987654321") },
  *check(stack) {
    const account = accountOf(stack);
    for (const resource of stack.resources("provider.aws")) {
      const held = heldTo(resource);
      if (account === undefined || held === undefined || held === account) continue;
      const must = `must be ${account}, as policies and other providers of the stack say`;
      yield { resource, argument: "allowed_account_ids", found: held, must };
    }
  },
};

/** Without a provider of its own a resource gets one that is configured by whoever runs Terraform. */
const MISSING: Rule = {
  id: "aws-provider-missing",
  severity: "critical",
  title: "What is on AWS has a provider that is held to an account.",
  reason: "Terraform would take the account of whatever credentials it finds, and apply a tenant's stack there.",
  fix: 'add a provider "aws" with region and allowed_account_ids',
  source: PROVIDER,
  controls: ["MCSB AM-4"],
  example: {
    wrong: { resource: { aws_vpc: { example: {} } } },
    right: { provider: { aws: [{}] }, resource: { aws_vpc: { example: {} } } },
  },
  *check(stack) {
    if (stack.resources("provider.aws").some(isDefault)) return;
    const resource = stack.all.find(
      ({ type, content }) => /^(data\.)?aws_/.test(type) && content.provider === undefined,
    );
    if (resource !== undefined)
      yield { resource, argument: "provider", found: undefined, must: "must be there for everything on AWS" };
  },
};

/** Terraform's provider for AWS: one account, and no secrets. */
export const PROVIDER_AWS: readonly Rule[] = [...SETTINGS, ROLE, OWN_ACCOUNT, MISSING];
