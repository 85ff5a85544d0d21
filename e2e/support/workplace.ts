import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileLocations } from "../../lib/config/load";
import type { Children } from "./children";
import { mirrorConfig, mirrored, type ProviderSource } from "./provider-source";
import { Terraform } from "./terraform";
import { type UserFiles, writeUserFiles } from "./files";
import { stackFolder, stackText, synthesized, type Synthesis } from "./synthesis";

/** The folder that everything of one run is in, and what its programs are given. */
export class Workplace {
  /** Where stacks are synthesized to. */
  readonly outdir: string;
  /** Where downloaded providers are kept for all stacks. */
  readonly pluginCache: string;
  private readonly logs: string;
  private readonly listeners: ((synthesis: Synthesis) => void)[] = [];

  constructor(
    readonly folder: string,
    private readonly children: Children,
  ) {
    this.outdir = join(folder, "cdktf.out");
    this.pluginCache = join(folder, "plugins");
    this.logs = join(folder, "logs");
    for (const path of [this.pluginCache, this.logs]) mkdirSync(path);
  }

  /** The file that gets what a program prints. */
  log(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  /** Where the copies of the users' files are. */
  get files(): FileLocations {
    return { platform: join(this.folder, "files/platform.yaml"), tenants: join(this.folder, "files/tenants") };
  }

  /** Writes the users' files, and synthesizes all stacks. */
  synthesize(files: UserFiles): Synthesis {
    const synthesis = synthesized(writeUserFiles(join(this.folder, "files"), files), this.outdir);
    for (const listener of this.listeners) listener(synthesis);
    return synthesis;
  }

  /** Shows every synthesis from now on to somebody. */
  whenSynthesized(listener: (synthesis: Synthesis) => void): void {
    this.listeners.push(listener);
  }

  /** The stacks whose files are no longer those of a synthesis. */
  rewritten({ texts }: Synthesis): string[] {
    return [...texts].filter(([stack, text]) => stackText(this.outdir, stack) !== text).map(([stack]) => stack);
  }

  /** Terraform in the folder of a stack. */
  terraform(stack: string, env: NodeJS.ProcessEnv): Terraform {
    return new Terraform({
      children: this.children,
      folder: stackFolder(this.outdir, stack),
      env,
      log: this.log(stack),
    });
  }

  /** A digest of every state file but that of one stack, by stack. */
  statesBut(changed: string, stacks: Iterable<string>): Record<string, string> {
    const others = [...stacks].filter((stack) => stack !== changed);
    return Object.fromEntries(others.map((stack) => [stack, digest(this.stateFile(stack))]));
  }

  /** Writes terraform's configuration for a source of providers. Undefined when terraform needs none. */
  terraformConfig(source: ProviderSource): string | undefined {
    if (source.kind === "config") return source.file;
    if (source.kind === "registry") return undefined;
    const file = join(this.folder, "terraform.tfrc");
    writeFileSync(file, mirrorConfig(source.folder, mirrored(source.folder)));
    return file;
  }

  private stateFile(stack: string): string {
    const { terraform } = JSON.parse(stackText(this.outdir, stack)) as {
      terraform: { backend: { local: { path: string } } };
    };
    return join(stackFolder(this.outdir, stack), terraform.backend.local.path);
  }
}

function digest(file: string): string {
  return existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "none";
}
