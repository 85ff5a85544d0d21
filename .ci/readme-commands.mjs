// Runs the commands of the README's shell blocks, top to bottom, as a new user would paste them. A block that needs a
// cloud, credentials or an editor is marked in the README by an HTML comment before it: <!-- not run: why -->.
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";

const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/(<!-- not run: (.*?) -->\n)?```sh\n([\s\S]*?)```/g)];
let run = 0;
for (const [, , reason, commands] of blocks) {
  if (reason !== undefined) {
    console.log(`not run (${reason}): ${commands.trim().split("\n")[0]}`);
    continue;
  }
  // Installing again and the whole test suite are steps of their own in .ci/run.
  const script = commands.replaceAll("npm ci && npm test", "true").replaceAll("npm ci", "true");
  console.log(`$ ${commands.trim().replaceAll("\n", "\n$ ")}`);
  execSync(script, { stdio: ["ignore", "ignore", "inherit"], shell: "/bin/bash", env: process.env });
  run += 1;
}
if (run === 0) throw new Error("the README has no command that could be run");
console.log(`${run} blocks run`);
