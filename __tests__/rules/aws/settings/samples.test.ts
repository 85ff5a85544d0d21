import { checkStack } from "../../../../lib/rules/check-stack";
import { formatFinding } from "../../../../lib/rules/finding";
import { awsTenant, type Content } from "../../../support/files";
import { wholeAccountTenant, wholeAwsPlatform, wholeAwsTenant } from "../../../support/iam/whole-files";
import { synthStack } from "../../../support/synth";

const retiring = { lifecycle: "retiring" };

const STACKS: Record<string, { stack: string; platform?: Content; tenant?: Content }> = {
  "a tenant with everything": { stack: "tenant-acme", tenant: wholeAwsTenant("acme") },
  "a tenant with everything in an account of its own": { stack: "tenant-acme", tenant: wholeAccountTenant("acme") },
  "a tenant with nothing": { stack: "tenant-acme", tenant: awsTenant("acme") },
  "a tenant on its way out": { stack: "tenant-acme", tenant: { ...wholeAwsTenant("acme"), ...retiring } },
  "an account on its way out": { stack: "tenant-acme", tenant: { ...wholeAccountTenant("acme"), ...retiring } },
  "the foundation": { stack: "aws-foundation" },
  "a foundation on its way out": { stack: "aws-foundation", platform: { ...wholeAwsPlatform(), ...retiring } },
  "a tenant whose state is in S3": {
    stack: "tenant-acme",
    platform: { ...wholeAwsPlatform(), backend: { s3: { bucket: "mlp-dev-state", region: "eu-central-1" } } },
    tenant: wholeAwsTenant("acme"),
  },
};

test.each(Object.entries(STACKS))("No rule finds anything in the stack of %s.", (_, { stack, platform, tenant }) => {
  const json = synthStack(stack, platform ?? wholeAwsPlatform(), tenant === undefined ? [] : [tenant]);

  expect(checkStack(stack, json).map(formatFinding)).toEqual([]);
});
