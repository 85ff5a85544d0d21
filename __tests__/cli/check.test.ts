import { EXEMPTIONS } from "../../lib/rules/aws/iam/exemptions";
import { lintStack } from "../../lib/rules/aws/iam/lint-stack";
import { check } from "../../lib/cli/check";
import type { Tree } from "../../lib/terraform/tree";
import { blueprintOf, platform, temporaryFolder, tenant } from "../support/files";
import { wholeAccountTenant, wholeAwsPlatform, wholeAwsTenant } from "../support/iam/whole-files";
import { stackText, synthesizeTo } from "../support/synth";

const STACKS = ["aws-foundation", "tenant-acme", "tenant-globex"];
let outdir: string;
beforeAll(() => {
  outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(wholeAwsPlatform(), [wholeAwsTenant("acme"), wholeAccountTenant("globex")]));
});
const written = (stack: string) => JSON.parse(stackText(outdir, stack)) as Tree;

describe("the check of a stack", () => {
  test.each(STACKS)("finds nothing in %s, which has everything that it can have", (stack) => {
    expect(check(stack, written(stack))).toEqual([]);
  });

  test("finds what somebody has changed", () => {
    const text = stackText(outdir, "tenant-acme").replaceAll("sagemaker:DescribeModel", "sagemaker:DescribeModels");

    expect(check("tenant-acme", JSON.parse(text) as Tree)).toEqual([
      expect.stringMatching(/^tenant-acme aws_iam_policy\.\w+ \w+: "sagemaker:DescribeModels" is no action; .*$/),
    ]);
  });

  test("does not load the lint for a stack without anything of AWS", () => {
    const azure = temporaryFolder();
    synthesizeTo(azure, blueprintOf(platform(), [tenant("umbrella")]));
    const stack = JSON.parse(stackText(azure, "tenant-umbrella")) as Tree;

    jest.isolateModules(() => {
      jest.doMock("../../lib/rules/aws/iam/lint-stack", () => {
        throw new Error("the lint was loaded");
      });
      const { check: fresh } = jest.requireActual<typeof import("../../lib/cli/check")>("../../lib/cli/check");

      expect(fresh("tenant-umbrella", stack)).toEqual([]);
      expect(() => fresh("tenant-acme", { data: { aws_ssm_parameter: {} } })).toThrow("the lint was loaded");
    });
  });
});

test.each(EXEMPTIONS)(
  "The exemption of $sid from $rule is of something that a stack has.",
  ({ rule, address, sid }) => {
    const findings = STACKS.flatMap((stack) => lintStack(written(stack), { isRight: () => false }));

    expect(
      findings.filter((found) => found.rule === rule && found.sid === sid && found.address.startsWith(address)),
    ).not.toEqual([]);
  },
);
