import { wholeAwsPlatform } from "../../support/iam/whole-files";
import { addressOf } from "../../support/references";
import { resourcesOf, synthStack } from "../../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());

test("Every log group is encrypted with the account's own key, and kept for as long as the file says.", () => {
  const groups = Object.values(resourcesOf(whole, "aws_cloudwatch_log_group"));
  const key = `\${${addressOf(whole, "foundation/log-key/key")}.arn}`;

  expect(groups.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "/aws/sagemaker/NotebookInstances",
      "/aws/sagemaker/ProcessingJobs",
      "/aws/sagemaker/TrainingJobs",
      "/aws/sagemaker/TransformJobs",
      "/aws/sagemaker/studio",
    ]),
  );
  expect(groups.map(({ kms_key_id: id, retention_in_days: days }) => [id, days])).toEqual(groups.map(() => [key, 365]));
});
