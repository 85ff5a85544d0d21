import { join } from "node:path";
import { parse } from "yaml";
import { AZURE_CHANGES } from "../../../e2e/azure/files";
import { mostChangeable, withChanges } from "../../../e2e/support/changes";
import { onlyOn, readUserFiles, type UserFiles, writeUserFiles } from "../../../e2e/support/files";
import { changedStacks, synthesized } from "../../../e2e/support/synthesis";
import { SAMPLE, temporaryFolder } from "../../support/files";

const sample = onlyOn("azure", readUserFiles(SAMPLE));
const synthesisOf = (files: UserFiles) => {
  const folder = temporaryFolder();
  return synthesized(writeUserFiles(join(folder, "files"), files), join(folder, "out"));
};

test("The tenant that is changed is the one with everything, in every way.", () => {
  expect(mostChangeable(sample, AZURE_CHANGES)).toBe("acme");
  expect(withChanges(sample, "acme", AZURE_CHANGES).what).toEqual([
    "a new endpoint",
    "another number of instances",
    "a new scorer",
    "a new outbound rule",
    "the number of nodes of a cluster",
    "the budget",
  ]);
});

test.each([...sample.tenants.keys()])(
  "Whatever can be changed of tenant %s changes its stack, and no other.",
  (tenant) => {
    const { files } = withChanges(sample, tenant, AZURE_CHANGES);

    expect(changedStacks(synthesisOf(sample), synthesisOf(files))).toEqual([`tenant-${tenant}`]);
  },
);

test("A tenant whose file has nothing that could be changed gets a budget.", () => {
  const files: UserFiles = { platform: "", tenants: new Map([["acme", "azure: {}\n"]]) };
  const { files: after, what } = withChanges(files, "acme", AZURE_CHANGES);

  expect(what).toEqual(["the budget"]);
  expect(parse(after.tenants.get("acme") ?? "")).toEqual({ azure: { budget: { monthly: 100, since: "2026-01" } } });
});
