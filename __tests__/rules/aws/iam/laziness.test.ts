import { AWS_POLICIES } from "../../../../lib/rules/aws/policies/aws-policies";
import { checkStack } from "../../../../lib/rules/check-stack";

const read = jest.fn();
jest.mock("node:fs", () => {
  const fs = jest.requireActual<typeof import("node:fs")>("node:fs");
  return {
    ...fs,
    readFileSync: (...args: Parameters<typeof fs.readFileSync>) => {
      read(String(args[0]));
      return fs.readFileSync(...args);
    },
  };
});

test("AWS's data about actions is read for the first policy, and for no stack without any.", () => {
  const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sagemaker:X", Resource: "*" }] });

  checkStack("hub", { resource: { azurerm_thing: { a: { name: "x" } } } }, AWS_POLICIES);
  expect(read).not.toHaveBeenCalled();

  checkStack("tenant-acme", { resource: { aws_iam_policy: { a: { policy } } } }, AWS_POLICIES);
  expect(read).toHaveBeenCalledWith(expect.stringMatching(/sagemaker\.json$/));
});
