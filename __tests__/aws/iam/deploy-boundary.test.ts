import { deployBoundaryPolicy } from "../../../lib/aws/iam/deploy-boundary";
import { deployDataPolicy } from "../../../lib/aws/iam/deploy-data-policy";
import { deployOperationsPolicy } from "../../../lib/aws/iam/deploy-operations-policy";
import type { DeployBlueprint } from "../../../lib/blueprint/aws-deploy";
import { awsPlatform, blueprintOf, type Content } from "../../support/files";
import { statementOf } from "../../support/tenant-scope";

const github = { repository: "acme/ml-platform", environment: "production" };
const STATES_KEY = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000009";

function deployOf(backend: Content): DeployBlueprint {
  const foundation = { addressSpace: "10.40.0.0/20", github };
  const { deploy } = blueprintOf(awsPlatform({ backend, aws: { foundation } })).aws?.foundation ?? {};
  if (deploy === undefined) throw new Error("there are no deploy roles");
  return deploy;
}
const local = deployOf({ local: {} });

test("Workflows use no key of a tenant, whatever its tags say, but through the services that make Studio's file system.", () => {
  const { Resource, Condition } = statementOf(deployBoundaryPolicy(local, []), "KeysStay");

  expect(Resource).toBe("arn:aws:kms:eu-central-1:123456789012:key/*");
  expect(Condition).toEqual({
    StringNotEquals: {
      "kms:ViaService": ["elasticfilesystem.eu-central-1.amazonaws.com", "sagemaker.eu-central-1.amazonaws.com"],
    },
  });
});

test("The key of the states is the only other one that they use.", () => {
  const deploy = deployOf({ s3: { bucket: "mlp-state", region: "eu-central-1", kmsKeyId: STATES_KEY } });
  const { Resource, NotResource } = statementOf(deployBoundaryPolicy(deploy, []), "KeysStay");

  expect({ Resource, NotResource }).toEqual({ NotResource: STATES_KEY });
});

test("A key that was just made is started without its tags, which KMS may not know yet.", () => {
  expect(statementOf(deployDataPolicy(local), "StartKeys").Condition).toBeUndefined();
});

test("Scaling makes alarms with names of its own.", () => {
  expect(statementOf(deployOperationsPolicy(local), "ScalingAlarms").Resource).toEqual([
    "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:TargetTracking-*",
  ]);
});
