import { join } from "node:path";
import { parse } from "yaml";
import { AWS_CHANGES, awsOnly } from "../../../e2e/aws/files";
import { mostChangeable, withChanges } from "../../../e2e/support/changes";
import { readUserFiles, retiring, type UserFiles, writeUserFiles } from "../../../e2e/support/files";
import { blueprintOf, changedStacks, synthesized } from "../../../e2e/support/synthesis";
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
});

test("Notebooks run on what release 5.100 of the provider knows.", () => {
  const kept = awsOnly(files("aws: { notebookPlatform: notebook-al2023-v1 }\n"));

  expect(parsed(kept.platform)).toMatchObject({ aws: { notebookPlatform: "notebook-al2-v3" } });
});

test("The foundation is retired with the tenants.", () => {
  const written = writeUserFiles(temporaryFolder(), retiring(awsOnly(fixtures)));

  expect(blueprintOf(written).aws?.foundation.retiring).toBe(true);
});

describe("the change of a tenant", () => {
  const synthesisOf = (changed: UserFiles) => {
    const folder = temporaryFolder();
    return synthesized(writeUserFiles(join(folder, "files"), changed), join(folder, "out"));
  };

  test("changes that tenant's stack, and no other.", () => {
    const before = awsOnly(fixtures);
    const { files: after } = withChanges(before, "acme", AWS_CHANGES);

    expect(changedStacks(synthesisOf(before), synthesisOf(after))).toEqual(["tenant-acme"]);
  });

  test("is of the tenant with everything, in every way.", () => {
    expect(mostChangeable(fixtures, AWS_CHANGES)).toBe("acme");
    expect(withChanges(fixtures, "acme", AWS_CHANGES).what).toEqual([
      "a notebook's instance type and idle time",
      "an endpoint's instance type",
      "a new user of Studio",
      "the budget",
    ]);
  });

  test("is a new budget when the file has nothing that could be changed.", () => {
    const { files: after, what } = withChanges(files("", { acme: "aws: {}\n" }), "acme", AWS_CHANGES);

    expect(what).toEqual(["the budget"]);
    expect(parsed(after.tenants.get("acme"))).toEqual({ aws: { budget: { monthlyUsd: 100 } } });
  });

  test.each(["ml.t3.medium", "ml.t3.large"])("gives a notebook another type than %s.", (instanceType) => {
    const { files: after } = withChanges(
      files("", { acme: `aws: { notebooks: [{ instanceType: ${instanceType} }] }\n` }),
      "acme",
      AWS_CHANGES,
    );

    expect(parsed(after.tenants.get("acme"))).not.toMatchObject({ aws: { notebooks: [{ instanceType }] } });
  });
});
