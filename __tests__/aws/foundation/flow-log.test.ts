import { awsPlatform } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, synthStack } from "../../support/synth";

const stack = synthStack("aws-foundation", awsPlatform());

describe("the network's flow log", () => {
  test("records what was let through and what was refused", () => {
    expect(onlyResource(stack, "aws_flow_log")).toMatchObject({
      traffic_type: "ALL",
      vpc_id: `\${${addressOf(stack, "foundation/network/vpc")}.id}`,
      log_destination: `\${${addressOf(stack, "foundation/flow-log/group")}.arn}`,
    });
  });

  test("begins when its role may write, or AWS would give up", () => {
    const before = allBefore(stack, addressOf(stack, "foundation/flow-log/log"));

    expect(before).toContain(addressOf(stack, "foundation/flow-log/role/logs"));
  });

  test("is written for this account's networks only", () => {
    const role = resourcesByPath(stack, "aws_iam_role")["foundation/flow-log/role/role"];

    expect(JSON.parse(String(role?.assume_role_policy))).toMatchObject({
      Statement: [
        {
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:SourceAccount": "123456789012" },
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-central-1:123456789012:vpc-flow-log/*" },
          },
        },
      ],
    });
  });
});
