// Applies the Azure half with the real terraform, against a stand-in for its providers on loopback. See docs/e2e.md.
import { join } from "node:path";
import type { FileLocations } from "../../lib/config/load";
import { terraformEnvironment } from "../support/environment";
import { onlyOn, readUserFiles, type UserFiles } from "../support/files";
import { missingTerraform, terraformVersion } from "../support/requirements";
import { exitWith, inWorkplace, type Run } from "../support/run";
import { blueprintOf } from "../support/synthesis";
import { applyEdits } from "./edits";
import { Scenario } from "./scenario";
import { selfCheck } from "./self-check";
import { startStandIn } from "./stand-in/server";

const ROOT = join(__dirname, "../..");
const NAME = "e2e:azure";

async function main(environment: NodeJS.ProcessEnv): Promise<number> {
  const locations: FileLocations = {
    platform: environment.PLATFORM_FILE ?? join(ROOT, "platform.yaml"),
    tenants: environment.TENANTS_DIR ?? join(ROOT, "tenants"),
  };
  const lacking = missingTerraform(environment.PATH);
  for (const line of lacking) console.error(`${NAME}: ${line}`);
  if (lacking.length > 0) return 1;

  if (blueprintOf(locations).azure === undefined) {
    console.error(`${NAME}: ${locations.platform} has no section azure`);
    return 1;
  }
  const files = onlyOn("azure", readUserFiles(locations));
  const lines = [
    `terraform ${terraformVersion()}, a stand-in for azurerm, azuread, azapi and time`,
    `tenants: ${[...files.tenants.keys()].join(", ")}`,
  ];
  return inWorkplace(NAME, lines, (started) => live(started, files));
}

/** Starts the stand-in, and runs everything against it. */
async function live(started: Run, files: UserFiles): Promise<void> {
  await started.report.part("the stand-in finds what is broken", () => selfCheck(started));
  const standIn = await startStandIn();
  try {
    const env = terraformEnvironment(process.env, { TF_REATTACH_PROVIDERS: standIn.reattach });
    await new Scenario({ ...started, files, env, standIn }).run();
  } finally {
    standIn.close();
  }
  if (started.report.failed > 0) return;
  await started.report.part("apply every ordinary edit of the tests' files", () => applyEdits(started));
}

exitWith(NAME, main);
