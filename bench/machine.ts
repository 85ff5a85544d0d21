import { accessSync, constants, statfsSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem, type } from "node:os";

/** Linux's name for the file system of a RAM disk. */
const TMPFS = 0x01021994;
const SHARED_MEMORY = "/dev/shm";

/** A folder for what is measured. */
export interface ScratchDisk {
  readonly path: string;
  /** Whether it is in memory: on a disk, writing the files can take longer than everything else. */
  readonly isRamDisk: boolean;
}

/** The RAM disk if there is one, or else the folder for temporary files. */
export function scratchDisk(): ScratchDisk {
  try {
    accessSync(SHARED_MEMORY, constants.W_OK);
    if (statfsSync(SHARED_MEMORY).type === TMPFS) return { path: SHARED_MEMORY, isRamDisk: true };
  } catch {
    // Not Linux, or not allowed.
  }
  return { path: tmpdir(), isRamDisk: false };
}

/** What to know about the machine when its seconds are read. */
export function machineFacts({ path, isRamDisk }: ScratchDisk): string[] {
  const processors = cpus();
  const [load = 0] = loadavg();
  const facts = [
    `node ${process.version}, ${type()} ${release()}, ${processors.length} cores (${processors[0]?.model ?? "unknown"}), ` +
      `${(totalmem() / 2 ** 30).toFixed(0)} GiB, load average ${load.toFixed(2)}`,
    `files on ${isRamDisk ? `the RAM disk ${path}` : `${path}, which is no RAM disk: writing may drown the rest`}`,
  ];
  if (load > processors.length / 4) {
    facts.push("WARNING: other work is running on this machine; trust the ratios within a table, not the seconds");
  }
  return facts;
}
