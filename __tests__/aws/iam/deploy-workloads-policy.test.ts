import { deployWorkloadsPolicy } from "../../../lib/aws/iam/deploy-workloads-policy";
import { awsPlatform, blueprintOf } from "../../support/files";
import { statementOf } from "../../support/tenant-scope";

const github = { repository: "acme/ml-platform", environment: "production" };
const platform = awsPlatform({ aws: { foundation: { addressSpace: "10.40.0.0/20", github } } });

function workloads() {
  const deploy = blueprintOf(platform).aws?.foundation.deploy;
  if (deploy === undefined) throw new Error("there are no deploy roles");
  return deployWorkloadsPolicy(deploy);
}

test("Whoever deploys puts notebooks into the network with security groups of tenants only.", () => {
  expect(statementOf(workloads(), "MakeInterfaces")).toMatchObject({
    Action: ["ec2:CreateNetworkInterface"],
    Resource: ["arn:aws:ec2:eu-central-1:123456789012:security-group/*"],
    Condition: { Null: { "aws:ResourceTag/tenant": "false" }, StringEquals: { "aws:ResourceTag/platform": "mlp" } },
  });
  expect([statementOf(workloads(), "MakeInterfacesInNetwork").Resource ?? []].flat().join()).not.toContain(
    "security-group",
  );
});

test("Whoever deploys makes the file system that an encrypted Studio domain needs.", () => {
  expect(statementOf(workloads(), "MakeFileSystems")).toMatchObject({ Action: ["elasticfilesystem:CreateFileSystem"] });
});
