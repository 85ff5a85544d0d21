import { inventory, namesIn } from "../../../e2e/aws/inventory";

describe("the names in an answer", () => {
  test.each([
    ["JSON", '{"Models":[{"ModelName":"a","ModelArn":"x"},{"ModelName": "b"}]}'],
    ["XML", "<r><ModelName>a</ModelName><ModelArn>x</ModelArn><ModelName>b</ModelName></r>"],
  ])("are found in %s.", (_, answer) => {
    expect(namesIn({ name: "ModelName" }, answer)).toEqual(["a", "b"]);
  });

  test("are those that count.", () => {
    expect(namesIn({ name: "A", ignore: /^aws\// }, '{"A":"aws/s3","A":"mine"}')).toEqual(["mine"]);
  });
});

const account = { partition: "aws", accountId: "111122223333", region: "eu-central-1" };
const answered = (answers: Record<string, string>) => (request: { headers: object; body: Buffer }) => {
  const target = String((request.headers as Record<string, unknown>)["x-amz-target"]).replace("TrentService.", "");
  const id = /key-\d/.exec(request.body.toString())?.[0] ?? "";
  const body = Buffer.from(answers[`${target} ${id}`.trim()] ?? "{}");
  return Promise.resolve({ status: 200, headers: {}, body });
};

test("A key that is about to be deleted is not left, and neither is one of AWS.", async () => {
  const held = await inventory(
    answered({
      ListKeys: '{"Keys":[{"KeyId":"key-1"},{"KeyId":"key-2"},{"KeyId":"key-3"}]}',
      "DescribeKey key-1": '{"KeyMetadata":{"KeyState":"PendingDeletion","KeyManager":"CUSTOMER"}}',
      "DescribeKey key-2": '{"KeyMetadata":{"KeyState":"Enabled","KeyManager":"CUSTOMER"}}',
      "DescribeKey key-3": '{"KeyMetadata":{"KeyState":"Enabled","KeyManager":"AWS"}}',
    }),
    [account],
  );

  expect(held).toEqual(["111122223333 keys: key-2"]);
});

test("A question that moto cannot answer is an error, not an empty account.", async () => {
  const broken = () => Promise.resolve({ status: 500, headers: {}, body: Buffer.from("broken") });

  await expect(inventory(broken, [account])).rejects.toThrow("moto does not list roles: broken");
});
