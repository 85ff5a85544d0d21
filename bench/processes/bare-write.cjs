// The least that writing the stacks can take: the objects are there, and only their text is made and written to new
// folders. Usage: node bare-write.cjs <synthesized folder> <folder to write to>
const { mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } = require("node:fs");
const { join } = require("node:path");

const RESULTS = 3;
const [from, to] = process.argv.slice(2);

const stacks = readdirSync(join(from, "stacks")).map((name) => ({
  name,
  json: JSON.parse(readFileSync(join(from, "stacks", name, "cdk.tf.json"), "utf8")),
}));

const started = performance.now();
const before = process.cpuUsage();
mkdirSync(join(to, "stacks"), { recursive: true });
for (const { name, json } of stacks) {
  const folder = join(to, "stacks", name);
  mkdirSync(folder);
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json, null, 2));
}
const { user, system } = process.cpuUsage(before);
writeSync(RESULTS, `${JSON.stringify({ write: performance.now() - started, writeCpu: (user + system) / 1000 })}\n`);
