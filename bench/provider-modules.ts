import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An import of values, not of types alone: those are gone when the program runs. */
const VALUE_IMPORT = /^import (?!type\b)[^;]*?from "(@cdktf\/provider-[a-z]+\/lib\/[^"]+)";$/gm;

/** The modules of CDKTF's providers that the files of a folder import, each once, sorted. */
export function providerModules(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const modules = files.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(VALUE_IMPORT)].map((match) => match[1] ?? ""),
  );
  return [...new Set(modules)].sort();
}
