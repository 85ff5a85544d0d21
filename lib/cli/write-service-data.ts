import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICES, type ServiceData } from "../rules/aws/iam/service-data/service-data";
import { extractGlobalKeys, extractService, extractText } from "./service-data-extract";
import { keyChanges, serviceChanges } from "./service-data-changes";

const FOLDER = join(__dirname, "../rules/aws/iam/service-data");
const NOTHING: ServiceData = { actions: {}, resourceTypes: {}, keys: {} };

/** Writes an extract, and gives what was there before. */
function replace<Extract extends Parameters<typeof extractText>[0]>(
  name: string,
  extract: Extract,
  nothing: Extract,
): Extract {
  const file = join(FOLDER, `${name}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Extract) : nothing;
  writeFileSync(file, extractText(extract));
  return before;
}

async function main(): Promise<void> {
  const changes: string[] = [];
  for (const service of SERVICES) {
    const extract = await extractService(service);
    changes.push(...serviceChanges(service, replace(service, extract, NOTHING), extract));
  }
  const globals = extractGlobalKeys();
  changes.push(...keyChanges("every service", replace("global-keys", globals, {}), globals));
  console.log(changes.length === 0 ? "AWS changed nothing" : changes.join("\n"));
}

void main();
