import { stackPlans } from "../../lib/app";
import { stackFiles } from "../../lib/blueprint/stack-files";
import { loadFiles } from "../../lib/config/load";
import { SAMPLE, SAMPLE_ON_AWS, sampleBlueprint } from "../support/files";

test.each([
  ["Azure", SAMPLE],
  ["AWS", SAMPLE_ON_AWS],
])("Every stack of the samples on %s has a file, and every file's stack is there.", (_, locations) => {
  const stacks = stackPlans(sampleBlueprint(locations)).map(({ name }) => name);

  expect([...stackFiles(loadFiles(locations)).keys()].sort()).toEqual(stacks.sort());
});

test("A platform's stacks are those of its file, a tenant's that of its own.", () => {
  const files = stackFiles(loadFiles(SAMPLE));

  expect(files.get("hub")?.name).toBe(SAMPLE.platform);
  expect(files.get("tenant-acme")?.name).toBe(`${SAMPLE.tenants}/acme.yaml`);
});
