// Runs the shell blocks of README.md and of every guide in docs/guides, top to bottom, as somebody would paste them into a
// fresh checkout. Each page starts from a copy of this checkout with the sample files, and must leave it as it was.
//
// - A block that needs a cloud, credentials or an editor has an HTML comment before it: <!-- not run: why -->.
// - A block that shows a refusal has the comment <!-- refused -->, and must fail.
// - A text block right after a shell block is what that prints: each of its lines must be there; "…" stands for any text.
//
// node .ci/doc-commands.mjs [page...]
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const GUIDES = "docs/guides";
const BLOCK = /(?:<!-- (not run: .*?|refused) -->\n+)?```sh\n([^]*?)```\n(?:\n+```text\n([^]*?)```)?/g;

const pages = process.argv.slice(2);
if (pages.length === 0) {
  pages.push("README.md", ...readdirSync(GUIDES).map((name) => `${GUIDES}/${name}`));
}
const copy = copyOfCheckout();
try {
  for (const page of pages) runPage(page);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The tracked files as they are now, in a repository of their own: a page may throw away changes. */
function copyOfCheckout() {
  const folder = mkdtempSync(join(tmpdir(), "doc-commands-"));
  const git = (...args) => execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x", ...args], { cwd: folder });
  for (const file of execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  }).split("\0")) {
    if (file === "" || file === "node_modules") continue;
    cpSync(file, join(folder, file), { recursive: true });
  }
  git("init", "-q");
  appendFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  git("add", "-A");
  git("commit", "-qm", "The checkout");
  return folder;
}

function runPage(page) {
  console.log(`\n# ${page}`);
  rmSync(join(copy, "cdktf.out"), { recursive: true, force: true });
  let run = 0;
  for (const [, mark = "", commands, expected = ""] of readFileSync(page, "utf8").matchAll(BLOCK)) {
    if (mark.startsWith("not run")) {
      console.log(`${mark}: ${commands.trim().split("\n")[0]}`);
      continue;
    }
    runBlock(page, commands, expected, mark === "refused");
    run += 1;
  }
  if (run === 0) throw new Error(`${page} has no command that could be run`);
  const left = execFileSync("git", ["status", "--porcelain"], { cwd: copy, encoding: "utf8" });
  if (left !== "") throw new Error(`${page} leaves files behind:\n${left}`);
}

function runBlock(page, commands, expected, isRefused) {
  console.log(`$ ${commands.trim().replaceAll("\n", "\n$ ")}`);
  // Installing again and the whole test suite are steps of their own in .ci/run.
  const script = commands.replaceAll("npm ci && npm test", "true").replaceAll("npm ci", "true");
  const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", script], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
  });
  const printed = `${stdout}${stderr}`;
  const fail = (what) => {
    throw new Error(`${page}: ${what}:\n${commands}\n${printed}`);
  };
  if (isRefused && status === 0) fail("succeeds, and should be refused");
  if (!isRefused && status !== 0) fail(`exits with ${status}`);
  for (const line of expected.split("\n").filter((text) => text.trim() !== "")) {
    const pattern = line.split("…").map(escaped).join("[^\\n]*");
    if (!new RegExp(pattern).test(printed)) fail(`does not print "${line}"`);
  }
}

function escaped(text) {
  return text.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
