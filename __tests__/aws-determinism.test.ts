import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { blueprintOf, type Content, SAMPLE_ON_AWS, temporaryFolder } from "./support/files";
import { synthesizeTo } from "./support/synth";
import { filesIn } from "./terraform/folder";

const content = (path: string) => parse(readFileSync(path, "utf8")) as Content;
const PLATFORM = content(SAMPLE_ON_AWS.platform);
const TENANTS = readdirSync(SAMPLE_ON_AWS.tenants)
  .sort()
  .map((file) => content(join(SAMPLE_ON_AWS.tenants, file)));

/** Every file that these tenants give, the manifest included. */
function everything(tenants: Content[] = TENANTS): Record<string, string> {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(PLATFORM, tenants));
  return filesIn(outdir);
}

const baseline = everything();
const withAws = (tenant: Content, changes: Content): Content => ({
  ...tenant,
  aws: { ...(tenant.aws as Content), ...changes },
});

/** What tenant owners do to their files. */
const EDITS: Record<string, (tenant: Content) => Content> = {
  "another owner": (tenant) => ({ ...tenant, owner: "new-owner@example.com" }),
  "the other lifecycle": (tenant) => ({ ...tenant, lifecycle: "retiring" }),
  "another notebook": (tenant) => withAws(tenant, { notebooks: [{ name: "added", instanceType: "ml.t3.large" }] }),
  "other people": (tenant) => withAws(tenant, { principals: ["arn:aws:iam::111122223333:role/others"] }),
  "another user of Studio": (tenant) => withAws(tenant, { studio: { users: ["newcomer"] } }),
  "another endpoint": (tenant) =>
    withAws(tenant, {
      serving: [
        {
          name: "added",
          image: "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-inference:2.5",
          instanceType: "ml.m5.large",
        },
      ],
    }),
};

describe.each(TENANTS.map((tenant) => [String(tenant.tenant), tenant] as const))(
  "the tenant %s on AWS",
  (id, sample) => {
    const own = `stacks/tenant-${id}/cdk.tf.json`;
    const others = TENANTS.filter((tenant) => tenant !== sample);

    /** The stacks of everybody else, the foundation's among them. */
    const otherStacks = (files: Record<string, string>) =>
      Object.entries(files).filter(([path]) => path !== own && path !== "manifest.json");

    test("can be removed, and added again, without a change of any other stack", () => {
      const without = everything(others);

      expect(without).not.toHaveProperty([own]);
      expect(otherStacks(without)).toEqual(otherStacks(baseline));
      expect(otherStacks(without)).toHaveLength(TENANTS.length);
    });

    test.each(Object.entries(EDITS))("can get %s without a change of any other stack", (_, edit) => {
      const edited = everything([...others, edit(sample)]);

      expect(edited[own]).not.toBe(baseline[own]);
      expect(otherStacks(edited)).toEqual(otherStacks(baseline));
    });
  },
);

test("no stack on AWS reads the state of another", () => {
  expect(Object.entries(baseline).filter(([, text]) => text.includes("terraform_remote_state"))).toEqual([]);
});

test("the foundation names no tenant", () => {
  expect(baseline["stacks/aws-foundation/cdk.tf.json"]).not.toMatch(/acme(?!\/ml-platform)|initech/);
});

test("a tenant names no other tenant", () => {
  expect(baseline["stacks/tenant-acme-eu/cdk.tf.json"]).not.toMatch(/acme--|tenant\/acme\/|initech/);
  expect(baseline["stacks/tenant-acme/cdk.tf.json"]).not.toMatch(/acme-eu|initech/);
});
