import { invocationsUrl, notebookConsoleUrl } from "../../lib/blueprint/aws-hosts";

const account = (partition: string, region: string) => ({ partition, region, accountId: "123456789012" });

test.each([
  ["aws", "eu-central-1", "https://runtime.sagemaker.eu-central-1.amazonaws.com/endpoints/churn/invocations"],
  ["aws-cn", "cn-north-1", "https://runtime.sagemaker.cn-north-1.amazonaws.com.cn/endpoints/churn/invocations"],
  ["aws-us-gov", "us-gov-west-1", "https://runtime.sagemaker.us-gov-west-1.amazonaws.com/endpoints/churn/invocations"],
])("In %s an endpoint is called at the host of its region.", (partition, region, url) => {
  expect(invocationsUrl(account(partition, region), "churn")).toBe(url);
});

test.each([
  ["aws", "eu-central-1", "https://console.aws.amazon.com"],
  ["aws-cn", "cn-north-1", "https://console.amazonaws.cn"],
  ["aws-us-gov", "us-gov-west-1", "https://console.amazonaws-us-gov.com"],
])("In %s a notebook's page is in that partition's console.", (partition, region, host) => {
  expect(notebookConsoleUrl(account(partition, region), "research")).toBe(
    `${host}/sagemaker/home?region=${region}#/notebook-instances/research`,
  );
});

test("A partition that is not known has no hosts.", () => {
  expect(() => invocationsUrl(account("aws-iso", "us-iso-east-1"), "churn")).toThrow(
    'the partition "aws-iso" is unknown',
  );
});
