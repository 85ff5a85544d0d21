import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, sep } from "node:path";

/** Most bytes that a file may have: thirty times what people write, and few enough to report any mess in a second. */
const LARGEST_FILE = 64 * 1024;

/**
 * Reads a file as UTF-8 text; never throws, nor waits, for what stands at the path.
 *
 * @param path Where the file is. A symbolic link may not lead out of the folder it stands in.
 * @returns the text without a byte order mark, or why the file cannot be read.
 */
export function readText(path: string): { text: string } | { refusal: string } {
  let isLink = false;
  try {
    isLink = lstatSync(path).isSymbolicLink();
    if (isLink && leavesFolder(path)) {
      const folder = basename(realpathSync(dirname(path)));
      return { refusal: `is a symbolic link out of the ${folder} folder; put the file itself there` };
    }
    const status = statSync(path);
    if (status.isDirectory()) return { refusal: "is a folder, not a file" };
    if (!status.isFile()) return { refusal: "is not a regular file but a pipe, a socket or a device" };
    if (status.size > LARGEST_FILE) {
      return { refusal: `has ${status.size} bytes; the limit is ${LARGEST_FILE} (64 KiB)` };
    }
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };
    const mark = bytes.toString("hex", 0, 2);
    return { refusal: `is ${mark === "fffe" || mark === "feff" ? "UTF-16" : "not valid UTF-8"}; save it as UTF-8` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== "ENOENT") return { refusal: `cannot be read (${code})` };
    return { refusal: isLink ? "is a symbolic link to a file that does not exist" : "does not exist" };
  }
}

function leavesFolder(link: string): boolean {
  const way = relative(realpathSync(dirname(link)), realpathSync(link));
  return way.split(sep)[0] === ".." || isAbsolute(way);
}
