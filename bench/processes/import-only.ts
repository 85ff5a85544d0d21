// Imports the modules that its arguments name, and does nothing with them.
import { createRequire } from "node:module";

const load = createRequire(__filename);
for (const name of process.argv.slice(2)) load(name);
