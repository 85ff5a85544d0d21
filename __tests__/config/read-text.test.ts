import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readText } from "../../lib/config/read-text";

const root = mkdtempSync(join(realpathSync(tmpdir()), "read-text-"));
const folder = join(root, "tenants");
const path = join(folder, "acme.yaml");

beforeEach(() => {
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function written(content: string | Uint8Array): ReturnType<typeof readText> {
  writeFileSync(path, content);
  return readText(path);
}

test("A UTF-8 file is read as its text.", () => {
  expect(written("a: Zoë 東京\n")).toEqual({ text: "a: Zoë 東京\n" });
});

test("A byte order mark is not part of the text.", () => {
  expect(written("\ufeffa: 1\n")).toEqual({ text: "a: 1\n" });
});

test("A file of 64 KiB is read.", () => {
  expect(written("#".repeat(64 * 1024))).toHaveProperty("text");
});

test("A file over 64 KiB is refused.", () => {
  expect(written("#".repeat(64 * 1024 + 1))).toEqual({ refusal: "has 65537 bytes; the limit is 65536 (64 KiB)" });
});

test("Bytes that are not UTF-8 are refused.", () => {
  expect(written(Buffer.from("a: caf\xe9\n", "latin1"))).toEqual({ refusal: "is not valid UTF-8; save it as UTF-8" });
});

test.each<[order: string, mark: readonly number[]]>([
  ["little", [0xff, 0xfe]],
  ["big", [0xfe, 0xff]],
])("UTF-16 in %s-endian order is refused by its name.", (_, mark) => {
  expect(written(Buffer.from([...mark, 0x61, 0x00]))).toEqual({ refusal: "is UTF-16; save it as UTF-8" });
});

test("A file that does not exist is refused.", () => {
  expect(readText(path)).toEqual({ refusal: "does not exist" });
});

test("A folder is refused.", () => {
  expect(readText(folder)).toEqual({ refusal: "is a folder, not a file" });
});

test("A named pipe is refused without waiting for a writer.", () => {
  execFileSync("mkfifo", [path]);

  expect(readText(path)).toEqual({ refusal: "is not a regular file but a pipe, a socket or a device" });
});

test("A path through a file that is not a folder is refused with the system's code.", () => {
  writeFileSync(path, "a: 1\n");

  expect(readText(join(path, "b.yaml"))).toEqual({ refusal: "cannot be read (ENOTDIR)" });
});

describe("A symbolic link", () => {
  test("within its folder is followed.", () => {
    writeFileSync(join(folder, "real.yaml"), "a: 1\n");
    symlinkSync("real.yaml", path);

    expect(readText(path)).toEqual({ text: "a: 1\n" });
  });

  test("out of its folder is refused with the name of the folder.", () => {
    writeFileSync(join(root, "secret.yaml"), "a: 1\n");
    symlinkSync("../secret.yaml", path);

    expect(readText(path)).toEqual({
      refusal: "is a symbolic link out of the tenants folder; put the file itself there",
    });
  });

  test("into a folder whose name begins with that of its own is refused.", () => {
    mkdirSync(join(root, "tenants-old"));
    writeFileSync(join(root, "tenants-old", "acme.yaml"), "a: 1\n");
    symlinkSync("../tenants-old/acme.yaml", path);

    expect(readText(path)).toHaveProperty("refusal");
  });

  test("to nothing is refused.", () => {
    symlinkSync("gone.yaml", path);

    expect(readText(path)).toEqual({ refusal: "is a symbolic link to a file that does not exist" });
  });

  test("to itself is refused with the system's code.", () => {
    symlinkSync("acme.yaml", path);

    expect(readText(path)).toEqual({ refusal: "cannot be read (ELOOP)" });
  });
});
