// Applies the AWS half with the real terraform and the real provider, against moto on loopback. See docs/e2e.md.
import { join } from "node:path";
import type { FileLocations } from "../../lib/config/load";
import { readUserFiles, type UserFiles } from "../support/files";
import { providerSource, type ProviderSource } from "../support/provider-source";
import { terraformVersion } from "../support/requirements";
import { exitWith, inWorkplace, type Run } from "../support/run";
import { blueprintOf } from "../support/synthesis";
import { awsEnvironment } from "./environment";
import { awsOnly } from "./files";
import { startMoto } from "./moto";
import { missing } from "./requirements";
import { Scenario } from "./scenario";
import { motoAt, startShim } from "./shim/server";

const FIXTURES = join(__dirname, "../fixtures");
const NAME = "e2e:aws";

/** The platform's account. */
interface Account {
  readonly accountId: string;
  readonly region: string;
}

async function main(environment: NodeJS.ProcessEnv): Promise<number> {
  const locations: FileLocations = {
    platform: environment.PLATFORM_FILE ?? join(FIXTURES, "platform.yaml"),
    tenants: environment.TENANTS_DIR ?? join(FIXTURES, "tenants"),
  };
  const source = providerSource(environment);
  const lacking = await missing(source, environment.PATH);
  for (const line of lacking) console.error(`${NAME}: ${line}`);
  if (lacking.length > 0) return 1;

  const { aws } = blueprintOf(locations);
  if (aws === undefined) {
    console.error(`${NAME}: ${locations.platform} has no section aws`);
    return 1;
  }
  return run(locations, aws.foundation.foundation.target, source);
}

function run(locations: FileLocations, account: Account, source: ProviderSource): Promise<number> {
  const files = awsOnly(readUserFiles(locations));
  const lines = [
    `terraform ${terraformVersion()}, AWS provider from ${described(source)}, moto`,
    `account ${account.accountId}, ${account.region}; tenants: ${[...files.tenants.keys()].join(", ")}`,
  ];
  return inWorkplace(NAME, lines, (started) => live(started, files, account, source));
}

/** Starts the mock, and runs the scenario against it. */
async function live(
  started: Run,
  files: UserFiles,
  { accountId, region }: Account,
  source: ProviderSource,
): Promise<void> {
  const { workplace, children } = started;
  const shim = await startShim(await startMoto(children, workplace.folder, workplace.log("moto")), accountId);
  try {
    const configFile = workplace.terraformConfig(source);
    const env = awsEnvironment(process.env, {
      endpoint: shim.url,
      region,
      pluginCache: workplace.pluginCache,
      ...(configFile === undefined ? {} : { configFile }),
    });
    await new Scenario({ ...started, files, env, mock: motoAt(shim.port) }).run();
  } finally {
    shim.close();
  }
}

function described(source: ProviderSource): string {
  switch (source.kind) {
    case "config":
      return `where ${source.file} says`;
    case "mirror":
      return source.folder;
    case "registry":
      return "the registry";
  }
}

exitWith(NAME, main);
