import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { check } from "./check";
import { type PlatformConfig, platformSchema } from "./platform";
import { nonAscii, type Problem, quote } from "./problem";
import { type TenantConfig, tenantSchema } from "./tenant";
import { YamlFile } from "./yaml-file";

/** Where the users' files are. */
export interface FileLocations {
  /** The platform's file. */
  readonly platform: string;
  /** The folder with one file per tenant. */
  readonly tenants: string;
}

/** A file whose form is right, with what it says. */
export interface Source<Config> {
  /** For problems that show only beside other files. */
  readonly file: YamlFile;
  readonly config: Config;
}

/** All files of the users. */
export interface Files {
  /** Absent when the file has problems. */
  readonly platform?: Source<PlatformConfig>;
  /** The tenants whose files have no problems, by id. */
  readonly tenants: readonly Source<TenantConfig>[];
  /** The ids of all tenant files, also of those with problems. */
  readonly tenantIds: readonly string[];
  /** Everything that is wrong with single files. */
  readonly problems: readonly Problem[];
}

const EXTENSION = ".yaml";
/** Files that people keep beside the tenants' and that are not tenants. */
const NOT_A_TENANT = /^\.|^README(\.md)?$/;

/** The locations that the environment names in PLATFORM_FILE and TENANTS_DIR, or else platform.yaml and tenants. */
export function fileLocations(environment: NodeJS.ProcessEnv): FileLocations {
  return {
    platform: environment.PLATFORM_FILE ?? "platform.yaml",
    tenants: environment.TENANTS_DIR ?? "tenants",
  };
}

/** Reads and checks every file by itself. Throws nothing: what is wrong is in the result's problems. */
export function loadFiles(locations: FileLocations): Files {
  const problems: Problem[] = [];
  const platform = take(problems, readSource(locations.platform, locations.platform, platformSchema));
  const tenantIds = tenantFileIds(locations.tenants, problems);
  const tenants = tenantIds
    .map((id) => take(problems, readTenant(locations.tenants, id)))
    .filter((source) => source !== undefined);
  return { ...(platform === undefined ? {} : { platform }), tenants, tenantIds, problems };
}

type Result<Config> = { source: Source<Config> } | { problems: Problem[] };

function take<Config>(problems: Problem[], result: Result<Config>): Source<Config> | undefined {
  if ("source" in result) return result.source;
  problems.push(...result.problems);
  return undefined;
}

function readSource<Config>(path: string, name: string, schema: Parameters<typeof check<Config>>[1]): Result<Config> {
  const read = YamlFile.read(path, name);
  if ("problems" in read) return read;
  const checked = check(read.file, schema);
  return "problems" in checked ? checked : { source: { file: read.file, config: checked.value } };
}

function readTenant(folder: string, id: string): Result<TenantConfig> {
  const path = join(folder, `${id}${EXTENSION}`);
  const result = readSource(path, path, tenantSchema);
  if ("problems" in result) return result;
  const { file, config } = result.source;
  if (config.tenant === id) return result;
  return { problems: [file.problem(["tenant"], misnamed(config.tenant, id))] };
}

/** What is wrong with a tenant whose file has another name, which may be one that no tenant can have. */
function misnamed(tenant: string, fileName: string): string {
  const odd = nonAscii(fileName);
  const name = odd === undefined ? quote(fileName) : `${quote(fileName)}, which ${odd}`;
  const rename = `rename the file to ${tenant}${EXTENSION}`;
  const isId = tenantSchema.shape.tenant.safeParse(fileName).success;
  return `${quote(tenant)} is not the file's name, ${name}; ${isId ? `write ${quote(fileName)}, or ${rename}` : rename}`;
}

/** The ids that the names of a folder's files give, sorted. Anything else in it that is not hidden is a problem. */
function tenantFileIds(folder: string, problems: Problem[]): string[] {
  const fail = (file: string, message: string) => problems.push({ severity: "error", file, field: "", message });
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    fail(folder, unreadable((error as NodeJS.ErrnoException).code));
    return [];
  }
  const visible = entries.filter((entry) => !NOT_A_TENANT.test(entry));
  for (const entry of visible.filter((name) => !name.endsWith(EXTENSION))) {
    fail(
      join(folder, entry),
      `is not a tenant's file; rename it to <tenant>${EXTENSION}, or move it out of this folder`,
    );
  }
  return visible
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => basename(name, EXTENSION))
    .sort();
}

function unreadable(code = "unknown"): string {
  if (code === "ENOENT") return "does not exist; make this folder, or name another one in TENANTS_DIR";
  if (code === "ENOTDIR") return "is a file, not a folder; name the folder of the tenants' files in TENANTS_DIR";
  return `cannot be read as a folder (${code})`;
}
