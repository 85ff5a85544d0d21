import {
  awsPlatform,
  awsTenant,
  blueprintOf,
  type Content,
  PLATFORM_ACCOUNT,
  problemsOf,
  TENANT_ACCOUNT,
} from "../support/files";

const ELSEWHERE = "763104351884";
const repository = (name: string, account = PLATFORM_ACCOUNT, region = "eu-central-1") =>
  `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
const model = (changes: Content) => ({
  name: "churn",
  image: repository("mlp-dev/acme/images:1"),
  instanceType: "ml.m5.large",
  ...changes,
});
const acme = (aws: Content) => awsTenant("acme", { aws });
const ownAccount = (id: string, aws: Content = {}) =>
  awsTenant(id, { aws: { isolation: "account", accountId: TENANT_ACCOUNT, ...aws } });

function bucketOf(id: string, tenants: Content[]): string {
  const found = blueprintOf(awsPlatform(), tenants).aws?.tenants.find(({ tenant }) => tenant === id);
  return found?.bucket.name ?? "";
}

describe("An image", () => {
  test.each([
    repository("mlp-dev/acme/images"),
    repository("mlp-dev/platform/base"),
    repository("shared/base"),
    repository("pytorch-training", ELSEWHERE),
    repository("mlp-dev/globex/images", ELSEWHERE),
    repository("mlp-prod/globex/images"),
  ])("may be in %s.", (name) => {
    expect(problemsOf(awsPlatform(), [acme({ images: [name], serving: [model({ image: `${name}:1` })] })])).toEqual([]);
  });

  test("in another tenant's repository is refused wherever it is named.", () => {
    const theirs = repository("mlp-dev/globex/images");

    expect(problemsOf(awsPlatform(), [acme({ images: [theirs], serving: [model({ image: `${theirs}:1` })] })])).toEqual(
      [
        `aws.images[0]: "${theirs.slice(0, 60)}…" is in a repository of tenant globex; copy it to this tenant's own, or to one that is no tenant's`,
        expect.stringMatching(/^aws\.serving\[0\]\.image: .* is in a repository of tenant globex; /),
      ],
    );
  });

  test("of a tenant whose id begins like this one's is another tenant's.", () => {
    expect(problemsOf(awsPlatform(), [acme({ images: [repository("mlp-dev/acme-eu/images")] })])).toHaveLength(1);
  });

  test("in a repository of a tenant with an account of its own is refused too.", () => {
    const theirs = repository("mlp-dev/globex/images", TENANT_ACCOUNT);

    expect(problemsOf(awsPlatform(), [ownAccount("globex"), acme({ images: [theirs] })])).toEqual([
      expect.stringMatching(/^aws\.images\[0\]: .* is in a repository of tenant globex; /),
    ]);
  });

  test("of the tenant in the account that it is not in is refused with the right one.", () => {
    expect(problemsOf(awsPlatform(), [ownAccount("acme", { images: [repository("mlp-dev/acme/images")] })])).toEqual([
      expect.stringContaining(
        `is in account ${PLATFORM_ACCOUNT}, and this tenant's own repository in ${TENANT_ACCOUNT}; use that`,
      ),
    ]);
    expect(
      problemsOf(awsPlatform(), [ownAccount("acme", { images: [repository("mlp-dev/acme/images", TENANT_ACCOUNT)] })]),
    ).toEqual([]);
  });

  test("of another region is refused: SageMaker takes none.", () => {
    const far = repository("pytorch-training", ELSEWHERE, "us-east-1");

    expect(problemsOf(awsPlatform(), [acme({ images: [far], serving: [model({ image: `${far}:1` })] })])).toEqual([
      `aws.images[0]: "${far.slice(0, 60)}…" is in us-east-1, and SageMaker takes images of its own region only; use one in eu-central-1, such as a copy`,
      expect.stringMatching(/^aws\.serving\[0\]\.image: .* is in us-east-1, and /),
    ]);
  });
});

describe("A model's archive", () => {
  const withData = (modelData: string) => acme({ serving: [model({ modelData })] });

  test.each([
    "s3://models/churn",
    "s3://mlp-dev/churn",
    "s3://mlp-dev-models/churn",
    "s3://mlp-prod-acme--data-abcde/m",
  ])("may be %s.", (modelData) => {
    expect(problemsOf(awsPlatform(), [withData(modelData)])).toEqual([]);
  });

  test("may be in the tenant's own bucket.", () => {
    const own = bucketOf("acme", [acme({})]);

    expect(problemsOf(awsPlatform(), [withData(`s3://${own}/models/churn`)])).toEqual([]);
  });

  test("in another tenant's bucket is refused.", () => {
    const tenants = [acme({}), awsTenant("globex")];
    const [own, theirs] = [bucketOf("acme", tenants), bucketOf("globex", tenants)];

    expect(problemsOf(awsPlatform(), [withData(`s3://${theirs}/models/churn`)])).toEqual([
      `aws.serving[0].modelData: "s3://${theirs}/models/churn" is in a bucket of tenant globex; copy it to this tenant's own, "${own}"`,
    ]);
  });

  test("in a bucket of the platform is refused.", () => {
    expect(problemsOf(awsPlatform(), [withData("s3://mlp-dev--trail-abcde/a")])).toEqual([
      expect.stringContaining("is in a bucket of the platform; copy it to this tenant's own"),
    ]);
  });

  test("in a bucket that is almost the tenant's own is refused with the right one.", () => {
    const own = bucketOf("acme", [acme({})]);

    expect(problemsOf(awsPlatform(), [withData("s3://mlp-dev-acme--data-aaaaa/a")])).toEqual([
      expect.stringContaining(`is in "mlp-dev-acme--data-aaaaa", and this tenant's own bucket is "${own}"; use that`),
    ]);
  });
});
