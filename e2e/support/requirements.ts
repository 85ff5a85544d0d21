import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether terraform is missing: a line with how to get it, or nothing. */
export function missingTerraform(path: string | undefined): string[] {
  if (isOnPath("terraform", path)) return [];
  return ["terraform is not on PATH: https://developer.hashicorp.com/terraform/install, 1.10 or later"];
}

/** Whether a program is in one of the folders of `PATH`. */
export function isOnPath(program: string, path: string | undefined): boolean {
  return (path ?? "").split(":").some((folder) => folder !== "" && existsSync(`${folder}/${program}`));
}

/** The version of terraform, as it says it. */
export function terraformVersion(): string {
  const { stdout } = spawnSync("terraform", ["version"], {
    encoding: "utf8",
    env: { ...process.env, TF_CLI_CONFIG_FILE: "", CHECKPOINT_DISABLE: "1" },
  });
  return /Terraform v(\S+)/.exec(stdout)?.[1] ?? "of an unknown version";
}
