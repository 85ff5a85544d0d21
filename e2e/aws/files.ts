import { readdirSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { FileLocations } from "../../lib/config/load";

/** The texts of the users' files. */
export interface UserFiles {
  /** The text of the platform's file. */
  readonly platform: string;
  /** By tenant, sorted. */
  readonly tenants: ReadonlyMap<string, string>;
}

const EXTENSION = ".yaml";

/** Reads files that are known to be right. */
export function readUserFiles({ platform, tenants }: FileLocations): UserFiles {
  const ids = readdirSync(tenants)
    .filter((name) => name.endsWith(EXTENSION) && !name.startsWith("."))
    .map((name) => basename(name, EXTENSION))
    .sort();
  return {
    platform: readFileSync(platform, "utf8"),
    tenants: new Map(ids.map((id) => [id, readFileSync(join(tenants, `${id}${EXTENSION}`), "utf8")])),
  };
}

/** Writes files to a folder. */
export function writeUserFiles(folder: string, { platform, tenants }: UserFiles): FileLocations {
  const locations = { platform: join(folder, "platform.yaml"), tenants: join(folder, "tenants") };
  mkdirSync(locations.tenants, { recursive: true });
  writeFileSync(locations.platform, platform);
  for (const [tenant, text] of tenants) writeFileSync(join(locations.tenants, `${tenant}${EXTENSION}`), text);
  return locations;
}

/** What notebooks run on, as far back as release 5.100 of the AWS provider, which moto fits, knows it. */
const OLDEST_NOTEBOOK_PLATFORM = "notebook-al2-v3";

/**
 * The files with what is on AWS only, active, and with the state in local files: nothing outside of this machine is read
 * or written. But for that and for the platform of notebooks, the JSON is that of the files as they are.
 */
export function awsOnly({ platform, tenants }: UserFiles): UserFiles {
  const onAws = [...tenants].filter(([, text]) => parseDocument(text).has("aws"));
  return {
    platform: edited(platform, (document) => {
      keepAws(document);
      document.set("backend", { local: {} });
      if (document.has("aws")) document.setIn(["aws", "notebookPlatform"], OLDEST_NOTEBOOK_PLATFORM);
    }),
    tenants: new Map(onAws.map(([tenant, text]) => [tenant, edited(text, keepAws)])),
  };
}

function keepAws(document: Document): void {
  document.delete("azure");
  document.delete("lifecycle");
}

/** The files of a platform that is given up, with all of its tenants. */
export function retiring({ platform, tenants }: UserFiles): UserFiles {
  const retire = (text: string) =>
    edited(text, (document) => {
      document.set("lifecycle", "retiring");
    });
  return { platform: retire(platform), tenants: new Map([...tenants].map(([id, text]) => [id, retire(text)])) };
}

/** An ordinary change of a tenant's file. */
interface Change {
  /** What it is, for people. */
  readonly what: string;
  /** Makes it, if the file has what it changes. */
  readonly make: (aws: YAMLMap) => boolean;
}

/** The changes that are made to a tenant, as far as its file has what they are about. */
const CHANGES: readonly Change[] = [
  {
    what: "a notebook's instance type and idle time",
    make: (aws) =>
      changeFirst(aws, "notebooks", (notebook) => {
        notebook.set("instanceType", notebook.get("instanceType") === "ml.t3.large" ? "ml.t3.xlarge" : "ml.t3.large");
        notebook.set("idleMinutes", notebook.get("idleMinutes") === 90 ? 120 : 90);
      }),
  },
  {
    what: "an endpoint's instance type",
    make: (aws) =>
      changeFirst(aws, "serving", (endpoint) => {
        endpoint.set(
          "instanceType",
          endpoint.get("instanceType") === "ml.m5.xlarge" ? "ml.m5.2xlarge" : "ml.m5.xlarge",
        );
      }),
  },
  {
    what: "a new user of Studio",
    make(aws) {
      const users = aws.getIn(["studio", "users"]);
      if (!isSeq(users)) return false;
      users.add("newcomer");
      return true;
    },
  },
  {
    what: "the budget",
    make(aws) {
      const budget = aws.get("budget");
      if (isMap(budget)) budget.set("monthlyUsd", Number(budget.get("monthlyUsd")) + 1);
      else aws.set("budget", { monthlyUsd: 100 });
      return true;
    },
  },
];

/** A tenant whose file was changed, as its owner might. */
export interface ChangedTenant {
  /** All files, with that one as it was changed. */
  readonly files: UserFiles;
  /** What was changed. */
  readonly what: readonly string[];
}

/** Changes one tenant's file in every way that it allows; there is always one. */
export function withChanges(files: UserFiles, tenant: string): ChangedTenant {
  const text = files.tenants.get(tenant);
  if (text === undefined) throw new Error(`there is no tenant ${tenant}`);
  let what: readonly string[] = [];
  const changed = edited(text, (document) => {
    const aws = document.get("aws");
    if (!isMap(aws)) throw new Error(`tenant ${tenant} is not on AWS`);
    what = CHANGES.filter(({ make }) => make(aws)).map((change) => change.what);
  });
  return { files: { ...files, tenants: new Map(files.tenants).set(tenant, changed) }, what };
}

/** The tenant whose file allows the most changes, the first one of several. Undefined when there are no tenants. */
export function mostChangeable(files: UserFiles): string | undefined {
  const counted = [...files.tenants.keys()].map((tenant) => ({ tenant, ways: withChanges(files, tenant).what.length }));
  const most = Math.max(...counted.map(({ ways }) => ways));
  return counted.find(({ ways }) => ways === most)?.tenant;
}

function changeFirst(aws: YAMLMap, list: string, change: (item: YAMLMap) => void): boolean {
  const item = aws.getIn([list, 0]);
  if (!isMap(item)) return false;
  change(item);
  return true;
}

function edited(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return document.toString();
}
