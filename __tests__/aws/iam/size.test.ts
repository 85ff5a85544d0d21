import { policy } from "../../../lib/aws/iam/policy";
import { sizeOf } from "../../../lib/aws/iam/size";

test("White space does not count, and everything else does.", () => {
  const document = policy({ Sid: "A", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/b c  d" });

  expect(sizeOf(document)).toBe(JSON.stringify(document).length - 3);
});
