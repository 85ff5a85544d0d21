import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, parseDocument } from "yaml";
import type { FileLocations } from "../../lib/config/load";

/** The texts of the users' files. */
export interface UserFiles {
  /** The text of the platform's file. */
  readonly platform: string;
  /** By tenant, sorted. */
  readonly tenants: ReadonlyMap<string, string>;
}

/** The section of a file that says what is in one cloud. */
export type Section = "azure" | "aws";

const SECTIONS: readonly Section[] = ["azure", "aws"];
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

/**
 * The files with what is in one cloud only, active, and with the state in local files: nothing outside of this machine is
 * read or written.
 */
export function onlyOn(section: Section, { platform, tenants }: UserFiles): UserFiles {
  const keep = (document: Document) => {
    for (const other of SECTIONS) if (other !== section) document.delete(other);
    document.delete("lifecycle");
  };
  const there = [...tenants].filter(([, text]) => parseDocument(text).has(section));
  return {
    platform: edited(platform, (document) => {
      keep(document);
      document.set("backend", { local: {} });
    }),
    tenants: new Map(there.map(([tenant, text]) => [tenant, edited(text, keep)])),
  };
}

/** The files of a platform that is given up, with all of its tenants. */
export function retiring({ platform, tenants }: UserFiles): UserFiles {
  const retire = (text: string) =>
    edited(text, (document) => {
      document.set("lifecycle", "retiring");
    });
  return { platform: retire(platform), tenants: new Map([...tenants].map(([id, text]) => [id, retire(text)])) };
}

/** A text of YAML that is edited: what is not touched stays as it was written. */
export function edited(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return document.toString();
}
