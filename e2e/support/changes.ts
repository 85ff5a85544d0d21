import { isMap, type YAMLMap } from "yaml";
import { edited, type Section, type UserFiles } from "./files";

/** An ordinary change of a tenant's file. */
export interface Change {
  /** What it is, for people. */
  readonly what: string;
  /** Makes it, if the section of the tenant's file has what it changes. */
  readonly make: (section: YAMLMap) => boolean;
}

/** The changes that are made to a tenant in one cloud, as far as its file has what they are about. */
export interface Changes {
  readonly section: Section;
  readonly list: readonly Change[];
}

/** A tenant whose file was changed, as its owner might. */
export interface ChangedTenant {
  /** All files, with that one as it was changed. */
  readonly files: UserFiles;
  /** What was changed. */
  readonly what: readonly string[];
}

/** Changes one tenant's file in every way that it allows; there is always one. */
export function withChanges(files: UserFiles, tenant: string, { section, list }: Changes): ChangedTenant {
  const text = files.tenants.get(tenant);
  if (text === undefined) throw new Error(`there is no tenant ${tenant}`);
  let what: readonly string[] = [];
  const changed = edited(text, (document) => {
    const part = document.get(section);
    if (!isMap(part)) throw new Error(`tenant ${tenant} has no section ${section}`);
    what = list.filter(({ make }) => make(part)).map((change) => change.what);
  });
  return { files: { ...files, tenants: new Map(files.tenants).set(tenant, changed) }, what };
}

/** The tenant whose file allows the most changes, the first one of several. Undefined when there are no tenants. */
export function mostChangeable(files: UserFiles, changes: Changes): string | undefined {
  const counted = [...files.tenants.keys()].map((tenant) => ({
    tenant,
    ways: withChanges(files, tenant, changes).what.length,
  }));
  const most = Math.max(...counted.map(({ ways }) => ways));
  return counted.find(({ ways }) => ways === most)?.tenant;
}

/** Changes the first entry of a list, if there is one. */
export function changeFirst(section: YAMLMap, list: string, change: (item: YAMLMap) => void): boolean {
  const item = section.getIn([list, 0]);
  if (!isMap(item)) return false;
  change(item);
  return true;
}
