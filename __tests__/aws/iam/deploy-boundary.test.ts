import { deployBoundaryPolicy } from "../../../lib/aws/iam/deploy-boundary";
import { deployBlueprint } from "../../support/deploy-blueprint";
import { statementOf } from "../../support/tenant-scope";

const STATES_KEY = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000009";

test("Workflows use no key of a tenant, whatever its tags say, but through the services that make Studio's file system.", () => {
  const { Resource, Condition } = statementOf(deployBoundaryPolicy(deployBlueprint(), []), "KeysStay");

  expect(Resource).toBe("arn:aws:kms:eu-central-1:123456789012:key/*");
  expect(Condition).toEqual({
    StringNotEquals: {
      "kms:ViaService": ["elasticfilesystem.eu-central-1.amazonaws.com", "sagemaker.eu-central-1.amazonaws.com"],
    },
  });
});

test("The key of the states is the only other one that they use.", () => {
  const deploy = deployBlueprint({ s3: { bucket: "mlp-state", region: "eu-central-1", kmsKeyId: STATES_KEY } });
  const { Resource, NotResource } = statementOf(deployBoundaryPolicy(deploy, []), "KeysStay");

  expect({ Resource, NotResource }).toEqual({ NotResource: STATES_KEY });
});

test("The ceiling names the verbs of each service: everything of none (FSBP IAM.21).", () => {
  const { Action = "*" } = statementOf(deployBoundaryPolicy(deployBlueprint(), []), "Ceiling");

  expect([Action].flat().filter((action) => /^([^:]*:)?\*$/.test(action))).toEqual([]);
});
