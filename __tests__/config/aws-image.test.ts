import { image, imageRepository } from "../../lib/config/aws-image";
import { findings } from "./findings";

const HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
const CHINA = "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn";
const DIGEST = `@sha256:${"0".repeat(64)}`;

test.each([`${HOST}/churn:1`, `${HOST}/mlp-dev/acme/images:churn-3`, `${HOST}/a.b_c-d${DIGEST}`, `${CHINA}/churn:1`])(
  "%s is an image.",
  (text) => {
    expect(findings(image(), text)).toEqual([]);
  },
);

test.each([
  ["without a tag, which is another one tomorrow", `${HOST}/churn`],
  ["of another registry", "docker.io/acme/churn:1"],
  ["of the public gallery", "public.ecr.aws/acme/churn:1"],
  ["with a digest that is none", `${HOST}/churn@sha256:abc`],
  ["of China at the host of the rest", `${CHINA.replace(".com.cn", ".com")}/churn:1`],
  ["of the rest at the host of China", `${HOST}.cn/churn:1`],
  ["of an account with eleven digits", `${HOST.slice(1)}/churn:1`],
  ["with two hyphens in a row, which ECR refuses", `${HOST}/a--b:1`],
  ["with a pattern in its name", `${HOST}/churn*:1`],
])("An image %s is refused.", (_, text) => {
  expect(findings(image(), text)).toEqual([
    expect.stringContaining("is not an image of Amazon ECR with a tag or a digest"),
  ]);
});

test("The name of an image has 255 characters at most.", () => {
  const longest = `${HOST}/${"a".repeat(255 - HOST.length - 3)}:1`;

  expect(findings(image(), longest)).toEqual([]);
  expect(findings(image(), longest.replace("/", "/a"))).toEqual([expect.stringContaining("has 256 characters")]);
});

test.each([`${HOST}/churn`, `${HOST}/mlp-dev/acme/images`, `${CHINA}/churn`])("%s is a repository.", (text) => {
  expect(findings(imageRepository(), text)).toEqual([]);
});

test.each([`${HOST}/churn:1`, `${HOST}/churn${DIGEST}`, `https://${HOST}/churn`])(
  "%s is refused with the repository that it is of.",
  (text) => {
    expect(findings(imageRepository(), text)).toEqual([
      expect.stringMatching(new RegExp(`is not a repository of Amazon ECR; use "${HOST}/churn"$`)),
    ]);
  },
);

test.each([
  HOST,
  `${HOST}/`,
  `${HOST}/*`,
  "public.ecr.aws/acme/churn",
  "arn:aws:ecr:eu-central-1:123456789012:repository/a",
])("%s is no repository.", (text) => {
  expect(findings(imageRepository(), text)).toEqual([expect.stringContaining("is not a repository of Amazon ECR")]);
});
