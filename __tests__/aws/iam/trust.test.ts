import { peopleTrust, sagemakerTrust } from "../../../lib/aws/iam/trust";

const ACCOUNT = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };

test("SageMaker takes a role for resources of the account and the region only.", () => {
  expect(sagemakerTrust(ACCOUNT).Statement).toEqual([
    expect.objectContaining({
      Principal: { Service: "sagemaker.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:eu-central-1:123456789012:*" },
      },
    }),
  ]);
});

test("People bring no tags along when they take a role: a tag of a session wins over that of the role.", () => {
  const [statement] = peopleTrust(["arn:aws:iam::111122223333:role/acme-sso"]).Statement;

  expect(statement?.Action).toBe("sts:AssumeRole");
});
