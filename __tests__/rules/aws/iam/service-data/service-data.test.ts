import {
  actionsOf,
  globalKeys,
  isWildcardOnly,
  keysOfAction,
  serviceData,
} from "../../../../../lib/rules/aws/iam/service-data/service-data";

const action = (service: string, name: string) => {
  const found = actionsOf(service).find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no action ${service}:${name}`);
  return found;
};

describe("what IAM knows of a service", () => {
  test("is nothing for a service that policies do not name", () => {
    expect(serviceData("lambda")).toBeUndefined();
    expect(actionsOf("lambda")).toEqual([]);
  });

  test("is found whatever the case is, as IAM reads policies", () => {
    expect(serviceData("SageMaker")).toBe(serviceData("sagemaker"));
  });

  test("is which actions cannot be scoped: 95 of SageMaker's 449", () => {
    const all = actionsOf("sagemaker");

    expect([all.length, all.filter(isWildcardOnly).length]).toEqual([449, 95]);
  });

  test("is which three actions of SageMaker look at the model that a request points at", () => {
    const withModel = actionsOf("sagemaker").filter(({ keys }) => keys.includes("sagemaker:ModelArn"));

    expect(withModel.map(({ name }) => name)).toEqual([
      "CreateEndpointConfig",
      "CreateInferenceComponent",
      "CreateTransformJob",
    ]);
  });

  test("is which keys are replaced by others", () => {
    expect(serviceData("sagemaker")?.keys["sagemaker:VolumeKmsKey"]).toEqual({
      type: "ARN",
      deprecated: "sagemaker:VolumeKmsKeyArn",
    });
  });

  test("is which keys every service has", () => {
    expect(globalKeys()["aws:PrincipalTag/${TagKey}"]).toEqual({ type: "String" });
    expect(globalKeys()["aws:PrincipalArn"]).toEqual({ type: "ARN" });
  });
});

describe("the keys of an action", () => {
  test("are its own, and those of the types that it is about", () => {
    const keys = keysOfAction(action("sagemaker", "DescribeModel"));

    expect(keys).toContain("aws:ResourceTag/${TagKey}");
    expect(keys).not.toContain("sagemaker:VpcSubnets");
    expect(keysOfAction(action("sagemaker", "CreateModel"))).toContain("sagemaker:VpcSubnets");
  });
});
