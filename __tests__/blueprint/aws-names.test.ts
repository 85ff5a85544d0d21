import fc from "fast-check";
import {
  AWS_NAME_RULES,
  awsName,
  type AwsNamedType,
  awsPrefix,
  bucketName,
  iamPath,
  parameterPath,
  repositoryName,
} from "../../lib/blueprint/aws-names";
import type { Owner } from "../../lib/blueprint/names";
import { awsPrefixes, instances, tenantIds } from "./arbitraries";

const ACME: Owner = { prefix: "mlp", instance: "dev", tenant: "acme" };
const ACCOUNT = { accountId: "123456789012", region: "eu-central-1" };
const LONGEST: Owner = { prefix: "abcdefgh", instance: "abcdefgh", tenant: "abcdefghijklmnop" };

/** The platform, and tenants of it with different ids. */
const rivals = fc
  .tuple(awsPrefixes, instances, fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 5 }))
  .map(([prefix, instance, tenants]): Owner[] => [
    { prefix, instance },
    ...tenants.map((tenant) => ({ prefix, instance, tenant })),
  ]);

function fits(type: AwsNamedType, name: string): boolean {
  const { pattern, min, max } = AWS_NAME_RULES[type];
  return name.length >= min && name.length <= max && pattern.test(name);
}

test("Names say whose they are, before a delimiter that no id can have.", () => {
  expect([
    awsName("iamRole", ACME, "exec"),
    awsName("iamRole", { prefix: "mlp", instance: "dev" }, "deploy"),
    awsPrefix(ACME),
    iamPath(ACME),
    iamPath({ prefix: "mlp", instance: "dev" }),
    parameterPath(ACME),
    parameterPath({ prefix: "mlp", instance: "dev" }),
    repositoryName(ACME, "images"),
  ]).toEqual([
    "mlp-dev-acme--exec",
    "mlp-dev--deploy",
    "mlp-dev-acme--",
    "/mlp-dev/tenant/acme/",
    "/mlp-dev/platform/",
    "/mlp/dev/tenant/acme",
    "/mlp/dev/foundation",
    "mlp-dev/acme/images",
  ]);
});

test("No owner's names begin with what another owner's begin with, so that a pattern of IAM matches one owner only.", () => {
  const places = (owner: Owner) => [awsPrefix(owner), iamPath(owner), `${parameterPath(owner)}/`];
  fc.assert(
    fc.property(rivals, (owners) => {
      for (const one of owners) {
        for (const other of owners.filter((each) => each !== one)) {
          const caught = places(one).filter((place, index) => places(other)[index]?.startsWith(place));
          expect(caught).toEqual([]);
        }
      }
    }),
  );
});

test("No tenant's images are below another tenant's, and none below the platform's.", () => {
  fc.assert(
    fc.property(rivals, (owners) => {
      const folders = owners
        .filter(({ tenant }) => tenant !== "platform")
        .map((owner) => repositoryName(owner, "images").replace(/images$/, ""));
      expect(new Set(folders).size).toBe(folders.length);
      expect(folders.filter((one) => folders.some((other) => other !== one && other.startsWith(one)))).toEqual([]);
    }),
  );
});

test.each<[AwsNamedType, string]>([
  ["alarm", `${"a".repeat(20)}-latency`],
  ["budget", "budget"],
  ["iamRole", "user"],
  ["iamPolicy", "boundary"],
  ["kmsAlias", "data"],
  ["sagemaker", "a".repeat(20)],
  ["scalingPolicy", `${"a".repeat(20)}-requests`],
  ["securityGroup", "compute"],
  ["snsTopic", "alerts"],
])("The longest ids leave room for a %s called %s.", (type, what) => {
  expect(awsName(type, LONGEST, what)).toMatch(new RegExp(`--${what}$`));
});

test("The name of a bucket ends in a hash of account, region, owner and purpose.", () => {
  const names = [
    bucketName(ACME, ACCOUNT, "data"),
    bucketName(ACME, { ...ACCOUNT, accountId: "210987654321" }, "data"),
    bucketName(ACME, { ...ACCOUNT, region: "eu-west-1" }, "data"),
    bucketName(ACME, ACCOUNT, "logs"),
    bucketName({ ...ACME, tenant: "acme-eu" }, ACCOUNT, "data"),
    bucketName({ ...ACME, instance: "prod" }, ACCOUNT, "data"),
  ];
  const hashes = names.map((name) => name.slice(-5));

  expect(names[0]).toMatch(/^mlp-dev-acme--data-[a-z2-7]{5}$/);
  expect(new Set(hashes).size).toBe(names.length);
  expect(bucketName(LONGEST, ACCOUNT, "data").length).toBeLessThanOrEqual(63);
});

test("A name that AWS would refuse stops the synth.", () => {
  expect(() => awsName("iamRole", LONGEST, "a".repeat(30))).toThrow(/does not fit the rule for iamRole/);
});

describe("AWS's rules for names", () => {
  const samples: Record<AwsNamedType, { accepted: string[]; refused: string[] }> = {
    alarm: { accepted: ["a", "a--b", "a".repeat(255)], refused: ["", "a b", "a".repeat(256)] },
    bucket: {
      accepted: ["abc", "a--b", "1-2", "a".repeat(63)],
      refused: ["ab", "-ab", "ab-", "Abc", "a_b", "xn--a", "a-s3alias", "a--ol-s3", "a--x-s3", "a".repeat(64)],
    },
    budget: { accepted: ["a", "a--b", "a".repeat(100)], refused: ["", "a:b", "a\\b", "a".repeat(101)] },
    ecrRepository: {
      accepted: ["ab", "mlp-dev/acme/images", "a".repeat(256)],
      refused: ["a", "a--b", "-ab", "ab-", "a//b", "/ab", "aB", "a".repeat(257)],
    },
    iamPolicy: { accepted: ["a", "a--b", "a".repeat(128)], refused: ["", "a b", "a/b", "a".repeat(129)] },
    iamRole: { accepted: ["a", "a--b", "a".repeat(64)], refused: ["", "a b", "a/b", "a".repeat(65)] },
    kmsAlias: { accepted: ["a", "a--b", "a/b", "a".repeat(250)], refused: ["", "aws/s3", "a b", "a".repeat(251)] },
    sagemaker: {
      accepted: ["a", "a--b", "1-2", "a".repeat(63)],
      refused: ["", "-a", "a-", "a_b", "a.b", "a".repeat(64)],
    },
    scalingPolicy: { accepted: ["a", "a--b", "a".repeat(256)], refused: ["", "a b", "a".repeat(257)] },
    securityGroup: { accepted: ["a", "a--b c", "a".repeat(255)], refused: ["", "sg-a", "a%b", "a".repeat(256)] },
    snsTopic: { accepted: ["a", "a--b_", "a".repeat(256)], refused: ["", "a b", "a.b", "a".repeat(257)] },
  };
  const cases = Object.entries(samples) as [AwsNamedType, { accepted: string[]; refused: string[] }][];

  test("have a test each", () => {
    expect(Object.keys(AWS_NAME_RULES).sort()).toEqual(Object.keys(samples).sort());
  });

  test.each(cases)("for %s accept what AWS accepts, and nothing else", (type, { accepted, refused }) => {
    expect(accepted.filter((name) => !fits(type, name))).toEqual([]);
    expect(refused.filter((name) => fits(type, name))).toEqual([]);
  });
});
