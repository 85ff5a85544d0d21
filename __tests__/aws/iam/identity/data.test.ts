import { dataPolicy } from "../../../../lib/aws/iam/identity/data";
import { awsTenantOf } from "../../../support/aws-stack";
import { scopeOf, statementOf } from "../../../support/tenant-scope";

test("Images and models outside the tenant's own are read one by one.", () => {
  const image = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-inference";
  const tenant = awsTenantOf({
    aws: {
      images: [image],
      serving: [
        {
          name: "churn",
          image: `${image}:2.5`,
          modelData: "s3://shared-models/churn/3/model.tar.gz",
          instanceType: "ml.m5.large",
        },
      ],
    },
  });
  const elsewhere = dataPolicy(scopeOf(tenant));

  expect(statementOf(elsewhere, "ModelsElsewhere")).toMatchObject({
    Action: "s3:GetObject",
    Resource: ["arn:aws:s3:::shared-models/churn/3/model.tar.gz"],
  });
  expect(statementOf(elsewhere, "ImagesElsewhere")).toMatchObject({
    Action: expect.not.arrayContaining(["ecr:PutImage"]) as unknown,
    Resource: ["arn:aws:ecr:eu-central-1:763104351884:repository/pytorch-inference"],
  });
  expect(dataPolicy(scopeOf()).Statement.map(({ Sid }) => Sid)).not.toContain("ImagesElsewhere");
});
