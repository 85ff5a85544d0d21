import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const STACKS = "stacks";
const STACK_FILE = "cdk.tf.json";
const MANIFEST = "manifest.json";
const STAGING = /^\.staging-(\d+)$/;

/** What became of a stack's file. */
export type Change = "new" | "changed" | "unchanged" | "removed";

/**
 * The folder that synthesized stacks are written to, with CDKTF's layout: `manifest.json` and one folder per stack, in
 * which Terraform keeps its own files too.
 *
 * Files are first written to a staging folder inside it and then moved into place, one atomic rename each. So a full
 * disk or an error leaves everything as it was, and a run that is killed leaves every file whole, old or new.
 */
export class OutputFolder {
  private readonly staging: string;
  private readonly staged: string[] = [];
  private readonly existed: boolean;

  /** @param path where it is; it and its staging folder are made. */
  constructor(readonly path: string) {
    this.existed = existsSync(path);
    mkdirSync(path, { recursive: true });
    removeAbandoned(path);
    this.staging = join(path, `.staging-${process.pid}`);
    mkdirSync(join(this.staging, STACKS), { recursive: true });
  }

  /** Where CDKTF's App may put what it writes by itself. */
  get stagingPath(): string {
    return this.staging;
  }

  /** The names of the stacks whose files are in the folder now. */
  stacks(): string[] {
    const folder = join(this.path, STACKS);
    return existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, STACK_FILE))) : [];
  }

  /** Writes a stack's file to the staging folder. */
  stage(stack: string, text: string): void {
    mkdirSync(join(this.staging, STACKS, stack), { recursive: true });
    writeFileSync(join(this.staging, STACKS, stack, STACK_FILE), text);
    this.staged.push(stack);
  }

  /**
   * Moves all staged files into place. A file that would not change is left alone. If one of them cannot be moved, those
   * before it are put back.
   *
   * @param known all stacks that may be in the folder; the files of others are removed
   * @param manifest the text of `manifest.json`
   * @returns what became of each stack's file
   */
  publish(known: readonly string[], manifest: string): Map<string, Change> {
    const changes = new Map<string, Change>();
    writeFileSync(join(this.staging, MANIFEST), manifest);
    const stale = this.stacks().filter((stack) => !known.includes(stack));
    const undo: (() => void)[] = [];
    try {
      for (const stack of this.staged) changes.set(stack, this.move(join(STACKS, stack), STACK_FILE, undo));
      for (const stack of stale) changes.set(stack, this.remove(join(STACKS, stack), undo));
      this.move("", MANIFEST, undo);
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    }
    for (const stack of stale) removeIfEmpty(join(this.path, STACKS, stack));
    rmSync(this.staging, { recursive: true });
    return changes;
  }

  /** Removes the staging folder, and the folder itself if it was made for nothing. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
    if (!this.existed) {
      removeIfEmpty(join(this.path, STACKS));
      removeIfEmpty(this.path);
    }
  }

  private move(folder: string, name: string, undo: (() => void)[]): Change {
    const from = join(this.staging, folder, name);
    const to = join(this.path, folder, name);
    if (!existsSync(to)) {
      mkdirSync(join(this.path, folder), { recursive: true });
      undo.push(() => {
        rmSync(to, { force: true });
        if (folder !== "") removeIfEmpty(join(this.path, folder));
      });
      renameSync(from, to);
      return "new";
    }
    if (readFileSync(to).equals(readFileSync(from))) return "unchanged";
    this.keep(folder, name, undo);
    renameSync(from, to);
    return "changed";
  }

  private remove(folder: string, undo: (() => void)[]): Change {
    mkdirSync(join(this.staging, folder), { recursive: true });
    this.keep(folder, STACK_FILE, undo);
    rmSync(join(this.path, folder, STACK_FILE));
    return "removed";
  }

  /** Keeps a second name of a file, so that it can be put back. */
  private keep(folder: string, name: string, undo: (() => void)[]): void {
    const original = join(this.path, folder, name);
    const kept = join(this.staging, folder, `${name}.kept`);
    try {
      linkSync(original, kept);
    } catch {
      copyFileSync(original, kept); // A file system without hard links.
    }
    undo.push(() => {
      renameSync(kept, original);
    });
  }
}

/** Removes the staging folders of runs that were killed. */
function removeAbandoned(path: string): void {
  for (const name of readdirSync(path)) {
    const pid = STAGING.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(path, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Terraform keeps files of its own in it.
  }
}
