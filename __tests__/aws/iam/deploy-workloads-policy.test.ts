import { deployWorkloadsPolicy } from "../../../lib/aws/iam/deploy-workloads-policy";
import { deployBlueprint } from "../../support/deploy-blueprint";
import { statementOf } from "../../support/tenant-scope";

const workloads = () => deployWorkloadsPolicy(deployBlueprint());

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
