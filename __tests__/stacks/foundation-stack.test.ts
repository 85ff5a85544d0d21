import { awsPlatform, awsTenant, blueprintOf, temporaryFolder } from "../support/files";
import { wholeAwsPlatform, wholeAwsTenant } from "../support/iam/whole-files";
import { resourcesByPath, stackText, synthesizeTo, synthStack } from "../support/synth";

test("Tenants change nothing in it, whatever they have.", () => {
  const texts = [[], [wholeAwsTenant("acme"), awsTenant("globex")]].map((tenants) => {
    const folder = temporaryFolder();
    synthesizeTo(folder, blueprintOf(wholeAwsPlatform(), tenants));
    return stackText(folder, "aws-foundation");
  });

  expect(texts[1]).toBe(texts[0]);
});

test("Workflows of GitHub get no role when the file says nothing of them.", () => {
  const stack = synthStack("aws-foundation", awsPlatform());

  expect(Object.keys(resourcesByPath(stack, "aws_iam_role")).filter((path) => path.includes("deploy"))).toEqual([]);
});
