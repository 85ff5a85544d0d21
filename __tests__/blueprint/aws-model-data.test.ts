import { otherObjects, parseObject } from "../../lib/blueprint/aws-model-data";
import { awsPlatform, awsTenant, blueprintOf, PLATFORM_ACCOUNT } from "../support/files";
import { awsTenantConfig } from "./configs";

const OWN = "mlp-dev-acme--data-abcde";
const model = (name: string, modelData?: string) => ({
  name,
  image: `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/churn:1`,
  instanceType: "ml.m5.large",
  ...(modelData === undefined ? {} : { modelData }),
});
const others = (...modelData: (string | undefined)[]) => {
  const serving = modelData.map((uri, index) => model(`m${index}`, uri));
  return otherObjects(awsTenantConfig(awsTenant("acme", { aws: { serving } })), "aws", OWN);
};

test("An object's bucket and key are read.", () => {
  expect(parseObject("s3://models/churn/3/model.tar.gz")).toEqual({ bucket: "models", key: "churn/3/model.tar.gz" });
});

test.each(["s3://models", "s3://models/", "https://models/a"])("%s is never read as an object.", (uri) => {
  expect(() => parseObject(uri)).toThrow(`"${uri}" is not an object in S3`);
});

test("Archives in other buckets are read one by one, each once and sorted.", () => {
  expect(others("s3://zoo/b", "s3://models/a/model.tar.gz", undefined, "s3://zoo/b")).toEqual([
    "arn:aws:s3:::models/a/model.tar.gz",
    "arn:aws:s3:::zoo/b",
  ]);
});

test("Those in the tenant's own bucket need no right of their own.", () => {
  expect(others(`s3://${OWN}/models/churn`)).toEqual([]);
});

test("The ARN of an archive is in the partition of the platform.", () => {
  const { aws } = blueprintOf(
    awsPlatform({
      aws: {
        region: "cn-north-1",
        partition: "aws-cn",
        deployers: [`arn:aws-cn:iam::${PLATFORM_ACCOUNT}:role/terraform`],
      },
    }),
    [
      awsTenant("acme", {
        aws: {
          serving: [
            {
              ...model("churn", "s3://zoo/b"),
              image: `${PLATFORM_ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn/churn:1`,
            },
          ],
        },
      }),
    ],
  );

  expect(aws?.tenants[0]?.modelObjects).toEqual(["arn:aws-cn:s3:::zoo/b"]);
});
