import { join } from "node:path";
import { parse } from "yaml";
import {
  awsOnly,
  mostChangeable,
  readUserFiles,
  retiring,
  type UserFiles,
  withChanges,
  writeUserFiles,
} from "../../../e2e/aws/files";
import { blueprintOf, changedStacks, synthesized } from "../../../e2e/aws/synthesis";
import { temporaryFolder } from "../../support/files";

const FIXTURES = join(__dirname, "../../../e2e/fixtures");
const locations = { platform: join(FIXTURES, "platform.yaml"), tenants: join(FIXTURES, "tenants") };
const fixtures = readUserFiles(locations);

const files = (platform: string, tenants: Record<string, string> = {}): UserFiles => ({
  platform,
  tenants: new Map(Object.entries(tenants)),
});
const parsed = (text: string | undefined) => parse(text ?? "") as Record<string, unknown>;

describe("the files of the end-to-end run", () => {
  test("are right.", () => {
    expect(() => blueprintOf(locations)).not.toThrow();
  });

  test("have two tenants in one account, of which the id of one is the beginning of the other's.", () => {
    const shared = blueprintOf(locations).aws?.tenants.filter(({ place }) => place.isolation === "shared-account");

    expect(shared?.map(({ tenant }) => tenant)).toEqual(["acme", "acme-eu"]);
  });

  test("come in the order of the tenants' ids, not of the files' names.", () => {
    expect([...fixtures.tenants.keys()]).toEqual(["acme", "acme-eu", "globex"]);
  });
});

describe("what is kept of files", () => {
  test("is nothing on Azure.", () => {
    const kept = awsOnly(files("azure: {}\naws: {}\n", { acme: "azure: {}\naws: {}\n" }));

    expect(parsed(kept.platform)).not.toHaveProperty("azure");
    expect(parsed(kept.tenants.get("acme"))).toEqual({ aws: {} });
  });

  test("is active, also of what is given up.", () => {
    const kept = awsOnly(files("lifecycle: retiring\naws: {}\n", { acme: "lifecycle: retiring\naws: {}\n" }));

    expect(parsed(kept.platform)).not.toHaveProperty("lifecycle");
    expect(parsed(kept.tenants.get("acme"))).not.toHaveProperty("lifecycle");
  });

  test("leaves out tenants that are on Azure only.", () => {
    const kept = awsOnly(files("aws: {}\n", { acme: "aws: {}\n", initech: "azure: {}\n" }));

    expect([...kept.tenants.keys()]).toEqual(["acme"]);
  });

  test("has its state in local files, whatever the files say.", () => {
    const kept = awsOnly(files("backend: { s3: { bucket: state, region: eu-central-1 } }\naws: {}\n"));

    expect(parsed(kept.platform).backend).toEqual({ local: {} });
  });
});

test("Files that are retired are right, and say so in every one of them.", () => {
  const written = writeUserFiles(temporaryFolder(), retiring(awsOnly(fixtures)));
  const { aws, tenants } = blueprintOf(written);

  expect([aws?.foundation.retiring, ...tenants.map((tenant) => tenant.retiring)]).toEqual([true, true, true, true]);
});

describe("the change of a tenant", () => {
  const synthesisOf = (changed: UserFiles) => {
    const folder = temporaryFolder();
    return synthesized(writeUserFiles(join(folder, "files"), changed), join(folder, "out"));
  };

  test("changes that tenant's stack, and no other.", () => {
    const before = awsOnly(fixtures);
    const { files: after } = withChanges(before, "acme");

    expect(changedStacks(synthesisOf(before), synthesisOf(after))).toEqual(["tenant-acme"]);
  });

  test("is of the tenant whose file allows the most.", () => {
    const some = files("", { a: "aws: {}\n", b: "aws: { studio: { users: [ada] } }\n", c: "aws: {}\n" });

    expect(mostChangeable(some)).toBe("b");
    expect(mostChangeable(fixtures)).toBe("acme");
    expect(mostChangeable(files(""))).toBeUndefined();
  });

  test("is made in every way that the file allows.", () => {
    const { what } = withChanges(fixtures, "acme");

    expect(what).toEqual([
      "a notebook's instance type and idle time",
      "an endpoint's instance type",
      "a new user of Studio",
      "the budget",
    ]);
  });

  test("is a new budget when the file has nothing that could be changed.", () => {
    const { files: after, what } = withChanges(files("", { acme: "aws: {}\n" }), "acme");

    expect(what).toEqual(["the budget"]);
    expect(parsed(after.tenants.get("acme"))).toEqual({ aws: { budget: { monthlyUsd: 100 } } });
  });

  test.each(["ml.t3.medium", "ml.t3.large"])("gives a notebook another type than %s.", (instanceType) => {
    const { files: after } = withChanges(
      files("", { acme: `aws: { notebooks: [{ instanceType: ${instanceType} }] }\n` }),
      "acme",
    );

    expect(parsed(after.tenants.get("acme"))).not.toMatchObject({ aws: { notebooks: [{ instanceType }] } });
  });
});
