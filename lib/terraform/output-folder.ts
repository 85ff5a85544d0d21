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
import { dirname, join, resolve } from "node:path";

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
  /** The topmost folder that had to be made. */
  private readonly made: string | undefined;

  /** @param path where it is; it and its staging folder are made. */
  constructor(readonly path: string) {
    this.staging = join(path, `.staging-${process.pid}`);
    this.made = mkdirSync(path, { recursive: true });
    try {
      removeAbandoned(path);
      mkdirSync(join(this.staging, STACKS), { recursive: true });
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Where CDKTF's App may put what it writes by itself. */
  get stagingPath(): string {
    return this.staging;
  }

  /** The names of the stacks whose files are in the folder now. */
  stacks(): string[] {
    return this.folders().filter((name) => existsSync(join(this.path, STACKS, name, STACK_FILE)));
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
      for (const step of undo.reverse()) quietly(step);
      throw error;
    }
    // Also those that a run which was killed had just made, or had just emptied.
    for (const name of this.folders()) if (!known.includes(name)) removeIfEmpty(join(this.path, STACKS, name));
    removeQuietly(this.staging);
    return changes;
  }

  /** Removes the staging folder, and the folder itself and those above it if they were made for nothing. */
  discard(): void {
    removeQuietly(this.staging);
    removeMade(this.path, this.made);
  }

  private folders(): string[] {
    const folder = join(this.path, STACKS);
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  private move(folder: string, name: string, undo: (() => void)[]): Change {
    const from = join(this.staging, folder, name);
    const to = join(this.path, folder, name);
    if (!existsSync(to)) {
      const made = mkdirSync(dirname(to), { recursive: true });
      undo.push(() => {
        rmSync(to, { force: true });
        removeMade(dirname(to), made);
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
    try {
      this.keep(folder, STACK_FILE, undo);
    } catch (error) {
      // Another run has just removed it.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    rmSync(join(this.path, folder, STACK_FILE), { force: true });
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
    if (pid !== undefined && !isRunning(Number(pid))) removeQuietly(join(path, name));
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

/** Removes a folder and those above it, up to the topmost one that was made, unless something is in them. */
function removeMade(path: string, topmost: string | undefined): void {
  if (topmost === undefined) return;
  const end = resolve(topmost);
  for (let folder = resolve(path); folder.startsWith(end); folder = dirname(folder)) removeIfEmpty(folder);
}

function removeIfEmpty(path: string): void {
  quietly(() => {
    // Terraform keeps files of its own in it: then this fails.
    rmdirSync(path);
  });
}

function removeQuietly(path: string): void {
  quietly(() => {
    rmSync(path, { recursive: true, force: true });
  });
}

/** Does what matters less than the error that it is done after, or what the next run does again. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // See above.
  }
}
