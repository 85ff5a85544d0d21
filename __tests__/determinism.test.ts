import { spawnSync } from "node:child_process";
import fs, { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { resolveBlueprint } from "../lib/blueprint/blueprint";
import { loadFiles } from "../lib/config/load";
import {
  blueprintOf,
  type Content,
  PLATFORM_SUBSCRIPTION,
  SAMPLE,
  sampleBlueprint,
  temporaryFolder,
} from "./support/files";
import { synthesizeTo } from "./support/synth";
import { filesIn } from "./terraform/folder";

const content = (path: string) => parse(readFileSync(path, "utf8")) as Content;
const PLATFORM = content(SAMPLE.platform);
const TENANTS = readdirSync(SAMPLE.tenants)
  .sort()
  .map((file) => content(join(SAMPLE.tenants, file)));

/** Every file that these tenants give, the manifest included. */
function everything(tenants: Content[] = TENANTS, platformContent: Content = PLATFORM): Record<string, string> {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(platformContent, tenants));
  return filesIn(outdir);
}

let baseline: Record<string, string>;
beforeAll(() => {
  baseline = everything();
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe("the same files give the same bytes", () => {
  test("in two runs to two folders", () => {
    const folders = [temporaryFolder(), join(temporaryFolder(), "ä folder", "deeper")];
    for (const folder of folders) synthesizeTo(folder, sampleBlueprint());

    const [first, second] = folders.map(filesIn);

    expect(first).toEqual(second);
  });

  test("without their comments and in another form of YAML", () => {
    const outdir = temporaryFolder();
    synthesizeTo(outdir, sampleBlueprint());

    expect(filesIn(outdir)).toEqual(baseline);
  });

  test("in another order of keys", () => {
    const reversed = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(reversed);
      if (typeof node !== "object" || node === null) return node;
      return Object.fromEntries(
        Object.entries(node)
          .reverse()
          .map(([key, value]) => [key, reversed(value)]),
      );
    };

    expect(
      everything(
        TENANTS.map((tenant) => reversed(tenant) as Content),
        reversed(PLATFORM) as Content,
      ),
    ).toEqual(baseline);
  });

  test("in another order of files on the disk", () => {
    const names = readdirSync(SAMPLE.tenants).sort().reverse();
    jest.spyOn(fs, "readdirSync").mockReturnValueOnce(names as never);
    const { blueprint } = resolveBlueprint(loadFiles(SAMPLE));
    jest.restoreAllMocks();
    const outdir = temporaryFolder();
    if (blueprint !== undefined) synthesizeTo(outdir, blueprint);

    expect(filesIn(outdir)).toEqual(baseline);
  });

  test("in another process, folder, home, time zone and language", () => {
    const outdir = temporaryFolder();
    const cwd = temporaryFolder();
    const { status, stderr } = spawnSync(
      resolve(__dirname, "../node_modules/.bin/tsx"),
      [resolve(__dirname, "../main.ts")],
      {
        cwd,
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          PLATFORM_FILE: SAMPLE.platform,
          TENANTS_DIR: SAMPLE.tenants,
          CDKTF_OUTDIR: outdir,
          HOME: "/nonexistent",
          PWD: "/elsewhere",
          USER: "somebody",
          LOGNAME: "somebody",
          HOSTNAME: "somewhere",
          TMPDIR: cwd,
          TZ: "Pacific/Kiritimati",
          LANG: "tr_TR.UTF-8",
          LC_ALL: "tr_TR.UTF-8",
        },
      },
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(filesIn(outdir)).toEqual(baseline);
  });
});

interface Azure {
  isolation?: string;
  endpoints?: Content[];
  outbound?: Content[];
  access?: { scorers?: Content[] };
}
const azureOf = (tenant: Content) => tenant.azure as Azure & Content;
const withAzure = (tenant: Content, changes: Content): Content => ({
  ...tenant,
  azure: { ...azureOf(tenant), ...changes },
});
const isDedicated = (tenant: Content) => azureOf(tenant).isolation !== "shared";
const isOnline = (tenant: Content) => azureOf(tenant).network !== undefined;

/** Something that every kind of managed network may reach. */
const LAKE = {
  resourceId: `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake`,
  subresource: "blob",
};

/** What tenant owners do to their files; undefined where a tenant's kind does not allow it. */
const EDITS: Record<string, (tenant: Content) => Content | undefined> = {
  "another owner": (tenant) => ({ ...tenant, owner: "new-owner@example.com" }),
  "the other lifecycle": (tenant) => ({
    ...tenant,
    lifecycle: tenant.lifecycle === "retiring" ? "active" : "retiring",
  }),
  "another address space": (tenant) =>
    isOnline(tenant) ? withAzure(tenant, { network: { addressSpace: "10.20.13.0/24" } }) : undefined,
  "another endpoint": (tenant) =>
    isOnline(tenant)
      ? withAzure(tenant, { endpoints: [{ name: "added" }, ...(azureOf(tenant).endpoints ?? [])] })
      : undefined,
  "no endpoint": (tenant) => (isOnline(tenant) ? withAzure(tenant, { endpoints: [] }) : undefined),
  "another scorer": (tenant) => {
    const { access = {} } = azureOf(tenant);
    const scorers = [{ group: "11111111-2222-4333-8444-555555555555" }, ...(access.scorers ?? [])];
    return isOnline(tenant) ? withAzure(tenant, { access: { ...access, scorers } }) : undefined;
  },
  "another outbound rule": (tenant) =>
    isDedicated(tenant)
      ? withAzure(tenant, {
          outbound: [{ name: "added", privateEndpoint: LAKE }, ...(azureOf(tenant).outbound ?? [])],
        })
      : undefined,
};

describe.each(TENANTS.map((tenant) => [String(tenant.tenant), tenant] as const))("the tenant %s", (id, sample) => {
  const own = `stacks/tenant-${id}/cdk.tf.json`;
  const others = TENANTS.filter((tenant) => tenant !== sample);

  /** The stacks of everybody else. */
  function otherStacks(files: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(files).filter(([path]) => path !== own && path !== "manifest.json"));
  }

  test("can be removed, and added again, without a change of any other stack", () => {
    const without = everything(others);

    expect(without).not.toHaveProperty([own]);
    expect(otherStacks(without)).toEqual(otherStacks(baseline));
    expect(Object.keys(otherStacks(without))).toHaveLength(TENANTS.length + 1);
  });

  test.each(Object.entries(EDITS).filter(([, edit]) => edit(sample) !== undefined))(
    "can get %s without a change of any other stack",
    (_, edit) => {
      const edited = everything([...others, edit(sample) ?? sample]);

      expect(edited[own]).not.toBe(baseline[own]);
      expect(otherStacks(edited)).toEqual(otherStacks(baseline));
    },
  );
});

test("no stack reads the state of another", () => {
  expect(Object.entries(baseline).filter(([, text]) => text.includes("terraform_remote_state"))).toEqual([]);
});

test("no stack of the manifest depends on another", () => {
  const { stacks } = JSON.parse(baseline["manifest.json"] ?? "") as {
    stacks: Record<string, { dependencies: unknown }>;
  };

  expect(Object.keys(stacks)).toHaveLength(TENANTS.length + 2);
  for (const { dependencies } of Object.values(stacks)) expect(dependencies).toEqual([]);
});
