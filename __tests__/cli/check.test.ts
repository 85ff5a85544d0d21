import { EXEMPTIONS } from "../../lib/aws/iam/lint/exemptions";
import { lintPolicy } from "../../lib/aws/iam/lint/lint-policy";
import { parsePolicy } from "../../lib/aws/iam/lint/references";
import { awsResources, policiesOf } from "../../lib/aws/iam/lint/stack-policies";
import { check } from "../../lib/cli/check";
import { blueprintOf, platform, temporaryFolder, tenant } from "../support/files";
import { stackText, synthesizeTo } from "../support/synth";
import { wholeAccountTenant, wholeAwsPlatform, wholeAwsTenant } from "../support/iam/whole-files";

const STACKS = ["aws-foundation", "tenant-acme", "tenant-globex"];
let outdir: string;
beforeAll(() => {
  outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(wholeAwsPlatform(), [wholeAwsTenant("acme"), wholeAccountTenant("globex")]));
});

describe("the check of a stack as it would be written", () => {
  test.each(STACKS)("finds nothing in %s, which has everything that it can have", (stack) => {
    expect(check(stack, stackText(outdir, stack))).toEqual([]);
  });

  test("finds what somebody has changed", () => {
    const text = stackText(outdir, "tenant-acme");

    const findings = check("tenant-acme", text.replaceAll("sagemaker:DescribeModel", "sagemaker:DescribeModels"));

    expect(findings).toEqual([
      expect.stringMatching(/^tenant-acme aws_iam_policy\.\w+ \w+: "sagemaker:DescribeModels" is no action; .*$/),
    ]);
  });

  test("does not load the lint for a stack without anything of AWS", () => {
    synthesizeTo(outdir, blueprintOf(platform(), [tenant("umbrella")]));
    const text = stackText(outdir, "tenant-umbrella");

    jest.isolateModules(() => {
      jest.doMock("../../lib/aws/iam/lint/lint-stack", () => {
        throw new Error("the lint was loaded");
      });
      const { check: fresh } = jest.requireActual<typeof import("../../lib/cli/check")>("../../lib/cli/check");

      expect(fresh("tenant-umbrella", text)).toEqual([]);
      expect(() => fresh("tenant-acme", '"aws_vpc"')).toThrow("the lint was loaded");
    });
  });
});

test("Every exemption of the lint is of something that a stack has.", () => {
  synthesizeTo(outdir, blueprintOf(wholeAwsPlatform(), [wholeAwsTenant("acme")]));
  const needed = ["aws-foundation", "tenant-acme"].flatMap((stack) =>
    policiesOf(awsResources(JSON.parse(stackText(outdir, stack)))).flatMap(({ address, kind, text }) =>
      lintPolicy(parsePolicy(text as string), kind).map(
        ({ rule, sid }) => `${rule} ${address.split(".")[0] ?? ""}. ${sid}`,
      ),
    ),
  );

  expect([...new Set(needed)].sort()).toEqual(
    EXEMPTIONS.map(({ rule, address, sid }) => `${rule} ${address} ${sid}`).sort(),
  );
});
